/** Which part of a cut is shown: as far as `reach` to all sides of (u, v). */

export interface Patch {
  u: number;
  v: number;
  reach: number;
}

const rungs = [1, 1.5, 2, 3, 5, 7];

/** Of the slider: every round number from 0.01 to 100. */
export const reaches: readonly number[] = [0.01, 0.1, 1, 10]
  .flatMap((decade) => rungs.map((rung) => Number((rung * decade).toPrecision(2))))
  .concat(100);

/** The first of them that is no smaller. */
export const reachOf = (least: number): number => reaches.find((reach) => reach >= least) ?? 100;

/** How far a path's places (u, v each) lie apart, and from the origin, in u or v. */
export interface Box {
  width: number;
  fromOrigin: number;
}

export function boxOf(path: Float32Array): Box {
  const along = (axis: 0 | 1): number[] => Array.from({ length: path.length / 2 }, (_, i) => path[2 * i + axis] as number);
  const axes = [along(0), along(1)];
  return {
    width: Math.max(...axes.map((places) => Math.max(...places) - Math.min(...places))),
    fromOrigin: Math.max(...axes.flat().map(Math.abs)),
  };
}

/** Stays where it is while (u, v) is well within it; else moves to have it in the middle. */
export function follow(patch: Patch, u: number, v: number): Patch {
  const inside = 0.85 * patch.reach;
  if (Math.abs(u - patch.u) <= inside && Math.abs(v - patch.v) <= inside) return patch;
  const step = patch.reach / 4;
  const round = (value: number): number => Number((Math.round(value / step) * step).toPrecision(6));
  return { ...patch, u: round(u), v: round(v) };
}
