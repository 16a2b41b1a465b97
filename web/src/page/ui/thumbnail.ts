/** What a neuron answers at every place of the plane, small, with its colours. */
import { type NeuronPlace, thumbnailResolution } from "../../protocol";
import type { Run } from "../state/playground";
import { heatRange, type Thumbnail } from "../views/heat";
import type { Palette } from "../views/palette";
import { neuronRange } from "./activation-range";
import type { Named } from "./network/names";

const cells = thumbnailResolution * thumbnailResolution;

/** The values of so many neurons' thumbnails, from one on. */
export function thumbnailsFrom(
  sizes: Named["sizes"],
  thumbnails: Float32Array,
  { layer, neuron }: NeuronPlace,
  count = 1,
): Float32Array {
  const first = sizes.slice(0, layer).reduce((sum, neurons) => sum + neurons, neuron);
  return thumbnails.subarray(first * cells, (first + count) * cells);
}

/** Of a frame's thumbnails. */
export function thumbnailOf(
  { sizes, catalogue, experiment }: Named,
  run: Run | null,
  palette: Palette,
  thumbnails: Float32Array,
  place: NeuronPlace,
): Thumbnail {
  const { layer, neuron } = place;
  const values = thumbnailsFrom(sizes, thumbnails, place);
  const isClass = layer === sizes.length - 1 && (sizes[layer] ?? 1) > 1;
  return {
    values,
    range: heatRange(values, neuronRange(catalogue, experiment, run?.planeHalf ?? catalogue.planeHalf, place)),
    scale: (isClass ? palette.classHeat[neuron] : undefined) ?? palette.heat,
  };
}

/** Whether they are those of a network of these sizes. */
export const areThumbnailsOf = (sizes: Named["sizes"], thumbnails: Float32Array): boolean =>
  thumbnails.length === cells * sizes.reduce((sum, count) => sum + count, 0);
