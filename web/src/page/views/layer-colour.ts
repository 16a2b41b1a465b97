/** Colours of layers, from the first to the output. */
import { mix } from "./labels";
import { cssColour, type Palette } from "./palette";

/** Of layer l, 1 to last. */
export function layerColour(l: number, last: number, { layers: [first, middle, output] }: Palette): string {
  const place = last === 1 ? 1 : (l - 1) / (last - 1);
  return cssColour(place < 0.5 ? mix(first, middle, 2 * place) : mix(middle, output, 2 * place - 1));
}
