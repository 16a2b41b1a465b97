/** The run's past as the chosen curves, in numbers and in words. */
import { formatCost, formatCount, formatQuality, formatShare, minus } from "../format";
import type { CurveChoice } from "../state/curve-choice";
import type { CostHistory } from "../state/history";
import { type Change, iterationAt, type Mark, type Timeline } from "../state/timeline";
import type { Curves } from "../views/cost-chart";
import type { Scale } from "../views/curve-scales";
import { splits } from "../views/splits";
import type { Split } from "./Scores";

export const scaleOf = ({ quantity, scale }: CurveChoice, isRegression: boolean): Scale =>
  quantity === "cost" ? scale : isRegression ? "quality" : "share";

/** A value of each set at each record; NaN of a set that is sealed. */
export function curvesOf(
  history: CostHistory,
  timeline: Timeline,
  choice: CurveChoice,
  isShown: (split: Split) => boolean,
): Curves {
  const byIteration = choice.by === "iteration";
  return {
    at: byIteration ? history.epoch.map((epoch) => iterationAt(timeline, epoch)) : history.epoch,
    values: splits.map(({ name }) =>
      history.epoch.map((_, record) => (isShown(name) ? valueAt(history, choice, name, record) : Number.NaN)),
    ),
    marks: timeline.marks.map((mark) => ({
      at: byIteration ? mark.iteration : mark.epoch,
      name: mark.changes.map(({ name }) => name).join(", "),
    })),
  };
}

/** The chosen quantity of a set at a record. */
export function valueAt(history: CostHistory, { quantity, penalty }: CurveChoice, split: Split, record: number): number {
  if (quantity === "quality") return history[`${split}Quality`][record] ?? Number.NaN;
  return (history[split][record] ?? Number.NaN) + (penalty ? (history.penalty[record] ?? 0) : 0);
}

export const valueWords = ({ quantity }: CurveChoice, isRegression: boolean): ((value: number) => string) =>
  quantity === "cost" ? formatCost : isRegression ? formatQuality : formatShare;

/** "epoch 12", "iteration 360", and what was changed since the record before. */
export function momentWords(history: CostHistory, timeline: Timeline, { by }: CurveChoice, record: number): string {
  const epoch = history.epoch[record] ?? 0;
  const before = history.epoch[record - 1] ?? epoch;
  const when = by === "epoch" ? `epoch ${formatCount(epoch)}` : `iteration ${formatCount(iterationAt(timeline, epoch))}`;
  const isNear = (mark: Mark): boolean => mark.epoch >= before && mark.epoch < epoch;
  return [when, ...timeline.marks.filter(isNear).flatMap(({ changes }) => changes.map(changeWords))].join(", ");
}

/** "Learning rate η 0.03 → 0.1", "Freeze b²₁ on"; of what is neither a number nor a switch, the name alone. */
function changeWords({ name, from, to }: Change): string {
  if (typeof to === "boolean") return `${name} ${to ? "on" : "off"}`;
  return typeof to === "number" ? minus(`${name} ${from} → ${to}`) : name;
}
