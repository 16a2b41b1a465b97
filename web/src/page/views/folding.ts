/** The plane between two stages of its way through the network: its cells, its lines, the data's points, and the straight cut. */
import { classColour, type LabelKind, mix } from "./labels";
import { cssColour, type Palette, type Rgb } from "./palette";
import { drawMarkers } from "./points";

/** A stage as it is drawn; two numbers a place. */
export interface FoldedStage {
  points: Float32Array;
  mesh: Float32Array;
  /** n1 u + n2 v = c, or null. */
  cut: ArrayLike<number> | null;
  /** Whether it is one number a place, so that all lies on a line. */
  flat: boolean;
}

interface Fabric {
  /** Places a side of the mesh, a whole number of times `cells` and one. */
  meshSide: number;
  cells: number;
  /** One for each cell, row after row from the top. */
  colours: readonly string[];
}

/** The middle of what is drawn, and how far that reaches to all sides. */
interface Extent {
  u: number;
  v: number;
  reach: { u: number; v: number };
}

const linesEach = 12;

/** The points grow with the picture up to this size, in CSS pixels. */
const largestPicture = 480;

/** Slow at both ends. */
export const eased = (t: number): number => t * t * (3 - 2 * t);

/** Of a whole stage, with room around it. */
function extentOf({ mesh, points }: FoldedStage): Extent {
  let [lowU, highU, lowV, highV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const places of [mesh, points])
    for (let i = 0; i < places.length; i += 2) {
      const [u, v] = [places[i] as number, places[i + 1] as number];
      lowU = Math.min(lowU, u);
      highU = Math.max(highU, u);
      lowV = Math.min(lowV, v);
      highV = Math.max(highV, v);
    }
  const least = 1e-6;
  return {
    u: (lowU + highU) / 2,
    v: (lowV + highV) / 2,
    reach: { u: Math.max(least, (highU - lowU) / 2), v: Math.max(least, (highV - lowV) / 2) },
  };
}

/** Draws what lies `share` of the way, 0 to 1, from one stage to the next. `labels` are the points' four numbers each. */
export function drawFolding(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  [from, to]: readonly [FoldedStage, FoldedStage],
  share: number,
  fabric: Fabric,
  labels: Float32Array,
  kind: LabelKind,
  palette: Palette,
): void {
  context.clearRect(0, 0, width, height);
  const t = eased(share);
  const between = (a: number, b: number): number => a + (b - a) * t;
  const [a, b] = [extentOf(from), extentOf(to)];
  const margin = 26 * ratio;
  const fit = ({ reach }: Extent): number =>
    Math.min((width / 2 - margin) / reach.u, (height / 2 - margin) / Math.max(reach.v, reach.u * 0.05));
  // Sizes are told apart by their ratio: halfway between 1 and 100 is 10.
  const scale = Math.exp(between(Math.log(fit(a)), Math.log(fit(b))));
  const middle = { u: between(a.u, b.u), v: between(a.v, b.v) };
  const x = (u: number): number => width / 2 + (u - middle.u) * scale;
  const y = (v: number): number => height / 2 - (v - middle.v) * scale;
  const placeIn =
    (name: "mesh" | "points") =>
    (i: number): [number, number] => [
      x(between(from[name][2 * i] as number, to[name][2 * i] as number)),
      y(between(from[name][2 * i + 1] as number, to[name][2 * i + 1] as number)),
    ];
  const node = placeIn("mesh");

  drawAxes(context, width, height, ratio, x(0), y(0), palette);
  drawCells(context, fabric, node, ratio);
  drawLines(context, fabric, node, ratio, palette);
  const cutOf = (stage: FoldedStage, strength: number): void => {
    if (stage.cut !== null && strength > 0) drawCut(context, width, height, ratio, stage.cut, strength, x, y, palette.ink);
  };
  if (from.cut !== null && to.cut !== null && from.flat === to.flat)
    cutOf({ ...from, cut: [0, 1, 2].map((i) => between(from.cut?.[i] ?? 0, to.cut?.[i] ?? 0)) }, 1);
  else {
    cutOf(from, 1 - 2 * t);
    cutOf(to, 2 * t - 1);
  }
  const point = placeIn("points");
  const spread = between(Number(from.flat), Number(to.flat)) * ratio;
  drawMarkers(context, Math.min(width, height, largestPicture * ratio), labels, kind, palette, (i) => {
    const [px, py] = point(i);
    return [px, py + spread * besideLine(i, labels[4 * i + 2] as number, kind)];
  });
}

