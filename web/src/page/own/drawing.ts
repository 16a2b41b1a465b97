/** What is asked of points, and done with them, while they are drawn or read: before a run is made of them. */
import type { Limits } from "../../../../bindings/backprop";
import { mostClasses } from "../classes.ts";
import type { OwnKind, OwnPoint, OwnPoints } from "./own.ts";

/** Whether a point may have it. */
export const isLabel = (kind: OwnKind, label: number): boolean =>
  kind === "values" || (Number.isInteger(label) && label >= 0 && label < mostClasses);

/** What the core asks of own points. */
export interface OwnLimits {
  /** Of coordinates and values. */
  number: Limits;
  mostPoints: number;
}

/** The plane on which they are drawn reaches so far, as Session.planeHalf does. */
export function halfOf(points: readonly OwnPoint[], usual: number): number {
  return points.reduce((half, [x, y]) => Math.max(half, 1.05 * Math.abs(x), 1.05 * Math.abs(y)), usual);
}

/** How many there are of each class. */
export function countsOf(points: readonly OwnPoint[]): number[] {
  const counts: number[] = [];
  for (const [, , label] of points) counts[label] = (counts[label] ?? 0) + 1;
  return Array.from(counts, (count) => count ?? 0);
}

/** Why they cannot be learned from yet; empty if they can. */
export function troubleWith({ kind, points }: OwnPoints): string {
  if (points.length < 2) return "Draw or read at least two points.";
  if (kind === "classes" && points.every(([, , label]) => label === points[0]?.[2]))
    return "Points of at least two classes are needed: there is nothing to tell apart yet.";
  return "";
}

/** The same points with labels of the other kind: the first class is −1, the last +1, and back by the nearest class of two. */
export function toKind({ kind, points }: OwnPoints, wanted: OwnKind): OwnPoints {
  if (kind === wanted) return { kind, points };
  const last = Math.max(1, ...points.map(([, , label]) => label));
  const label = (of: number): number => (wanted === "values" ? Number(((2 * of) / last - 1).toFixed(2)) : Number(of > 0));
  return { kind: wanted, points: points.map(([x, y, of]) => [x, y, label(of)]) };
}

/** Without those closer to a place than `reach`. */
export function erased(points: readonly OwnPoint[], x: number, y: number, reach: number): readonly OwnPoint[] {
  const left = points.filter((point) => Math.hypot(point[0] - x, point[1] - y) > reach);
  return left.length === points.length ? points : left;
}
