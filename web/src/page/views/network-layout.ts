/** Where the neurons stand in a drawing of given size. Pure geometry, in CSS pixels. */
import type { LayerSizes } from "./parameters";

export interface NetworkLayout {
  width: number;
  height: number;
  /** Side of a hidden neuron's and an input's picture. */
  side: number;
  /** Side of the output neuron's picture. */
  outputSide: number;
  /** The middle of each layer's column. */
  columns: number[];
  /** [layer][neuron] */
  centres: { x: number; y: number }[][];
}

/** A column narrower than this has no room for its controls; the drawing is then wider than its frame, which scrolls. */
export const narrowestColumn = 88;

export function layOutNetwork(sizes: LayerSizes, frameWidth: number, height: number, top: number): NetworkLayout {
  const last = sizes.length - 1;
  const width = Math.max(frameWidth, narrowestColumn * sizes.length);
  const most = Math.max(...sizes);
  const room = height - top - 12;
  const side = Math.max(20, Math.min(36 + room / 40, Math.floor(room / most) - 8, width / sizes.length / 2));
  const outputSide = Math.min(1.5 * side, 90);
  const margin = Math.max(narrowestColumn / 2, Math.min(80, width / (2 * sizes.length)));
  const columns = sizes.map((_, l) => margin + ((width - 2 * margin) * l) / last);
  const middle = top + room / 2;
  const pitch = Math.min((room - side) / Math.max(1, most - 1), 2.2 * side);
  const centres = sizes.map((count, l) =>
    Array.from({ length: count }, (_, j) => ({ x: columns[l] as number, y: middle + (j - (count - 1) / 2) * pitch })),
  );
  return { width, height, side, outputSide, columns, centres };
}
