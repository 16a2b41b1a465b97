/** The cost gauge: what the next step is predicted to do to the cost, beside what it does, step after step. */
import { useSignal, useSignalEffect } from "@preact/signals";
import { Pause, Play, StepForward } from "lucide";
import type { Catalogue, CostChange, Experiment } from "../../../../../bindings/backprop";
import { fieldLabels } from "../../field-labels";
import { formatNumber } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { tex } from "../../mathematics/tex";
import { nextRate } from "../../state/settings";
import { drawForecasts, type ForecastStep } from "../../views/forecast-chart";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { explanations, fieldExplanations } from "../explanations";
import { NumberField } from "../fields";
import { Icon } from "../Icon";
import { useInstruments } from "../instruments";
import { palette } from "../palette";
import { asideOn, verdictOn, withStep } from "./gauge-history";

const law = tex`\Delta C \approx \nabla C \cdot \Delta w`;
const unknown: CostChange = { predicted: Number.NaN, actual: Number.NaN };

export function Gauge({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { currentFrame } = usePlayground();
  useInstruments({ forecast: true });
  const steps = useSignal<readonly ForecastStep[]>([]);
  useSignalEffect(() => {
    const frame = currentFrame.value;
    const batch = frame?.readings.forecast?.batch;
    if (batch) steps.value = withStep(steps.peek(), { iteration: frame.progress.iteration + 1, ...batch });
  });
  const forecast = currentFrame.value?.readings.forecast;
  const { batch = unknown, training = unknown } = forecast ?? {};
  return (
    <section class="gauge" data-spot="gauge" aria-labelledby="gauge-title">
      <div
        class="numbers"
        data-tip="∇C · Δw adds up slope times step over all weights and biases; ΔC is what the cost, with its penalties, then really does."
      >
        <div class="heading">
          <h2 id="gauge-title">Cost gauge</h2>
          <Formula of={law} />
        </div>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">∇C · Δw</th>
              <th scope="col">ΔC</th>
            </tr>
          </thead>
          <tbody>
            <Row name="mini-batch" of={batch} />
            <Row name="training set" of={training} />
          </tbody>
        </table>
      </div>
      <div class="steps">
        <Canvas
          describe={() => describeSteps(steps.peek())}
          draw={(context, width, height, ratio) => drawForecasts(context, width, height, ratio, steps.value, palette.value)}
        />
        <p>
          mini-batch: <i class="ring" /> foretold <i class="bar" /> happens
          {steps.value.length > 1 && (
            <>
              {" · "}
              <i class="bar past" /> the steps before
            </>
          )}
        </p>
        <p class="verdict">
          {/* A large network's is still on its way. */}
          {forecast && `${verdictOn(batch)} ${asideOn(batch, training)}`}
        </p>
      </div>
      <Controls catalogue={catalogue} experiment={experiment} />
    </section>
  );
}

function Row({ name, of }: { name: string; of: CostChange }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatNumber(of.predicted)}</td>
      <td>{formatNumber(of.actual)}</td>
    </tr>
  );
}

function Controls({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { change, step, togglePlay, playing } = usePlayground();
  const { learningRate } = experiment;
  const limits = catalogue.limits.learningRate;
  return (
    <div class="rate" data-spot="learning-rate">
      <NumberField
        label={fieldLabels.learningRate}
        tip={fieldExplanations.learningRate}
        value={learningRate}
        onStep={(direction) => change((now) => ({ learningRate: nextRate(now.learningRate, direction, limits) }))}
        onChange={(text) => change({ learningRate: text })}
      />
      <div class="go">
        <button type="button" class="quiet" data-tip={explanations.iteration} onClick={() => step("iteration")}>
          <Icon of={StepForward} size={14} /> 1 iteration
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={playing.value}
          data-tip="Trains on, at the speed that the first view has, and reads the gauge as often as the screen is drawn."
          onClick={togglePlay}
        >
          <Icon of={playing.value ? Pause : Play} size={14} /> Train
        </button>
      </div>
    </div>
  );
}

function describeSteps(steps: readonly ForecastStep[]): string {
  const newest = steps.at(-1);
  if (newest === undefined) return "No step seen yet";
  const { iteration, predicted, actual } = newest;
  return `${steps.length === 1 ? "The last step" : `The last ${steps.length} steps`}. Iteration ${iteration}: foretold ${formatNumber(predicted)}, happens ${formatNumber(actual)}. ${verdictOn(newest)}`;
}
