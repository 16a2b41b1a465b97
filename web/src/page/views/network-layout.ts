/** Where the neurons stand in a drawing of given size. Pure geometry, in CSS pixels. */
import type { LayerSizes } from "./parameters";

export interface NetworkLayout {
  width: number;
  height: number;
  /** Side of a hidden neuron's and an input's picture. */
  side: number;
  /** Side of an output neuron's picture. */
  outputSide: number;
  /** The middle of each layer's column. */
  columns: number[];
  /** [layer][neuron]; of a layer with more neurons than there is room for, only the first have a place. */
  centres: { x: number; y: number }[][];
  /** Neurons of each layer that have no place. */
  left: number[];
}

/** A column narrower than this has no room for its controls; the drawing is then wider than its frame, which scrolls. */
export const narrowestColumn = 88;

/** The smallest picture in which one can see something, and the room around it. */
const smallestSide = 20;
const gap = 6;
/** Two letters, for which there is room anyway. */
const shortLabelRoom = 22;

/** For the line that tells how many neurons are not drawn. */
const lineHeight = 20;

/** How narrow a column may be, and which share of it pictures may take; the rest is for the links and what is written on them. */
export interface Fit {
  narrowestColumn: number;
  pictures: number;
}

/** `labelRoom`: width for the inputs' names, before their pictures. */
export function layOutNetwork(
  sizes: LayerSizes,
  frameWidth: number,
  height: number,
  top: number,
  labelRoom: number,
  fit: Fit = { narrowestColumn, pictures: 1 / 2 },
): NetworkLayout {
  const last = sizes.length - 1;
  const width = Math.max(frameWidth, fit.narrowestColumn * sizes.length + labelRoom - shortLabelRoom);
  const room = height - top - 12;
  const rows = Math.max(1, Math.floor((room - lineHeight) / (smallestSide + gap)));
  const drawn = sizes.map((count) => Math.min(count, rows));
  const most = Math.max(...drawn);
  const all = most === Math.max(...sizes);
  const used = all ? room : room - lineHeight;
  const side = Math.max(
    smallestSide,
    Math.min(36 + used / 40, Math.floor(used / most) - 8, (fit.pictures * width) / sizes.length),
  );
  const outputs = drawn[last] ?? 1;
  const outputSide = Math.max(side, Math.min(1.5 * side, 90, used / outputs - 8));
  const margin = Math.max(fit.narrowestColumn / 2, Math.min(80, width / (2 * sizes.length)));
  const first = Math.max(margin, labelRoom + side / 2);
  const columns = sizes.map((_, l) => first + ((width - first - margin) * l) / last);
  const middle = top + used / 2;
  const centres = drawn.map((count, l) => {
    const own = l === last ? outputSide : side;
    const pitch = Math.min((used - own) / Math.max(1, most - 1), 2.2 * side);
    const spread = l === last ? Math.max(pitch, own + gap) : pitch;
    return Array.from({ length: count }, (_, j) => ({ x: columns[l] as number, y: middle + (j - (count - 1) / 2) * spread }));
  });
  return { width, height, side, outputSide, columns, centres, left: sizes.map((count, l) => count - (drawn[l] ?? 0)) };
}
