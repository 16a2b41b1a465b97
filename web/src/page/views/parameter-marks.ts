/** What stands on the links: biases beside their neurons or, in strips, in their pictures' corners; locks on what is frozen; and the one that is pointed at or edited. */
import { linkNear } from "./flow";
import { type Faint, linkEnds, linkWidth, pointOnLink, traceLink } from "./links";
import type { NetworkLayout } from "./network-layout";
import { cssColour, type Palette } from "./palette";
import { biasAt, type LayerSizes, type ParameterPlace, parameterAt, parameterPlace, weightAt } from "./parameters";

interface Spot {
  x: number;
  y: number;
}

/** The marks' size: the small pictures of a strip have small ones. */
const scaleIn = (layout: NetworkLayout, layer: number): number => (layout.strips[layer] ? 0.5 : 1);

/** Where a parameter is drawn: a weight in the middle of its link, a bias below where the links come in; null if it is not drawn. */
export function spotOf(layout: NetworkLayout, { layer, neuron, from }: ParameterPlace): Spot | null {
  if (from !== null) {
    const ends = linkEnds(layout, layer, neuron, from);
    return ends && pointOnLink(ends, 0.5);
  }
  const centre = layout.centres[layer]?.[neuron];
  if (centre === undefined) return null;
  const strip = layout.strips[layer];
  if (strip) return { x: centre.x - strip.side / 2 + 3.5, y: centre.y + strip.side / 2 - 3.5 };
  const half = layout.halves[layer] ?? 0;
  return { x: centre.x - half - 9, y: centre.y + half - 3 }; // the ring of the neuron that is shown large is 4 wide
}

const biasRadius = (bias: number): number => 2.6 + 2.4 * (1 - 1 / (1 + Math.abs(bias)));

/** Those of the layers that are here: strips have them over their pictures, other layers beside them. */
export function drawBiases(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  sizes: LayerSizes,
  parameters: Float32Array,
  palette: Palette,
  isFaint: Faint,
  isHere: (l: number) => boolean,
): void {
  for (let l = 1; l < sizes.length; l++)
    for (let j = 0; j < (isHere(l) ? (sizes[l] ?? 0) : 0); j++) {
      const spot = spotOf(layout, { layer: l, neuron: j, from: null });
      if (spot === null) continue;
      const bias = parameters[biasAt(sizes, l, j)] as number;
      const scale = scaleIn(layout, l);
      context.globalAlpha = isFaint(l) ? 0.2 : 1;
      disc(context, spot, scale * (biasRadius(bias) + 1.5), palette.card);
      disc(
        context,
        spot,
        scale * biasRadius(bias),
        bias === 0 ? palette.control : cssColour(bias > 0 ? palette.positive : palette.negative),
      );
    }
  context.globalAlpha = 1;
}

/** A padlock on each. */
export function drawLocks(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  sizes: LayerSizes,
  frozen: Int32Array,
  palette: Palette,
): void {
  for (const at of frozen) {
    const place = parameterPlace(sizes, at);
    const spot = spotOf(layout, place);
    if (spot === null) continue;
    const { x, y } = spot;
    const scale = place.from === null ? scaleIn(layout, place.layer) : 1;
    disc(context, spot, 9 * scale, palette.card);
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.4 * scale;
    context.beginPath();
    context.arc(x, y - scale, 2.6 * scale, Math.PI, 0);
    context.stroke();
    context.fillStyle = palette.ink;
    context.fillRect(x - 4 * scale, y - scale, 8 * scale, 6 * scale);
  }
}

/** The link or the bias with a rim. */
export function drawPointed(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  sizes: LayerSizes,
  parameters: Float32Array,
  place: ParameterPlace,
  palette: Palette,
): void {
  const at = parameterAt(sizes, place);
  const spot = spotOf(layout, place);
  if (at === null || spot === null) return;
  const value = parameters[at] as number;
  const colour = value === 0 ? palette.control : cssColour(value > 0 ? palette.positive : palette.negative);
  if (place.from === null) {
    const radius = scaleIn(layout, place.layer) * biasRadius(value);
    disc(context, spot, radius + 4, palette.ink);
    disc(context, spot, radius + 2, palette.card);
    disc(context, spot, radius, colour);
    return;
  }
  const ends = linkEnds(layout, place.layer, place.neuron, place.from);
  if (ends === null) return;
  for (const [width, style] of [
    [linkWidth(value) + 5, palette.ink],
    [linkWidth(value) + 2.5, palette.card],
    [linkWidth(value), colour],
  ] as const) {
    traceLink(context, ends);
    context.lineWidth = width;
    context.strokeStyle = style;
    context.stroke();
  }
}

/**
 * The parameter at a place of the drawing, if there is one nearer than `near` CSS pixels; a bias before the links around it. Links
 * that are left out of the picture, of which `leastDrawn` tells, are not there.
 */
export function parameterNear(
  layout: NetworkLayout,
  sizes: LayerSizes,
  parameters: Float32Array,
  leasts: readonly number[],
  x: number,
  y: number,
  near: number,
): ParameterPlace | null {
  for (let l = 1; l < sizes.length; l++)
    for (let j = 0; j < (sizes[l] ?? 0); j++) {
      const place = { layer: l, neuron: j, from: null };
      if (!layout.strips[l] && isBiasNear(layout, place, x, y, near)) return place;
    }
  const isDrawn = (l: number, j: number, k: number): boolean =>
    Math.abs(parameters[weightAt(sizes, l, j, k)] as number) >= (leasts[l] as number);
  const link = linkNear(layout, sizes, x, y, near, isDrawn);
  return link && { layer: link.l, neuron: link.j, from: link.k };
}

/** Whether a bias is drawn nearer to a place than `near`. */
export function isBiasNear(layout: NetworkLayout, place: ParameterPlace, x: number, y: number, near: number): boolean {
  const spot = spotOf(layout, place);
  return spot !== null && Math.hypot(spot.x - x, spot.y - y) <= near;
}

function disc(context: CanvasRenderingContext2D, { x, y }: Spot, radius: number, fill: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}
