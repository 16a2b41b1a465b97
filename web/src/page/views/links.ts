/** The links of the network: blue for positive weights, orange for negative ones, wider for larger ones. */
import type { NetworkLayout } from "./network-layout";
import { cssColour, type Palette } from "./palette";
import { type LayerSizes, weightAt } from "./parameters";

/** Width in CSS pixels: grows with the weight, ever more slowly, so that large weights do not cover the small. */
export const linkWidth = (weight: number): number => 0.5 + 5.5 * (1 - 1 / (1 + Math.abs(weight) * 0.35));

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
    const toSide = l === sizes.length - 1 ? layout.outputSide : layout.side;
    for (let j = 0; j < (layout.centres[l]?.length ?? 0); j++)
      for (let k = 0; k < (layout.centres[l - 1]?.length ?? 0); k++) {
        const weight = parameters[weightAt(sizes, l, j, k)] as number;
        const from = layout.centres[l - 1]?.[k];
        const to = layout.centres[l]?.[j];
        if (from === undefined || to === undefined) continue;
        const x0 = from.x + layout.side / 2;
        const x1 = to.x - toSide / 2;
        const bend = (x1 - x0) / 2;
        context.beginPath();
        context.moveTo(x0, from.y);
        context.bezierCurveTo(x0 + bend, from.y, x1 - bend, to.y, x1, to.y);
        context.strokeStyle = weight > 0 ? positive : negative;
        context.globalAlpha = Math.min(0.9, 0.15 + 0.3 * Math.abs(weight));
        context.lineWidth = linkWidth(weight);
        context.stroke();
      }
  }
  context.globalAlpha = 1;
}
