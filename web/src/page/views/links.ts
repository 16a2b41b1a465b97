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
  const toSide = l === layout.centres.length - 1 ? layout.outputSide : layout.side;
  return { x0: from.x + layout.side / 2, y0: from.y, x1: to.x - toSide / 2, y1: to.y };
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

export function drawLinks(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  sizes: LayerSizes,
  parameters: Float32Array,
  palette: Palette,
): void {
  context.clearRect(0, 0, layout.width, layout.height);
  const positive = cssColour(palette.positive);
  const negative = cssColour(palette.negative);
  for (let l = 1; l < sizes.length; l++) {
    for (let j = 0; j < (layout.centres[l]?.length ?? 0); j++)
      for (let k = 0; k < (layout.centres[l - 1]?.length ?? 0); k++) {
        const weight = parameters[weightAt(sizes, l, j, k)] as number;
        const ends = linkEnds(layout, l, j, k);
        if (ends === null) continue;
        traceLink(context, ends);
        context.strokeStyle = weight > 0 ? positive : negative;
        context.globalAlpha = Math.min(0.9, 0.15 + 0.3 * Math.abs(weight));
        context.lineWidth = linkWidth(weight);
        context.stroke();
      }
  }
  context.globalAlpha = 1;
}
