/** Below both networks: their costs in one picture, or the norms of the layers of each. */
import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import type { Moment } from "../../../protocol";
import { formatCost, formatCount } from "../../format";
import type { CostHistory } from "../../state/history";
import type { Line } from "../../views/cost-chart";
import { CurveChart } from "../CurveChart";
import { usePlayground } from "../context";
import { exactEpoch, layerOf, type Quantity, seriesOf } from "../gradients/layers";
import { NormsByEpoch } from "../gradients/NormsByEpoch";
import { Quantities, quantities, quantityName } from "../gradients/Quantities";
import { useInstruments } from "../instruments";
import { bothCurves } from "./both-curves";

const choices = [{ name: "cost", label: "C", tip: "The chart shows the costs of both networks." }, ...quantities] as const;

const lines: readonly Line[] = [
  { label: "this, training", colour: "left", dash: [], width: 2 },
  { label: "this, test", colour: "left", dash: [2, 3], width: 1 },
  { label: "the other, training", colour: "right", dash: [], width: 2 },
  { label: "the other, test", colour: "right", dash: [2, 3], width: 1 },
];

interface SideCurves {
  moment: ReadonlySignal<Moment | null>;
  history: ReadonlySignal<CostHistory>;
}

interface CurvesProps {
  left: SideCurves;
  right: SideCurves;
  /** Of the reader's place. */
  phase: string;
}

export function Curves({ left, right, phase }: CurvesProps) {
  const shown = useSignal<"cost" | Quantity>("cost");
  const pointed = useSignal<number | null>(null);
  const { seal } = usePlayground();
  const curves = useComputed(() => bothCurves(left.history.value, right.history.value, seal.visible.value));
  const reading = (record: number): string => {
    const costs = lines.map(({ label }, line) => `${label} ${formatCost(curves.value.values[line]?.[record] ?? Number.NaN)}`);
    return `epoch ${formatCount(curves.value.at[record] ?? 0)}: ${costs.join("; ")}`;
  };
  const facts = useComputed(() => (pointed.value === null ? "by epoch, log scale" : reading(pointed.value)));
  const words = useComputed(() => `Cost of both networks by epoch. Last, ${reading(curves.value.at.length - 1)}`);
  const quantity = shown.value;
  return (
    <section class="cost" aria-labelledby="curves-title" data-spot="compare-cost">
      <div class="heading">
        <h2 id="curves-title">{quantity === "cost" ? "Cost" : quantityName(quantity)}</h2>
        <span class="facts">{facts}</span>
        {quantity === "cost" && <Legend />}
        <Quantities choices={choices} chosen={shown} />
      </div>
      {quantity === "cost" ? (
        <CurveChart
          lines={lines}
          curves={curves}
          pointed={pointed}
          words={words}
          reading={reading}
          tip="The costs of both networks at the end of each epoch; point at the curves, or use the arrow keys, to read them."
        />
      ) : (
        <NormCurves quantity={quantity} moments={[left.moment, right.moment]} phase={phase} />
      )}
    </section>
  );
}

function Legend() {
  return (
    <ul class="lines" aria-hidden="true">
      <li>
        <i class="line-left" /> this network
      </li>
      <li>
        <i class="line-right" /> the other
      </li>
      <li>
        <i class="line-thin" /> on the test set{usePlayground().seal.visible.value ? "" : ", sealed"}
      </li>
    </ul>
  );
}

interface NormCurvesProps {
  quantity: Quantity;
  moments: readonly ReadonlySignal<Moment | null>[];
  phase: string;
}

/** Each network's layers, under its own picture. */
function NormCurves({ quantity, moments, phase }: NormCurvesProps) {
  useInstruments({ layersPast: true });
  return (
    <div class="norm-curves">
      {moments.map((moment, side) => {
        const now = moment.value;
        const reports = now?.readings.layers ?? [];
        if (now === null || reports.length === 0) return <div key={side} />;
        return (
          <NormsByEpoch
            key={side}
            series={seriesOf(now.readings.layersPast, reports, exactEpoch(now.progress), quantity)}
            name={`${side === 0 ? "This network's" : "The other's"} ${quantityName(quantity)}`}
            chosen={layerOf(phase, reports.length)}
          />
        );
      })}
    </div>
  );
}
