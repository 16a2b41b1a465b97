/** Which point is meant: the one next to a place, or the next one in a direction. Distances are in pixels. */
import type { Position } from "../../views/plane-window";

/** A point on screen, by its number. */
export interface Seen {
  index: number;
  at: Position;
}

export type Direction = "left" | "right" | "up" | "down";

/** The one next to a place, if it is no further away than `reach`. */
export function nearest(points: readonly Seen[], [x, y]: Position, reach = Number.POSITIVE_INFINITY): Seen | null {
  let best: Seen | null = null;
  let least = reach;
  for (const point of points) {
    const distance = Math.hypot(point.at[0] - x, point.at[1] - y);
    if (distance > least || (distance === least && best !== null)) continue;
    least = distance;
    best = point;
  }
  return best;
}

/** The closest one that lies more in this direction than to its sides; what lies aside counts twice. */
export function nextIn(points: readonly Seen[], from: Seen, direction: Direction): Seen | null {
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  const [axis, across] = direction === "left" || direction === "right" ? ([0, 1] as const) : ([1, 0] as const);
  let best: Seen | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const along = sign * (point.at[axis] - from.at[axis]);
    const aside = Math.abs(point.at[across] - from.at[across]);
    if (point.index === from.index || along < aside || along <= 0 || along + 2 * aside >= least) continue;
    least = along + 2 * aside;
    best = point;
  }
  return best;
}
