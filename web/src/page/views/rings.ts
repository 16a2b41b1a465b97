/**
 * The outlines of where values on a grid are at least a threshold: marching squares. Every frame has some, so it is made for speed: a
 * place on the line is a number until its ring is whole.
 */

/** In cells from the upper left corner. */
export type Corner = [x: number, y: number];

/**
 * Of side x side values, rows from the top, each in the middle of its cell. Each ring ends where it began. Between two values it runs
 * where a straight line from one to the other meets the threshold; beyond the outermost ones along the edge of the grid, and over its
 * corners. NaN is below every threshold.
 */
export function ringsAround(values: Float32Array, side: number, threshold: number): Corner[][] {
  // With a rim of places outside: value (x, y) is at (x + 1, y + 1).
  const width = side + 2;
  const isIn = new Uint8Array(width * width);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) if ((values[y * side + x] as number) >= threshold) isIn[(y + 1) * width + x + 1] = 1;

  // A crossing lies between a place and the next one to the right, with number 2 at, or the next one below, with 2 at + 1.
  const next = new Int32Array(2 * width * width).fill(-1);
  const begins: number[] = [];
  for (let y = 0; y <= side; y++)
    for (let x = 0; x <= side; x++) {
      const at = y * width + x;
      const first = isIn[at];
      if (isIn[at + 1] === first && isIn[at + width] === first && isIn[at + width + 1] === first) continue;
      const around = [first, isIn[at + 1], isIn[at + width + 1], isIn[at + width]] as const;
      // Clockwise from the upper side: where the way around the four places enters the region, and then leaves it.
      const crossings = [2 * at, 2 * (at + 1) + 1, 2 * (at + width), 2 * at + 1] as const;
      for (let i = 0; i < 4; i++) {
        if (around[i] || !around[(i + 1) % 4]) continue;
        let leave = (i + 1) % 4;
        while (around[(leave + 1) % 4]) leave = (leave + 1) % 4;
        next[crossings[i] as number] = crossings[leave] as number;
        begins.push(crossings[i] as number);
      }
    }

  const place = (crossing: number): Corner => {
    const at = crossing >> 1;
    const [x, y] = [at % width, Math.floor(at / width)];
    // From the middle of this cell to that of the next; outside there are no values.
    const share = (isInside: boolean, step: number): number => {
      if (!isInside) return 0.5;
      const value = values[(y - 1) * side + x - 1] as number;
      const met = (threshold - value) / ((values[(y - 1) * side + x - 1 + step] as number) - value);
      return met >= 0 && met <= 1 ? met : 0.5;
    };
    return crossing % 2 === 0
      ? [x - 0.5 + share(x >= 1 && x < side, 1), y - 0.5]
      : [x - 0.5, y - 0.5 + share(y >= 1 && y < side, side)];
  };
  const rings: Corner[][] = [];
  for (const begin of begins) {
    if (next[begin] === -1) continue; // it is a part of a ring that is there
    const ring: Corner[] = [place(begin)];
    for (let at = begin; next[at] !== -1; ) {
      const to = next[at] as number;
      next[at] = -1;
      ring.push(place(to));
      at = to;
    }
    rings.push(ring);
  }
  return rings;
}
