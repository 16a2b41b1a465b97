import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";

export function MicroscopeView(_: { catalogue: Catalogue; experiment: Experiment }) {
  useInstruments({ iteration: true });
  const { frame } = usePlayground();
  return <section>{frame.value?.readings.iteration?.traces.length}</section>;
}
