import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { ControlBar } from "./ControlBar";
import { CostPanel } from "./CostPanel";
import { usePlayground } from "./context";
import { DataPanel } from "./DataPanel";
import { NetworkPanel } from "./NetworkPanel";
import { OutputPanel } from "./OutputPanel";
import { useOneByOne } from "./one-by-one";
import { usePart } from "./use-part";
import { usePlace } from "./use-place";

/** The whole experiment on one screen: data, network, output, cost. */
export function PlayView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { place } = usePlayground();
  const watch = usePlace(place, "watch");
  const figures = usePlace(place, "figures");
  const PresetNote = usePart(watch !== "", async () => (await import("./presets/PresetNote")).PresetNote);
  const Figures = usePart(figures !== "", async () => (await import("./figures/Figures")).Figures);
  // In the order of the narrow page, where each moves what is below it.
  const panels = useOneByOne(5);
  return (
    <>
      <ControlBar catalogue={catalogue} experiment={experiment} />
      {PresetNote && <PresetNote />}
      {panels > 4 && <DataPanel catalogue={catalogue} experiment={experiment} />}
      {panels > 3 && <NetworkPanel catalogue={catalogue} experiment={experiment} />}
      {panels > 1 && <OutputPanel catalogue={catalogue} experiment={experiment} />}
      {panels > 2 && <CostPanel key={String(experiment.classes === 0)} experiment={experiment} />}
      {figures !== "" && Figures && <Figures experiment={experiment} />}
    </>
  );
}
