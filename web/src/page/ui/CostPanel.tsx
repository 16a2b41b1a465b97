import { type Signal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Experiment } from "../../../../bindings/backprop";
import { formatCost, formatCount, formatQuality, formatShare } from "../format";
import { CostChart, splits } from "../views/cost-chart";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { palette } from "./palette";

const tips = { training: fieldExplanations.training, validation: fieldExplanations.validation, test: explanations.test };

export function CostPanel({ experiment }: { experiment: Experiment }) {
  const { frame, history } = usePlayground();
  const isRegression = experiment.classes === 0;
  /** The record under the pointer; the readings then are of its epoch. */
  const pointed = useSignal<number | null>(null);
  const when = useComputed(() => {
    const epoch = pointed.value === null ? undefined : history.value.epoch[pointed.value];
    if (epoch !== undefined) return `at epoch ${formatCount(epoch)}`;
    return isRegression ? "C, log scale; R²" : "C by epoch, log scale";
  });
  const penalty = useComputed(() => {
    const recorded = pointed.value === null ? undefined : history.value.penalty[pointed.value];
    const now = (frame.value?.scores.l1 ?? 0) + (frame.value?.scores.l2 ?? 0);
    const value = recorded ?? now;
    return value > 0 ? `+ ${formatCost(value)} penalty` : "";
  });
  return (
    <section class="cost" aria-labelledby="cost-title">
      <div class="heading">
        <h2 id="cost-title">Cost</h2>
        <span class="facts">{when}</span>
        <span class="facts" id="penalty" data-tip={explanations.penalty}>
          {penalty}
        </span>
      </div>
      <dl class="readings">
        {splits.map(({ name, label }) => {
          const cost = useComputed(() => {
            const recorded = pointed.value === null ? undefined : history.value[name][pointed.value];
            return formatCost(recorded ?? frame.value?.scores[name].cost ?? Number.NaN);
          });
          const quality = useComputed(() => {
            const recorded = pointed.value === null ? undefined : history.value[`${name}Quality`][pointed.value];
            const score = frame.value?.scores[name];
            const value = recorded ?? (isRegression ? score?.rSquared : score?.accuracy) ?? Number.NaN;
            return isRegression ? formatQuality(value) : formatShare(value);
          });
          return (
            <div key={name} data-tip={tips[name]}>
              <dt>
                <i class={`line-${name}`} /> {label}
              </dt>
              <dd>
                <b id={`${name}-cost`}>{cost}</b> <span id={`${name}-accuracy`}>{quality}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      <Chart pointed={pointed} />
    </section>
  );
}

function Chart({ pointed }: { pointed: Signal<number | null> }) {
  const { history, frame } = usePlayground();
  const place = useRef<HTMLDivElement>(null);
  const chart = useSignal<CostChart | null>(null);

  useLayoutEffect(() => {
    if (place.current === null) return;
    const element = place.current;
    const made = new CostChart(element, palette.peek(), (record) => {
      pointed.value = record;
    });
    chart.value = made;
    const observer = new ResizeObserver(() => made.resize(element.clientWidth, element.clientHeight));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, []);
  useSignalEffect(() => chart.value?.recolour(palette.value));
  useSignalEffect(() => chart.value?.draw(history.value));

  const words = useComputed(() => {
    const scores = frame.value?.scores;
    const epochs = history.value.epoch.at(-1) ?? 0;
    return scores === undefined
      ? "Cost by epoch"
      : `Cost by epoch, from 0 to ${epochs}; training ${formatCost(scores.training.cost)}, validation ${formatCost(scores.validation.cost)}, test ${formatCost(scores.test.cost)}`;
  });
  const last = useComputed(() => Math.max(0, history.value.epoch.length - 1));
  const reading = useComputed(() => {
    const record = pointed.value ?? last.value;
    const costs = splits.map(({ name, label }) => `${label} ${formatCost(history.value[name][record] ?? Number.NaN)}`);
    return `epoch ${history.value.epoch[record] ?? 0}: ${costs.join(", ")}`;
  });
  const move = (event: KeyboardEvent): void => {
    const at = pointed.peek() ?? last.peek();
    const targets: Record<string, number | null> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: last.peek(),
      Escape: null,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    chart.peek()?.point(target === null ? null : Math.min(Math.max(target, 0), last.peek()));
  };
  return (
    <div
      class="chart"
      ref={place}
      role="slider"
      tabIndex={0}
      aria-label={words}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={useComputed(() => pointed.value ?? last.value)}
      aria-valuetext={reading}
      data-tip={explanations.curve}
      onKeyDown={move}
      onBlur={() => chart.peek()?.point(null)}
    />
  );
}
