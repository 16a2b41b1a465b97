/** Where the cells of a picture of values over one part of the plane lie on a picture of another part. */
import type { PlaneWindow } from "./plane-window";

/** side x side cells, which on a picture of 1 a side begin at (left, top). */
export interface Cells {
  side: number;
  left: number;
  top: number;
  /** A cell's side. */
  cell: number;
}

/** Of `side` x `side` cells over the window `of`, on a picture of what is in sight. */
export function placeCells(side: number, of: PlaneWindow, sight: PlaneWindow): Cells {
  const width = 2 * sight.half;
  return {
    side,
    left: (of.x - of.half - (sight.x - sight.half)) / width,
    top: (sight.y + sight.half - (of.y + of.half)) / width,
    cell: (2 * of.half) / side / width,
  };
}
