/** Pictures of values over the plane have a cell for each value; those that are in sight are cut out, so that no others are drawn. */
import type { PlaneWindow } from "./plane-window";

/** Columns x rows cells, their values row by row from the top, and where they lie on a picture of 1 a side. */
export interface CellsInSight {
  columns: number;
  rows: number;
  left: number;
  top: number;
  /** A cell's side. */
  cell: number;
  /** Cuts the values of these cells out of resolution x resolution ones. */
  cut(values: Float32Array): Float32Array;
}

/** Beyond the picture's edge, so that what is drawn there does not depend on where it was cut. */
const margin = 2;

/** Of resolution x resolution cells over a plane that reaches 1 from the origin. */
export function cellsInSight(resolution: number, { x, y, half }: PlaneWindow): CellsInSight {
  const cell = 1 / (resolution * half);
  const along = (from: number): { first: number; count: number } => {
    const begin = (from / 2) * resolution;
    const first = Math.max(0, Math.floor(begin + 1e-9) - margin);
    const end = Math.min(resolution, Math.ceil(begin + half * resolution - 1e-9) + margin);
    return { first, count: end - first };
  };
  const across = along(x - half + 1);
  const down = along(1 - y - half);
  const isWhole = across.count === resolution && down.count === resolution;
  return {
    columns: across.count,
    rows: down.count,
    left: across.first * cell - (x - half + 1) / (2 * half),
    top: down.first * cell - (1 - y - half) / (2 * half),
    cell,
    cut: (values) => {
      if (isWhole) return values;
      const kept = new Float32Array(across.count * down.count);
      for (let row = 0; row < down.count; row++) {
        const begin = (down.first + row) * resolution + across.first;
        kept.set(values.subarray(begin, begin + across.count), row * across.count);
      }
      return kept;
    },
  };
}
