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
  /** How far each layer's pictures reach to either side of it: links begin and end there. */
  halves: number[];
  /** Of the layers that are drawn as one. */
  strips: (Strip | null)[];
  /** [layer][neuron]; of a layer with more neurons than there is room for, only the first have a place, unless it is a strip. */
  centres: { x: number; y: number }[][];
}

/** Many small pictures, row by row, with nothing between them. */
export interface Strip {
  /** Of its upper left corner. */
  x: number;
  y: number;
  /** Pictures in a row, and rows. */
  across: number;
  down: number;
  /** Of a picture. */
  side: number;
}

/** A column narrower than this has no room for its controls; the drawing is then wider than its frame, which scrolls. */
export const narrowestColumn = 88;

/** The smallest picture in which one can see something, and the room around it. */
const smallestSide = 20;
const gap = 6;
/** Around an output's picture there is a frame, and frames have room between them, too. */
const outputGap = 16;
/** However much room there is: larger, they would only be less sharp, and an output's frame would come to the edge. */
const largestSide = 112;
const largestOutput = 140;
/** Two letters, for which there is room anyway. */
const shortLabelRoom = 22;

/** For the line that tells how many neurons are not drawn. */
const lineHeight = 20;

/** How narrow a column may be, and which share of it pictures may take; the rest is for the links and what is written on them. */
interface Fit {
  narrowestColumn: number;
  /** Room that the first and the last column need towards the edge; half a column if it is left out. */
  end?: number;
  pictures: number;
  /** Whether layers with more neurons than there is room for become strips. */
  strips?: boolean;
  /** Whether pictures begin and end on whole pixels: their middles are whole and their sides even. */
  whole?: boolean;
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
  const even = (size: number): number => (fit.whole ? 2 * Math.floor(size / 2) : size);
  const whole = (at: number): number => (fit.whole ? Math.round(at) : at);
  const end = fit.end ?? fit.narrowestColumn / 2;
  const least = fit.narrowestColumn * last;
  const width = Math.max(frameWidth, least + 2 * end + labelRoom - shortLabelRoom);
  const room = height - top - 12;
  const rows = Math.max(1, Math.floor((room - lineHeight) / (smallestSide + gap)));
  const isStrip = (count: number): boolean => fit.strips === true && count > rows;
  const drawn = sizes.map((count) => Math.min(count, rows));
  const most = Math.max(1, ...drawn.filter((_, l) => !isStrip(sizes[l] ?? 0)));
  const all = fit.strips === true || most === Math.max(...sizes);
  const used = all ? room : room - lineHeight;
  // Nearly the same on every small screen; from a height of 480 on it grows with the room.
  const wanted = Math.min(largestSide, Math.max(36 + used / 40, used / 10));
  const side = even(
    Math.max(smallestSide, Math.min(wanted, Math.floor(used / most) - 8, (fit.pictures * width) / sizes.length)),
  );
  const outputs = drawn[last] ?? 1;
  const outputSide = even(
    Math.max(side, Math.min(1.5 * side, largestOutput, Math.max(90, used / 7), used / outputs - outputGap)),
  );
  const margin = Math.max(end, Math.min(80, width / (2 * sizes.length), (width - least) / 2));
  const first = Math.max(margin, labelRoom + side / 2);
  const columns = sizes.map((_, l) => whole(first + ((width - first - margin) * l) / last));
  const middle = top + used / 2;
  const pitch = last > 0 ? (width - first - margin) / last : width;
  const strips = sizes.map((count, l) =>
    isStrip(count) ? layOutStrip(count, columns[l] as number, middle, Math.min(fit.pictures * pitch, widestStrip), used) : null,
  );
  const halves = strips.map((strip, l) => (strip ? strip.across * strip.side : l === last ? outputSide : side) / 2);
  const centres = drawn.map((count, l) => {
    const strip = strips[l];
    if (strip) return Array.from({ length: sizes[l] ?? 0 }, (_, j) => centreInStrip(strip, j));
    const own = l === last ? outputSide : side;
    const rowPitch = Math.min((used - own) / Math.max(1, most - 1), 2.2 * side);
    const spread = l === last ? Math.max(rowPitch, own + outputGap) : rowPitch;
    const y = (j: number): number => whole(middle + (j - (count - 1) / 2) * spread);
    return Array.from({ length: count }, (_, j) => ({ x: columns[l] as number, y: y(j) }));
  });
  return { width, height, side, outputSide, columns, halves, strips, centres };
}

/** Wider, and it would no longer look like one layer. */
const widestStrip = 100;

/** The strip of `count` pictures in that room whose pictures are largest. */
function layOutStrip(count: number, x: number, middle: number, width: number, height: number): Strip {
  const sideOf = (across: number): number => Math.min(smallestSide, width / across, height / Math.ceil(count / across));
  const choices = Array.from({ length: count }, (_, i) => i + 1);
  const across = choices.reduce((best, next) => (sideOf(next) > sideOf(best) ? next : best));
  const side = Math.floor(sideOf(across));
  const down = Math.ceil(count / across);
  return { x: x - (across * side) / 2, y: middle - (down * side) / 2, across, down, side };
}

function centreInStrip({ x, y, across, side }: Strip, j: number): { x: number; y: number } {
  return { x: x + ((j % across) + 0.5) * side, y: y + (Math.floor(j / across) + 0.5) * side };
}

/** The neuron of the strip at a place, measured from the strip's corner; there may be no such neuron. */
export function neuronInStrip({ across, side }: Strip, x: number, y: number): number {
  return Math.floor(y / side) * across + Math.min(across - 1, Math.floor(x / side));
}
