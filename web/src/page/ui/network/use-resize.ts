/** Neurons put into a layer or taken out of it by key, unless the link hides that from its reader. */
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { withNeurons } from "../../state/layers";
import { within } from "../../state/settings";
import { usePlayground } from "../context";
import { spotsIn } from "../hiding";
import { usePlace } from "../use-place";

/** What it returns does nothing at the limits, to the input and to the output; it says whether it did something. */
export function useResize({ limits }: Catalogue, { layers }: Experiment): (layer: number, by: 1 | -1) => boolean {
  const { change, place } = usePlayground();
  const isFree = !spotsIn(usePlace(place, "hide")).includes("layers");
  return (layer, by) => {
    const neurons = (layers[layer - 1] ?? Number.NaN) + by;
    const can = isFree && neurons === within(neurons, limits.layers);
    if (can) change(withNeurons(layer, (now) => within(now + by, limits.layers)));
    return can;
  };
}
