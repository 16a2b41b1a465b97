/** The cost on a plane through the space of the weights: heights as colours and lines, the path, the gradient and the next step. */
import type { Palette } from "./palette";
import { shades } from "./palette";
import { ringsAround } from "./rings";

export interface Landscape {
  /** resolution x resolution costs, rows from the top, the first and last ones at the very edges. */
  costs: Float32Array;
  resolution: number;
  /** The middle of the picture, and how far it reaches. */
  u: number;
  v: number;
  reach: number;
  /** u and v of each place, the present one last. */
  path: Float32Array;
  /** dC/du, dC/dv */
  slope: ArrayLike<number>;
  /** du, dv */
  step: ArrayLike<number>;
}

/** Lines of equal cost between the lowest and the highest. */
const isolines = 14;

/** Costs spread far upwards: as a height counts the root of how far one is above the lowest, 0 to 1. */
export function heightsOf(costs: Float32Array): { heights: Float32Array; low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const cost of costs)
    if (Number.isFinite(cost)) {
      low = Math.min(low, cost);
      high = Math.max(high, cost);
    }
  const range = high - low || 1;
  const heights = costs.map((cost) => (Number.isFinite(cost) ? Math.sqrt(Math.max(0, cost - low) / range) : 1));
  return { heights, low, high };
}

let buffer: OffscreenCanvas | null = null;

/** Fills a canvas of `size` pixels a side. */
export function drawLandscape(
  context: CanvasRenderingContext2D,
  size: number,
  ratio: number,
  landscape: Landscape,
  palette: Palette,
): void {
  const { costs, resolution, path, slope, step } = landscape;
  const { heights } = heightsOf(costs);
  const cell = size / (resolution - 1);
  context.clearRect(0, 0, size, size);
  drawHeights(context, heights, resolution, cell, palette);
  drawIsolines(context, heights, resolution, cell, ratio, palette);
  const scale = size / (2 * landscape.reach);
  const x = (u: number): number => size / 2 + (u - landscape.u) * scale;
  const y = (v: number): number => size / 2 - (v - landscape.v) * scale;
  drawZeroLines(context, size, x(0), y(0), ratio, palette);
  drawPath(context, path, x, y, ratio, palette);
  const [hereX, hereY] = [x(path[path.length - 2] ?? 0), y(path[path.length - 1] ?? 0)];
  drawArrow(context, hereX, hereY, [slope[0] ?? 0, -(slope[1] ?? 0)], gradientLength * ratio, ratio, palette.warning, palette);
  const [du, dv] = [(step[0] ?? 0) * scale, -(step[1] ?? 0) * scale];
  const longer = exaggeration(landscape, size / ratio);
  drawArrow(context, hereX, hereY, [du, dv], Math.hypot(du, dv) * longer, ratio, palette.accent, palette);
  context.beginPath();
  context.arc(hereX, hereY, 6 * ratio, 0, 2 * Math.PI);
  context.fillStyle = palette.ink;
  context.strokeStyle = palette.card;
  context.lineWidth = 2 * ratio;
  context.fill();
  context.stroke();
}

/** Of the gradient's arrow, in CSS pixels; its true length has another unit than the picture. */
const gradientLength = 46;

/** 1, 2, 5, 10, ..: so many times as long as it is, the next step's arrow is long enough to be seen on a picture of that size. */
export function exaggeration({ step, reach }: Pick<Landscape, "step" | "reach">, size: number): number {
  const length = (Math.hypot(step[0] ?? 0, step[1] ?? 0) * size) / (2 * reach);
  if (!(length > 0) || length >= 24) return 1;
  const wanted = 24 / length;
  const decade = 10 ** Math.floor(Math.log10(wanted));
  return decade * ([1, 2, 5, 10].find((rung) => rung * decade >= wanted) ?? 10);
}

