import type { ForecastStep } from "../../views/forecast-chart";

/** More than fit on any screen. */
const mostKept = 200;

/** The steps seen so far with the newest; those that a reset or another run took back are gone. */
export function withStep(steps: readonly ForecastStep[], newest: ForecastStep): readonly ForecastStep[] {
  return [...steps.filter(({ iteration }) => iteration < newest.iteration), newest].slice(-mostKept);
}

/** What the step does to the training set, where that is the contrary of what it does to the mini-batch; empty where it is not. */
export function asideOn(batch: Omit<ForecastStep, "iteration">, training: Omit<ForecastStep, "iteration">): string {
  if (!Number.isFinite(training.actual) || Math.sign(training.actual) * Math.sign(batch.actual) >= 0) return "";
  const foretold =
    Math.sign(training.predicted) === Math.sign(training.actual) ? "" : ", though its gradient foretells the contrary";
  return `Over the training set the cost ${training.actual > 0 ? "rises" : "falls"}${foretold}.`;
}

/** How far the straight line can be trusted, in one sentence. */
export function verdictOn({ predicted, actual }: Omit<ForecastStep, "iteration">): string {
  if (!Number.isFinite(predicted) || !Number.isFinite(actual))
    return "The cost is no number any more: the step went far too far.";
  if (predicted === 0) return "The gradient is zero: it foretells no change.";
  const share = actual / predicted;
  if (share < 0)
    return predicted < 0
      ? "The step is too long: the gradient foretells a fall, and the cost rises."
      : "The cost does the opposite of what the gradient foretells.";
  const off = Math.abs(share - 1);
  if (off < 0.1)
    return `The straight line holds: the cost does what the gradient foretells, to ${off < 0.001 ? "0.1" : (100 * off).toFixed(1)} %.`;
  return `The cost is curved: it does ${share.toFixed(2)} times what the gradient foretells.`;
}
