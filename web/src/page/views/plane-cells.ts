/** Where the cells of a picture of values over one part of the plane lie on a picture of another part. */
import { planeResolution } from "../../protocol";
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

/**
 * Of resolution x resolution values those that the same picture has in its usual detail: the middle ones of blocks of 3 x 3 or
 * 5 x 5. What is drawn from them is where it was when more detail comes.
 */
export function middleCells(values: Float32Array, resolution: number): { values: Float32Array; resolution: number } {
  const block = resolution / planeResolution;
  if (block <= 1) return { values, resolution };
  const middle = (block - 1) / 2;
  const kept = new Float32Array(planeResolution ** 2);
  for (let row = 0; row < planeResolution; row++) {
    const begin = (row * block + middle) * resolution + middle;
    for (let column = 0; column < planeResolution; column++)
      kept[row * planeResolution + column] = values[begin + column * block] as number;
  }
  return { values: kept, resolution: planeResolution };
}
