import { useEffect } from "preact/hooks";
import type { Instruments } from "../../protocol";
import { usePlayground } from "./context";

/** Has the instruments measure for as long as the component is on screen. Their readings come with the frames. */
export function useInstruments(instruments: Instruments): void {
  const { watch } = usePlayground();
  useEffect(() => watch(instruments), [JSON.stringify(instruments)]);
}
