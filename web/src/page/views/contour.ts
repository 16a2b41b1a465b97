/** Lines on which values over the plane cross a threshold, and the regions where they are above it. */
import type { Cells } from "./plane-cells";
import type { Position } from "./plane-window";
import { type Corner, ringsAround } from "./rings";

/** As a path on a canvas of `size` pixels a side: the outlines of the region where the values are at least `threshold`. */
export function regionPath(cells: Cells, values: Float32Array, size: number, threshold: number): Path2D {
  const place = placing(cells, size);
  return pathOf(ringsAround(values, cells.side, threshold).map((ring) => ring.map(place)));
}

/** On that canvas, the same without what of the outlines is only the picture's edge: lines from place to place. */
export function boundaryLines(cells: Cells, values: Float32Array, size: number, threshold: number): Position[][] {
  const { side } = cells;
  const place = placing(cells, size);
  const lines: Position[][] = [];
  const moveTo = (corner: Corner): unknown => lines.push([place(corner)]);
  const lineTo = (corner: Corner): unknown => lines.at(-1)?.push(place(corner));
  const onSide = ([x]: Corner): boolean => x === 0 || x === side;
  const onEdge = (corner: Corner): boolean => onSide(corner) || corner[1] === 0 || corner[1] === side;
  /** From the outermost values, half a cell inside, out to the edge, in the direction in which the line comes from `before`. */
  const outFrom = ([x, y]: Corner, edge: Corner, [beforeX, beforeY]: Corner): Corner => {
    const isSide = onSide(edge);
    const steps = isSide ? (edge[0] - x) / (x - beforeX) : (edge[1] - y) / (y - beforeY);
    const shift = steps * (isSide ? y - beforeY : x - beforeX);
    // Straight out where it comes from elsewhere.
    const turned = steps > 0 && Math.abs(shift) <= 1 ? shift : 0;
    return isSide ? [edge[0], y + turned] : [x + turned, edge[1]];
  };
  for (const ring of ringsAround(values, side, threshold)) {
    // It ends where it begins.
    const at = (i: number): Corner => ring[(i + ring.length - 1) % (ring.length - 1)] as Corner;
    moveTo(at(0));
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [at(i - 1), at(i)];
      // The region is closed along the edge and across the corners; the boundary is not.
      if (onEdge(from) && onEdge(to)) moveTo(to);
      else if (onEdge(to)) lineTo(outFrom(from, to, at(i - 2)));
      else {
        if (onEdge(from)) moveTo(outFrom(to, from, at(i + 1)));
        lineTo(to);
      }
    }
  }
  return lines.filter(({ length }) => length > 1);
}

export function pathOf(lines: readonly (readonly Position[])[]): Path2D {
  const path = new Path2D();
  for (const [first, ...others] of lines) {
    path.moveTo(...(first as Position));
    for (const place of others) path.lineTo(...place);
  }
  return path;
}

const placing =
  ({ left, top, cell }: Cells, size: number) =>
  ([x, y]: Corner): Position => [(left + x * cell) * size, (top + y * cell) * size];

/** Round values strictly between two others, at most some `most` of them, at equal steps of 1, 2 or 5 times a power of ten. */
export function roundValuesBetween(low: number, high: number, most: number): number[] {
  if (!(high > low)) return [];
  const least = (high - low) / (most + 1);
  const decade = 10 ** Math.floor(Math.log10(least));
  const step = decade * ([1, 2, 5].find((rung) => rung * decade >= least) ?? 10);
  const first = Math.floor(low / step) + 1;
  const last = Math.ceil(high / step) - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
