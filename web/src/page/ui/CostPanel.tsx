import { useComputed, useSignal } from "@preact/signals";
import type { Experiment } from "../../../../bindings/backprop";
import { formatCost, formatCount } from "../format";
import { type Line, splits } from "../views/cost-chart";
import { CurveChart } from "./CurveChart";
import { usePlayground } from "./context";
import { explanations } from "./explanations";
import { Scores, type Split, splitScore } from "./Scores";
import { Term } from "./Term";

const lines: readonly Line[] = splits.map(({ name, label, dash }) => ({ label, colour: name, dash, width: 1.5 }));

export function CostPanel({ experiment }: { experiment: Experiment }) {
  const { frame, history, seal } = usePlayground();
  const isRegression = experiment.classes === 0;
  /** The record under the pointer; the readings then are of its epoch. */
  const pointed = useSignal<number | null>(null);
  const when = useComputed(() => {
    const epoch = pointed.value === null ? undefined : history.value.epoch[pointed.value];
    if (epoch !== undefined) return `at epoch ${formatCount(epoch)}`;
    return isRegression ? "C, log scale; R²" : "C by epoch, log scale";
  });
  /** The test set's costs stay out of curves and words while it is sealed. */
  const isShown = (split: Split): boolean => split !== "test" || seal.visible.value;
  const penalty = useComputed(() => {
    const recorded = pointed.value === null ? undefined : history.value.penalty[pointed.value];
    const now = (frame.value?.scores.l1 ?? 0) + (frame.value?.scores.l2 ?? 0);
    const value = recorded ?? now;
    return value > 0 ? `+ ${formatCost(value)} penalty` : "";
  });
  const curves = useComputed(() => ({
    epochs: history.value.epoch,
    costs: splits.map(({ name }) => (isShown(name) ? history.value[name] : history.value.epoch.map(() => Number.NaN))),
  }));
  const costsInWords = (cost: (split: Split) => number): string =>
    splits.map(({ name }) => `${name} ${isShown(name) ? formatCost(cost(name)) : "sealed"}`).join(", ");
  const words = useComputed(() => {
    const scores = frame.value?.scores;
    const epochs = history.value.epoch.at(-1) ?? 0;
    return scores === undefined
      ? "Cost by epoch"
      : `Cost by epoch, from 0 to ${epochs}; ${costsInWords((name) => scores[name].cost)}`;
  });
  return (
    <section class="cost" data-spot="cost" aria-labelledby="cost-title">
      <div class="heading">
        <h2 id="cost-title">
          <Term of="cost function">Cost</Term>
        </h2>
        <span class="facts">{when}</span>
        <span class="facts" id="penalty" data-tip={explanations.penalty}>
          {penalty}
        </span>
      </div>
      <Scores
        isRegression={isRegression}
        score={(split) => {
          const at = pointed.value;
          const recorded = at === null ? undefined : history.value[split][at];
          if (at === null || recorded === undefined) return splitScore(frame.value?.scores[split], isRegression);
          return { cost: recorded, quality: history.value[`${split}Quality`][at] ?? Number.NaN };
        }}
      />
      <CurveChart
        lines={lines}
        curves={curves}
        pointed={pointed}
        words={words}
        reading={(record) => {
          const costs = costsInWords((name) => history.value[name][record] ?? Number.NaN);
          return `epoch ${history.value.epoch[record] ?? 0}: ${costs}`;
        }}
        tip={explanations.curve}
        spot="curve"
      />
    </section>
  );
}
