/** Training that was asked for and is not done yet. */
import type { Progress } from "../../../bindings/backprop";
import type { Owed } from "../protocol";

export const nothing: Owed = { unit: "iteration", count: 0 };

/** The iterations that make it up, as long as an epoch has as many as now. */
export function iterationsOf({ unit, count }: Owed, { iterationsToEpochEnd, iterationsPerEpoch }: Progress): number {
  return unit === "iteration" || count === 0 ? count : iterationsToEpochEnd + (count - 1) * iterationsPerEpoch;
}

/** What is left of it once training has come from one place to another. */
export function lessened({ unit, count }: Owed, before: Progress, after: Progress): Owed {
  // A run that diverged has gone back: none of this was done, but no more is owed than before.
  return { unit, count: Math.min(count, Math.max(0, count - (after[unit] - before[unit]))) };
}
