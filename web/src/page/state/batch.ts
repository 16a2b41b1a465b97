/**
 * The batch size that was chosen, where the training set has become too small for it: the core takes the whole set meanwhile, and the
 * page asks for the chosen size with every further change, until there are points enough.
 */
import type { Experiment, Problem } from "../../../../bindings/backprop";
import { trainingSize } from "./points.ts";
import type { Settings } from "./settings.ts";

interface Described {
  experiment: Experiment;
  points: Float32Array;
}

/** The size that is postponed after the run has changed; null if it has the one that was chosen. */
export function stillPostponed(postponed: number | null, before: Described, after: Described): number | null {
  const size = after.experiment.batchSize;
  // Only the core makes it the whole of a smaller set; otherwise somebody has chosen it.
  if (size !== trainingSize(after.points)) return null;
  const chosen = postponed ?? before.experiment.batchSize;
  return size < chosen ? chosen : null;
}

/** What the change asks for besides. */
export const withPostponed = (settings: Settings, postponed: number | null): Settings =>
  postponed === null || "batchSize" in settings ? settings : { ...settings, batchSize: postponed };

/** That the postponed size is still too large is no news: the reader has not asked for it now. */
export const besidesPostponed = (problems: Problem[], postponed: number | null): Problem[] =>
  postponed === null ? problems : problems.filter(({ field }) => field !== "batchSize");
