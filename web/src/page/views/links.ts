/** The links of the network: blue for positive weights, orange for negative ones, wider for larger ones. */
import type { NetworkLayout } from "./network-layout";
import { cssColour, type Palette } from "./palette";
import { type LayerSizes, weightAt } from "./parameters";

/** Width in CSS pixels: grows with the weight, ever more slowly, so that large weights do not cover the small. */
export const linkWidth = (weight: number): number => 0.5 + 5.5 * (1 - 1 / (1 + Math.abs(weight) * 0.35));

export interface LinkEnds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Of the link from neuron k of layer l-1 to neuron j of layer l; null if one of them is not drawn. */
export function linkEnds(layout: NetworkLayout, l: number, j: number, k: number): LinkEnds | null {
  const from = layout.centres[l - 1]?.[k];
  const to = layout.centres[l]?.[j];
  if (from === undefined || to === undefined) return null;
  const edge = (layer: number, side: 1 | -1): number => (layout.columns[layer] ?? 0) + side * (layout.halves[layer] ?? 0);
  return { x0: edge(l - 1, 1), y0: from.y, x1: edge(l, -1), y1: to.y };
}

export function traceLink(context: CanvasRenderingContext2D, { x0, y0, x1, y1 }: LinkEnds): void {
  const bend = (x1 - x0) / 2;
  context.beginPath();
  context.moveTo(x0, y0);
  context.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
}

/** The link's place at share t, 0 to 1, of its way. */
export function pointOnLink({ x0, y0, x1, y1 }: LinkEnds, t: number): { x: number; y: number } {
  const s = 1 - t;
  const middle = (x0 + x1) / 2;
  return {
    x: s * s * s * x0 + 3 * s * s * t * middle + 3 * s * t * t * middle + t * t * t * x1,
    y: (s * s * s + 3 * s * s * t) * y0 + (3 * s * t * t + t * t * t) * y1,
  };
}

/** Between two layers so many links can be told apart. */
const mostLinks = 400;

/**
 * For each layer l, the size of weight from which on links are drawn between l-1 and l: 0 where there is room for all, else such
 * that the largest are. It sorts the weights of wide layers: once for each frame is enough.
 */
export const leastDrawn = (sizes: LayerSizes, parameters: Float32Array): number[] =>
  sizes.map((_, l) => (l === 0 ? 0 : leastBefore(sizes, parameters, l)));

function leastBefore(sizes: LayerSizes, parameters: Float32Array, l: number): number {
  const count = (sizes[l - 1] ?? 0) * (sizes[l] ?? 0);
  if (count <= mostLinks) return 0;
  const first = weightAt(sizes, l, 0, 0);
  const ordered = parameters
    .slice(first, first + count)
    .map(Math.abs)
    .sort();
  return ordered[count - mostLinks] ?? 0;
}

/** Whether those between layers l-1 and l stand back. */
export type Faint = (l: number) => boolean;

/** Where there are too many links, those of small weight fade, and the smallest are left out: `leasts` are those of `leastDrawn`. */
export function drawLinks(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  sizes: LayerSizes,
  parameters: Float32Array,
  leasts: readonly number[],
  palette: Palette,
  isFaint: Faint = () => false,
): void {
  context.clearRect(0, 0, layout.width, layout.height);
  const positive = cssColour(palette.positive);
  const negative = cssColour(palette.negative);
  for (let l = 1; l < sizes.length; l++) {
    const least = leasts[l] ?? 0;
    const strength = isFaint(l) ? 0.15 : 1;
    for (let j = 0; j < (layout.centres[l]?.length ?? 0); j++)
      for (let k = 0; k < (layout.centres[l - 1]?.length ?? 0); k++) {
        const weight = parameters[weightAt(sizes, l, j, k)] as number;
        if (Math.abs(weight) < least) continue;
        const ends = linkEnds(layout, l, j, k);
        if (ends === null) continue;
        traceLink(context, ends);
        context.strokeStyle = weight > 0 ? positive : negative;
        const fading = least === 0 ? 1 : Math.min(1, 0.2 + (Math.abs(weight) - least) / least);
        context.globalAlpha = strength * fading * Math.min(0.9, 0.15 + 0.3 * Math.abs(weight));
        context.lineWidth = linkWidth(weight);
        context.stroke();
      }
  }
  context.globalAlpha = 1;
}
