/** The large plane: a neuron's output with its decision boundary or isolines. x to the right, y up. */
import { boundaryLines, pathOf, regionPath } from "./contour";
import { type HeatRange, paintHeat, shadeOf } from "./heat";
import type { ValueLine } from "./line-numbers";
import { cssColour, type Palette, unpacked } from "./palette";
import { type Cells, middleCells, placeCells } from "./plane-cells";
import { type PlaneWindow, wholePlane } from "./plane-window";

/** Where values over a part of a plane that reaches 1 from the origin lie on a picture. */
export interface Placement {
  /** resolution x resolution of them, */
  resolution: number;
  /** over this part, */
  window: PlaneWindow;
  /** while this one is in sight. */
  sight: PlaneWindow;
  /** Whether there are no shades between the two sides of a line. */
  discrete: boolean;
}

export const wholePlacement = (resolution: number): Placement => ({
  resolution,
  window: wholePlane(1),
  sight: wholePlane(1),
  discrete: false,
});

/** Of one neuron. */
export interface Heat {
  values: Float32Array;
  range: HeatRange;
  /** Where lines are drawn, in ascending order. */
  lines: readonly number[];
  /** The one of them that is the boundary between two decisions; null if there is none. */
  boundary: number | null;
  /** Writes on the lines which values they have, given the plane's colour where it has one; without it nothing is written. */
  number?: ((lines: readonly ValueLine[], colourAt: (value: number) => string) => void) | undefined;
}

/** Fills a canvas of `size` pixels a side, as far as the window is in sight. */
export function drawPlane(
  context: CanvasRenderingContext2D,
  size: number,
  { values, range, lines, boundary, number }: Heat,
  { resolution, window, sight, discrete }: Placement,
  palette: Palette,
): void {
  // Many lines take long to find, and their numbers are to stay where they are.
  const lined = lines.length > 1 ? middleCells(values, resolution) : { values, resolution };
  const cells = placeCells(lined.resolution, window, sight);
  if (discrete) fillSteps(context, size, cells, lined.values, range, lines, palette);
  else {
    const small = cellCanvas(resolution);
    paintHeat(small, values, resolution, range, palette.planeHeat);
    enlarge(small, context, size, placeCells(resolution, window, sight));
  }
  const drawn = lines.map((value) => ({ value, parts: boundaryLines(cells, lined.values, size, value) }));
  for (const { value, parts } of drawn) strokeBoundary(context, size, pathOf(parts), value === boundary, palette.ink);
  number?.(drawn, (value) => shadeColour(value, range, palette));
}

/** The plane's colour where it has that value. */
const shadeColour = (value: number, range: HeatRange, { planeHeat }: Palette): string =>
  cssColour(unpacked(planeHeat[shadeOf(value, range)] as number));

/** One colour between each line and the next; where there are no lines, one for each half of the range. */
function fillSteps(
  context: CanvasRenderingContext2D,
  size: number,
  cells: Cells,
  values: Float32Array,
  range: HeatRange,
  lines: readonly number[],
  palette: Palette,
): void {
  const steps = lines.length > 0 ? lines : [(range.low + range.high) / 2];
  const colour = (value: number): string => shadeColour(value, range, palette);
  const [first, second] = steps as [number, number?];
  // Half way to the next line, and they are all as far apart; a line alone has the range's two ends beside it.
  const half = second === undefined ? Number.POSITIVE_INFINITY : (second - first) / 2;
  const below = (step: number): number => Math.max(range.low, step - half);
  const above = (step: number): number => Math.min(range.high, step + half);
  context.fillStyle = colour(below(first));
  context.fillRect(0, 0, size, size);
  for (const step of steps) {
    context.fillStyle = colour(above(step));
    context.fill(regionPath(cells, values, size, step), "evenodd");
  }
}

/** By their sides, of which there are few: one drawing may need two of them. */
const cellCanvases = new Map<number, OffscreenCanvasRenderingContext2D>();

/** A canvas with a pixel for each of side x side cells, on which the last one of that side may still be. */
export function cellCanvas(side: number): OffscreenCanvasRenderingContext2D {
  const made =
    cellCanvases.get(side) ?? (new OffscreenCanvas(side, side).getContext("2d") as OffscreenCanvasRenderingContext2D);
  cellCanvases.set(side, made);
  return made;
}

/** Draws a canvas of cells over one of `size` pixels a side, with colours in between interpolated. */
export function enlarge(
  { canvas }: OffscreenCanvasRenderingContext2D,
  context: CanvasRenderingContext2D,
  size: number,
  { side, left, top, cell }: Cells,
): void {
  context.imageSmoothingEnabled = true;
  // Of cells of some pixels the better way looks the same, and takes twice as long.
  context.imageSmoothingQuality = cell * size > 8 ? "high" : "low";
  context.drawImage(canvas, left * size, top * size, side * cell * size, side * cell * size);
}

/** Isolines are fainter than what parts decisions. */
export function strokeBoundary(
  context: CanvasRenderingContext2D,
  size: number,
  path: Path2D,
  isBoundary: boolean,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.globalAlpha = isBoundary ? 0.75 : 0.3;
  context.lineWidth = Math.max(1, size / (isBoundary ? 300 : 450));
  context.stroke(path);
  context.globalAlpha = 1;
}
