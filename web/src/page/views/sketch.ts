/** A small drawing of the network and its cost, in which only what is talked about stands out. */
import { type LinkEnds, linkEnds, traceLink } from "./links";
import { layOutNetwork, type NetworkLayout } from "./network-layout";
import { cssColour, type Palette } from "./palette";
import type { LayerSizes } from "./parameters";

export interface SketchLooks {
  /** The cost counts as a layer after the last, of one neuron, to which every output leads. */
  neuron(l: number, j: number): boolean;
  link(l: number, j: number, k: number): boolean;
  /** What stands in neuron j of layer l; empty for nothing. */
  letter(l: number, j: number): string;
}

const headRoom = 24;
const nameSize = 12;

/** For a canvas of that size, in CSS pixels; drawings of many layers are made smaller. */
export function layOutSketch(sizes: LayerSizes, width: number, height: number): { layout: NetworkLayout; scale: number } {
  const withCost = [...sizes, 1];
  const least = layOutNetwork(withCost, width, height, headRoom, 0).width;
  const scale = Math.min(1, width / least);
  return { layout: layOutNetwork(withCost, width / scale, height / scale, headRoom / scale, 0), scale };
}

export function drawSketch(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  looks: SketchLooks,
  names: readonly string[],
  scale: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, layout.width, layout.height);
  const accent = cssColour(palette.positive);
  const drawLink = (ends: LinkEnds, lit: boolean): void => {
    traceLink(context, ends);
    context.strokeStyle = lit ? accent : palette.line;
    context.lineWidth = lit ? 2.5 : 1;
    context.stroke();
  };
  // The lit ones last, so that nothing crosses them.
  for (const lit of [false, true])
    for (const [l, column] of layout.centres.entries())
      for (const j of column.keys())
        for (const k of layout.centres[l - 1]?.keys() ?? []) {
          const ends = linkEnds(layout, l, j, k);
          if (ends !== null && looks.link(l, j, k) === lit) drawLink(ends, lit);
        }
  context.textAlign = "center";
  context.textBaseline = "middle";
  const size = Math.max(11, layout.side * 0.5);
  for (const [l, column] of layout.centres.entries())
    for (const [j, { x, y }] of column.entries()) {
      const lit = looks.neuron(l, j);
      context.beginPath();
      context.arc(x, y, (l === layout.centres.length - 1 ? layout.outputSide : layout.side) / 2, 0, 2 * Math.PI);
      context.fillStyle = lit ? accent : palette.card;
      context.fill();
      context.strokeStyle = lit ? accent : palette.soft;
      context.lineWidth = 1.2;
      context.stroke();
      context.font = `italic ${size}px serif`;
      context.fillStyle = lit ? palette.card : palette.soft;
      context.fillText(looks.letter(l, j), x, y);
    }
  context.font = `${nameSize / scale}px sans-serif`;
  context.fillStyle = palette.soft;
  for (const [l, name] of names.entries()) context.fillText(name, layout.columns[l] ?? 0, nameSize / scale);
}

/** The neuron that is drawn at a place; null for none. */
export function neuronNear(layout: NetworkLayout, x: number, y: number): { l: number; j: number } | null {
  for (const [l, column] of layout.centres.entries())
    for (const [j, centre] of column.entries())
      if (Math.hypot(centre.x - x, centre.y - y) <= layout.side / 2 + 4) return { l, j };
  return null;
}