function drawHeights(
  context: CanvasRenderingContext2D,
  heights: Float32Array,
  resolution: number,
  cell: number,
  palette: Palette,
): void {
  if (buffer?.width !== resolution) buffer = new OffscreenCanvas(resolution, resolution);
  const small = buffer.getContext("2d") as OffscreenCanvasRenderingContext2D;
  const image = small.createImageData(resolution, resolution);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = palette.landscape[Math.round((heights[i] as number) * (shades - 1))] as number;
  small.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  // The middles of the outermost pixels lie on the edges.
  context.drawImage(buffer, -cell / 2, -cell / 2, resolution * cell, resolution * cell);
}

function drawIsolines(
  context: CanvasRenderingContext2D,
  heights: Float32Array,
  resolution: number,
  cell: number,
  ratio: number,
  palette: Palette,
): void {
  const onEdge = (p: number): boolean => p === 0 || p === resolution;
  context.beginPath();
  for (let i = 1; i < isolines; i++)
    for (const ring of ringsAround(heights, resolution, i / isolines))
      ring.forEach(([px, py], at) => {
        const [qx, qy] = ring[at - 1] ?? [];
        // The region is closed along the picture's edge; the line is not.
        const alongEdge = (onEdge(px) && px === qx) || (onEdge(py) && py === qy);
        const to = [(px - 0.5) * cell, (py - 0.5) * cell] as const;
        if (at > 0 && !alongEdge) context.lineTo(...to);
        else context.moveTo(...to);
      });
  context.strokeStyle = palette.ink;
  context.globalAlpha = 0.28;
  context.lineWidth = ratio;
  context.stroke();
  context.globalAlpha = 1;
}

function drawZeroLines(
  context: CanvasRenderingContext2D,
  size: number,
  x: number,
  y: number,
  ratio: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.control;
  context.lineWidth = ratio;
  context.setLineDash([2 * ratio, 4 * ratio]);
  context.beginPath();
  context.moveTo(x, 0);
  context.lineTo(x, size);
  context.moveTo(0, y);
  context.lineTo(size, y);
  context.stroke();
  context.setLineDash([]);
}

/** A line with a dot at each place that was kept; the dots of long walks would run together. */
function drawPath(
  context: CanvasRenderingContext2D,
  path: Float32Array,
  x: (u: number) => number,
  y: (v: number) => number,
  ratio: number,
  palette: Palette,
): void {
  const places = path.length / 2;
  const at = (i: number): [number, number] => [x(path[2 * i] as number), y(path[2 * i + 1] as number)];
  context.lineJoin = "round";
  for (const [colour, width] of [
    [palette.card, 4],
    [palette.ink, 1.75],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * ratio;
    context.beginPath();
    for (let i = 0; i < places; i++) context.lineTo(...at(i));
    context.stroke();
  }
  context.fillStyle = palette.ink;
  for (let i = 0; i < places - 1; i++) {
    context.beginPath();
    context.arc(...at(i), (i === 0 ? 4 : 2) * ratio, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawArrow(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  direction: readonly [number, number],
  length: number,
  ratio: number,
  colour: string,
  palette: Palette,
): void {
  const norm = Math.hypot(...direction);
  if (!(norm > 0) || !Number.isFinite(norm)) return;
  const [dx, dy] = [direction[0] / norm, direction[1] / norm];
  const [tipX, tipY] = [x + dx * length, y + dy * length];
  const head = 8 * ratio;
  const path = new Path2D();
  path.moveTo(x, y);
  path.lineTo(tipX, tipY);
  path.moveTo(tipX - head * (dx + 0.55 * dy), tipY - head * (dy - 0.55 * dx));
  path.lineTo(tipX, tipY);
  path.lineTo(tipX - head * (dx - 0.55 * dy), tipY - head * (dy + 0.55 * dx));
  context.lineCap = "round";
  for (const [stroke, width] of [
    [palette.card, 5],
    [colour, 2.5],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = width * ratio;
    context.stroke(path);
  }
  context.lineCap = "butt";
}
