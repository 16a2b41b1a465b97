/** What stands on the links: biases beside their neurons, locks on what is frozen, and the one that is pointed at or edited. */
import { linkNear } from "./flow";
import { linkEnds, linkWidth, pointOnLink, traceLink } from "./links";
import type { NetworkLayout } from "./network-layout";
import { cssColour, type Palette } from "./palette";
import { biasAt, type LayerSizes, type ParameterPlace, parameterAt, parameterPlace } from "./parameters";

interface Spot {
  x: number;
  y: number;
}

/** Where a parameter is drawn: a weight in the middle of its link, a bias below where the links come in; null if it is not drawn. */
export function spotOf(layout: NetworkLayout, { layer, neuron, from }: ParameterPlace): Spot | null {
  if (from !== null) {
    const ends = linkEnds(layout, layer, neuron, from);
    return ends && pointOnLink(ends, 0.5);
  }
  const centre = layout.centres[layer]?.[neuron];
  if (centre === undefined || layout.strips[layer]) return null;
  const half = layout.halves[layer] ?? 0;
  return { x: centre.x - half - 6, y: centre.y + half - 3 };
}

const biasRadius = (bias: number): number => 2.6 + 2.4 * (1 - 1 / (1 + Math.abs(bias)));

/** Not in strips, where there is no room for them. */
export function drawBiases(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  sizes: LayerSizes,
  parameters: Float32Array,
  palette: Palette,
  isFaint: (l: number) => boolean,
): void {
  for (let l = 1; l < sizes.length; l++)
    for (let j = 0; j < (sizes[l] ?? 0); j++) {
      const spot = spotOf(layout, { layer: l, neuron: j, from: null });
      if (spot === null) continue;
      const bias = parameters[biasAt(sizes, l, j)] as number;
      context.globalAlpha = isFaint(l) ? 0.2 : 1;
      disc(context, spot, biasRadius(bias) + 1.5, palette.card);
      disc(
        context,
        spot,
        biasRadius(bias),
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
    const spot = spotOf(layout, parameterPlace(sizes, at));
    if (spot === null) continue;
    const { x, y } = spot;
    disc(context, spot, 9, palette.card);
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.4;
    context.beginPath();
    context.arc(x, y - 1, 2.6, Math.PI, 0);
    context.stroke();
    context.fillStyle = palette.ink;
    context.fillRect(x - 4, y - 1, 8, 6);
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
    disc(context, spot, biasRadius(value) + 4, palette.ink);
    disc(context, spot, biasRadius(value) + 2, palette.card);
    disc(context, spot, biasRadius(value), colour);
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

/** The parameter at a place of the drawing, if there is one nearer than `near` CSS pixels; a bias before the links around it. */
export function parameterNear(
  layout: NetworkLayout,
  sizes: LayerSizes,
  x: number,
  y: number,
  near: number,
): ParameterPlace | null {
  for (let l = 1; l < sizes.length; l++)
    for (let j = 0; j < (sizes[l] ?? 0); j++) {
      const place = { layer: l, neuron: j, from: null };
      const spot = spotOf(layout, place);
      if (spot !== null && Math.hypot(spot.x - x, spot.y - y) <= near) return place;
    }
  const link = linkNear(layout, sizes, x, y, near);
  return link && { layer: link.l, neuron: link.j, from: link.k };
}

function disc(context: CanvasRenderingContext2D, { x, y }: Spot, radius: number, fill: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}
