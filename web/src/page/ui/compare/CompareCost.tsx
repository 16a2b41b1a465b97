/** The costs of both networks in one picture. */
import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { formatCost, formatCount } from "../../format";
import type { CostHistory } from "../../state/history";
import type { Line } from "../../views/cost-chart";
import { CurveChart } from "../CurveChart";
import { bothCurves } from "./both-curves";

const lines: readonly Line[] = [
  { label: "this, training", colour: "left", dash: [], width: 2 },
  { label: "this, test", colour: "left", dash: [2, 3], width: 1 },
  { label: "the other, training", colour: "right", dash: [], width: 2 },
  { label: "the other, test", colour: "right", dash: [2, 3], width: 1 },
];

export function CompareCost({ left, right }: { left: ReadonlySignal<CostHistory>; right: ReadonlySignal<CostHistory> }) {
  const pointed = useSignal<number | null>(null);
  const curves = useComputed(() => bothCurves(left.value, right.value));
  const reading = (record: number): string => {
    const costs = lines.map(({ label }, line) => `${label} ${formatCost(curves.value.costs[line]?.[record] ?? Number.NaN)}`);
    return `epoch ${formatCount(curves.value.epochs[record] ?? 0)}: ${costs.join("; ")}`;
  };
  const facts = useComputed(() => (pointed.value === null ? "C, log scale" : reading(pointed.value)));
  const words = useComputed(() => `Cost of both networks by epoch. Last, ${reading(curves.value.epochs.length - 1)}`);
  return (
    <section class="cost" aria-labelledby="compare-cost-title">
      <div class="heading">
        <h2 id="compare-cost-title">Cost</h2>
        <span class="facts">{facts}</span>
        <ul class="lines" aria-hidden="true">
          <li>
            <i class="line-left" /> this network
          </li>
          <li>
            <i class="line-right" /> the other
          </li>
          <li>
            <i class="line-thin" /> on the test set
          </li>
        </ul>
      </div>
      <CurveChart
        lines={lines}
        curves={curves}
        pointed={pointed}
        words={words}
        reading={reading}
        tip="The costs of both networks at the end of each epoch; point at the curves, or use the arrow keys, to read them."
        spot="compare-cost"
      />
    </section>
  );
}
