/** The reader's own points, and how a run has them. */
import type { Experiment } from "../../../../bindings/backprop";

export type OwnPoint = Experiment["own"][number];

/** Whether labels are classes, numbered from 0, or values to predict. */
export type OwnKind = "classes" | "values";

export interface OwnPoints {
  kind: OwnKind;
  points: readonly OwnPoint[];
}

/** The core's names of the two data sets that are made of own points. */
export const dataOf: Record<OwnKind, string> = { classes: "own", values: "ownValues" };

/** A float of 32 bits with as few digits as tell it from all others. */
export function tidy(float: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const value = Number(float.toPrecision(digits));
    if (Math.fround(value) === Math.fround(float)) return value;
  }
  return Number(float.toPrecision(9));
}

/** The points that an experiment has, as the core gives them; null where its data are not the reader's own. */
export function ownPointsOf({ data, own }: Experiment): OwnPoints | null {
  const kind = (["classes", "values"] as const).find((of) => dataOf[of] === data);
  if (kind === undefined) return null;
  return { kind, points: own.map(([x, y, label]) => [tidy(x), tidy(y), tidy(label)]) };
}

/** Whether they are the same to the core, which computes with floats of 32 bits. */
export function areSame(a: OwnPoints, b: OwnPoints): boolean {
  if (a.kind !== b.kind || a.points.length !== b.points.length) return false;
  return a.points.every((point, i) =>
    point.every((value, j) => Math.fround(value) === Math.fround(b.points[i]?.[j] ?? Number.NaN)),
  );
}
