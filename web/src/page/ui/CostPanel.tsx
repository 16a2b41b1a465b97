import { useComputed, useSignal } from "@preact/signals";
import { SlidersHorizontal } from "lucide";
import type { Experiment } from "../../../../bindings/backprop";
import { formatCost } from "../format";
import type { Line } from "../views/cost-chart";
import { splits } from "../views/splits";
import { CurveChart } from "./CurveChart";
import { usePlayground } from "./context";
import { curvesOf, momentWords, scaleOf, valueAt, valueWords } from "./curves";
import { explanations } from "./explanations";
import { FiguresButton } from "./figures/FiguresButton";
import { Popover } from "./Popover";
import { Scores, type Split, splitScore } from "./Scores";
import { Term } from "./Term";

const lines: readonly Line[] = splits.map(({ name, label, dash }) => ({ label, colour: name, dash, width: 1.5 }));

export function CostPanel({ experiment }: { experiment: Experiment }) {
  const { frame, history, timeline, curveChoice, seal, run } = usePlayground();
  const isRegression = experiment.classes === 0;
  /** The record under the pointer; the readings then are of its epoch. */
  const pointed = useSignal<number | null>(null);
  const penalty = useComputed(() => {
    const recorded = pointed.value === null ? undefined : history.value.penalty[pointed.value];
    const now = (frame.value?.scores.l1 ?? 0) + (frame.value?.scores.l2 ?? 0);
    const value = recorded ?? now;
    return value > 0 ? `+ ${formatCost(value)} penalty` : "";
  });
  const when = useComputed(() => {
    const choice = curveChoice.value;
    if (pointed.value !== null && pointed.value < history.value.epoch.length)
      return `at ${momentWords(history.value, timeline.value, choice, pointed.value)}`;
    if (choice.quantity === "quality") return `${isRegression ? "R²" : "accuracy"} by ${choice.by}`;
    // The penalty beside it takes the room.
    if (penalty.value !== "") return choice.penalty ? "C with penalty" : `C by ${choice.by}`;
    return `C by ${choice.by}, ${choice.scale} scale`;
  });
  /** The test set's costs stay out of curves and words while it is sealed. */
  const isShown = (split: Split): boolean => split !== "test" || seal.visible.value;
  const curves = useComputed(() => curvesOf(history.value, timeline.value, curveChoice.value, isShown));
  /** The values of a record that the curves have. */
  const valuesInWords = (record: number): string => {
    const words = valueWords(curveChoice.value, isRegression);
    const value = (split: Split): string => words(valueAt(history.value, curveChoice.value, split, record));
    return splits.map(({ name }) => `${name} ${isShown(name) ? value(name) : "sealed"}`).join(", ");
  };
  const words = useComputed(() => {
    const { quantity, by } = curveChoice.value;
    const what = `${quantity === "cost" ? "Cost" : isRegression ? "R²" : "Accuracy"} by ${by}`;
    const last = curves.value.at.length - 1;
    return last < 0 ? what : `${what}, from 0 to ${curves.value.at[last]}; ${valuesInWords(last)}`;
  });
  return (
    <section class="cost" data-spot="cost" aria-labelledby="cost-title">
      <div class="heading">
        <h2 id="cost-title">
          <Term of="cost function">Cost</Term>
        </h2>
        <span class="facts when">{when}</span>
        <span class="facts" id="penalty" data-tip={explanations.penalty}>
          {penalty}
        </span>
        <FiguresButton isRegression={isRegression} />
        <Popover
          icon={SlidersHorizontal}
          name="What the curves show"
          tip={explanations.curveChoices}
          spot="curve-choices"
          load={async () => (await import("./CurveChoices")).CurveChoices}
        />
      </div>
      <Scores
        isRegression={isRegression}
        points={run.value?.points}
        score={(split) => {
          const at = pointed.value;
          const recorded = at === null ? undefined : history.value[split][at];
          if (at === null || recorded === undefined) return splitScore(frame.value?.scores[split], isRegression);
          return { cost: recorded, quality: history.value[`${split}Quality`][at] ?? Number.NaN };
        }}
      />
      <CurveChart
        lines={lines}
        scale={scaleOf(curveChoice.value, isRegression)}
        curves={curves}
        pointed={pointed}
        words={words}
        reading={(record) =>
          `${momentWords(history.value, timeline.value, curveChoice.value, record)}: ${valuesInWords(record)}`
        }
        tip={explanations.curve}
        spot="curve"
      />
    </section>
  );
}
