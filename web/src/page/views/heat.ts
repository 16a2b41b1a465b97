/** Values over the plane as a picture. */
import { shades } from "./palette";

/** The values that get the two end colours. */
export interface HeatRange {
  low: number;
  high: number;
}

/** What a neuron answers over the plane, and how it is coloured. */
export interface Thumbnail {
  values: Float32Array;
  range: HeatRange;
  scale: Uint32Array;
}

/** Smaller answers than this stay pale: full colour would make much of a neuron that says next to nothing. */
const leastMost = 0.5;

/** The range of the activation function, or, where it has none, one around zero that holds all values. */
export function heatRange(values: Float32Array, bounds: readonly [number, number] | null): HeatRange {
  if (bounds !== null) return { low: bounds[0], high: bounds[1] };
  let most = leastMost;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return { low: -most, high: most };
}

/** Paints values, `columns` of them in a row, rows from the top, one pixel each, over the whole of a canvas of that size. */
export function paintHeat(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  values: Float32Array,
  columns: number,
  range: HeatRange,
  scale: Uint32Array,
): void {
  const image = context.createImageData(columns, values.length / columns);
  heatPixels({ values, range, scale }, new Uint32Array(image.data.buffer));
  context.putImageData(image, 0, 0);
}

/** A pixel for each value. */
export function heatPixels({ values, range, scale }: Thumbnail, pixels: Uint32Array): void {
  for (let i = 0; i < pixels.length; i++) pixels[i] = scale[shadeOf(values[i] as number, range)] as number;
}

/** The step of the colour scale for a value. */
export function shadeOf(value: number, { low, high }: HeatRange): number {
  const shade = Math.round(((value - low) * (shades - 1)) / (high - low));
  return shade < 0 ? 0 : shade >= shades ? shades - 1 : shade;
}
