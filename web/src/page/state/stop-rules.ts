/** The rules that end a training by itself, in words, and the usual ones for those who have set none. */
import type { Experiment } from "../../../../bindings/backprop";
import { formatCount } from "../format";

export type StopRules = Pick<Experiment, "stopEpochs" | "targetCost" | "patience" | "restoreBest" | "gradientBound">;

/** What ends the run, each as the end of "Training ends .."; none if nothing does but divergence. */
export function rulesInWords({ stopEpochs, targetCost, patience, restoreBest, gradientBound }: StopRules): string[] {
  const back = restoreBest ? "; the weights and biases of the best epoch come back" : "";
  return [
    patience > 0 ? `when the validation cost has not improved for ${formatCount(patience)} epochs${back}` : "",
    gradientBound > 0 ? `when the gradient is shorter than ${gradientBound}: the cost is as good as flat` : "",
    targetCost > 0 ? `when the training cost is at most ${targetCost}` : "",
    stopEpochs > 0 ? `after ${formatCount(stopEpochs)} epochs` : "",
  ].filter((rule) => rule !== "");
}

/** With fewer validation points, which of them there are by chance says more than what the network has learned. */
export const isFew = (validationPoints: number): boolean => validationPoints < 10;

/** Why nobody stops by so few. */
export const fewSentence = (validationPoints: number): string => {
  const points = validationPoints === 0 ? "no points" : validationPoints === 1 ? "1 point" : `${validationPoints} points`;
  return `The validation set has ${points}, too few to tell when to stop: raise Validation, under Data, to give it more.`;
};

/**
 * For an experiment without rules: enough that every run ends. Patience needs validation points to look at, and enough of itself to
 * outlast the flat stretches that a spiral's cost goes through before it falls.
 */
export function usualRules(validationPoints: number): StopRules {
  const watched = !isFew(validationPoints);
  return { patience: watched ? 2000 : 0, restoreBest: watched, gradientBound: 0.0001, targetCost: 0, stopEpochs: 20000 };
}