/** On a line the points of each class get a strip of their own, in CSS pixels from it: else they would cover each other. */
function besideLine(i: number, label: number, { classes }: LabelKind): number {
  const jitter = ((i * 0.618034) % 1) - 0.5;
  if (classes === 0) return 60 * jitter;
  return 34 * ((classes - 1) / 2 - label) + 24 * jitter;
}

function drawAxes(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  x: number,
  y: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.line;
  context.lineWidth = ratio;
  context.beginPath();
  context.moveTo(x, 0);
  context.lineTo(x, height);
  context.moveTo(0, y);
  context.lineTo(width, y);
  context.stroke();
}

type Node = (i: number) => readonly [x: number, y: number];

function drawCells(context: CanvasRenderingContext2D, { meshSide, cells, colours }: Fabric, node: Node, ratio: number): void {
  const each = (meshSide - 1) / cells;
  context.lineWidth = 0.75 * ratio;
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const colour = colours[row * cells + column] ?? "transparent";
      const corner = row * each * meshSide + column * each;
      context.beginPath();
      // Around the cell, along the mesh.
      const along = (first: number, step: number): void => {
        for (let i = 0; i < each; i++) context.lineTo(...node(first + i * step));
      };
      along(corner, 1);
      along(corner + each, meshSide);
      along(corner + each + each * meshSide, -1);
      along(corner + each * meshSide, -meshSide);
      context.closePath();
      context.fillStyle = context.strokeStyle = colour;
      context.fill();
      // Leaves no gaps, and shows cells that are pressed flat.
      context.stroke();
    }
}

/** Lines of equal x1 and of equal x2, each in a tint of its own. */
function drawLines(context: CanvasRenderingContext2D, { meshSide }: Fabric, node: Node, ratio: number, palette: Palette): void {
  const every = (meshSide - 1) / linesEach;
  context.lineWidth = ratio;
  for (const [colour, across, along] of [
    [palette.validation, 1, meshSide],
    [palette.test, meshSide, 1],
  ] as const) {
    context.strokeStyle = colour;
    context.beginPath();
    for (let line = 0; line < meshSide; line += every)
      for (let i = 0; i < meshSide; i++) {
        const at = node(line * across + i * along);
        if (i === 0) context.moveTo(...at);
        else context.lineTo(...at);
      }
    context.stroke();
  }
}

/** Across the whole picture. */
function drawCut(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  cut: ArrayLike<number>,
  strength: number,
  x: (u: number) => number,
  y: (v: number) => number,
  colour: string,
): void {
  const [n1 = 0, n2 = 0, c = 0] = Array.from(cut);
  const length = n1 * n1 + n2 * n2;
  if (!(length > 0)) return;
  // The nearest point to the origin, and from there far enough both ways.
  const [px, py] = [x((n1 * c) / length), y((n2 * c) / length)];
  const direction = Math.hypot(n1, n2);
  const far = width + height + Math.hypot(px - width / 2, py - height / 2);
  const [dx, dy] = [(n2 / direction) * far, (n1 / direction) * far];
  context.save();
  context.globalAlpha = strength;
  context.strokeStyle = colour;
  context.lineWidth = 2.5 * ratio;
  context.setLineDash([9 * ratio, 5 * ratio]);
  context.beginPath();
  context.moveTo(px - dx, py - dy);
  context.lineTo(px + dx, py + dy);
  context.stroke();
  context.restore();
}

/** What the network answers, as cells are coloured: between the two ends of a range, or as the class that leads and by how much. */
export function cellColours(
  answers: Float32Array,
  cells: number,
  range: { low: number; high: number },
  kind: LabelKind,
  palette: Palette,
): string[] {
  const each = cells * cells;
  const outputs = answers.length / each;
  const span = range.high - range.low;
  return Array.from({ length: each }, (_, i) => {
    if (outputs === 1) {
      const t = Math.max(-1, Math.min(1, (2 * ((answers[i] as number) - range.low)) / span - 1));
      return tint(t > 0 ? palette.positive : palette.negative, Math.abs(t), palette);
    }
    const values = Array.from({ length: outputs }, (_, c) => answers[c * each + i] as number);
    const [most = 0, next = 0] = values.toSorted((p, q) => q - p);
    return tint(classColour(values.indexOf(most), kind.classes, palette), Math.min(1, (most - next) / span), palette);
  });
}

/** Cells let through what lies under them where the plane is folded over itself. */
function tint(colour: Rgb, share: number, palette: Palette): string {
  return cssColour(mix(palette.zero, colour, palette.planeStrength * share)).replace(")", " / 0.7)");
}
