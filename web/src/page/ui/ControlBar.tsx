import { useComputed } from "@preact/signals";
import { Dices, Pause, Play, RotateCcw, SkipForward, StepForward } from "lucide";
import type { Catalogue, Experiment, Limits } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import { formatCount } from "../format";
import { trainingSize } from "../state/points";
import { nextOnLadder, nextRate, nextSeed, within } from "../state/settings";
import { speeds } from "../state/speeds";
import { ahead } from "./ahead";
import { loadDrawnCurves } from "./CurveChart";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { NumberField, Select } from "./fields";
import { Icon } from "./Icon";
import { onPhone } from "./in-one-column";
import { MoreSettings } from "./MoreSettings";
import { TrainOn } from "./TrainOn";

export function ControlBar({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  return (
    <section class="controls" aria-label="Training controls">
      <Transport experiment={experiment} limits={catalogue.limits.seed} />
      <Counts />
      {!onPhone.value && <Hyperparameters catalogue={catalogue} experiment={experiment} />}
    </section>
  );
}

export function Transport({ experiment, limits }: { experiment: Experiment; limits: Limits }) {
  const playground = usePlayground();
  const playing = playground.playing.value;
  return (
    <div class="transport" {...ahead(loadDrawnCurves)}>
      <button
        type="button"
        class="play"
        aria-label={playing ? "Pause" : "Play"}
        data-space
        data-spot="play"
        data-tip={explanations.play}
        onClick={playground.togglePlay}
      >
        <Icon of={playing ? Pause : Play} size={18} />
      </button>
      <button
        type="button"
        class="quiet"
        data-spot="iteration"
        data-tip={explanations.iteration}
        onClick={() => playground.step("iteration")}
      >
        <Icon of={StepForward} /> 1 iteration
      </button>
      <button
        type="button"
        class="quiet"
        data-spot="epoch"
        data-tip={explanations.epoch}
        onClick={() => playground.step("epoch")}
      >
        <Icon of={SkipForward} /> 1 epoch
      </button>
      <TrainOn experiment={experiment} />
      <button type="button" class="quiet" data-spot="reset" data-tip={explanations.reset} onClick={playground.reset}>
        <Icon of={RotateCcw} /> Reset
      </button>
      <button
        type="button"
        class="quiet"
        data-spot="new-seed"
        data-tip={explanations.newSeed}
        onClick={() => playground.change(({ seed }) => ({ seed: nextSeed(seed, limits) }))}
      >
        <Icon of={Dices} /> New seed
      </button>
    </div>
  );
}

export function Counts() {
  const { frame } = usePlayground();
  const epoch = useComputed(() => formatCount(frame.value?.progress.epoch ?? 0));
  const iteration = useComputed(() => formatCount(frame.value?.progress.iteration ?? 0));
  return (
    <dl class="counts">
      <div data-tip={explanations.epochs}>
        <dt>Epoch</dt>
        <dd id="epoch">{epoch}</dd>
      </div>
      <div data-tip={explanations.iterations}>
        <dt>Iteration</dt>
        <dd id="iteration">{iteration}</dd>
      </div>
    </dl>
  );
}

const speedOptions = speeds.map((speed) => ({
  name: String(speed),
  label: speed === null ? "full speed" : formatCount(speed),
}));

export function Speed() {
  const { speed, setSpeed } = usePlayground();
  return (
    <Select
      label="Speed"
      note="iterations/s"
      tip={explanations.speed}
      spot="speed"
      value={String(speed.value)}
      options={speedOptions}
      onChange={(name) => setSpeed(speeds.find((each) => String(each) === name) ?? null)}
    />
  );
}

export function Hyperparameters({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const playground = usePlayground();
  const { change } = playground;
  const postponed = playground.postponedBatchSize.value;
  const most = trainingSize(playground.run.value?.points);
  const { limits } = catalogue;
  return (
    <div class="hyperparameters">
      <Speed />
      <NumberField
        label={fieldLabels.learningRate}
        tip={fieldExplanations.learningRate}
        spot="learning-rate"
        value={experiment.learningRate}
        onStep={(direction) => change((now) => ({ learningRate: nextRate(now.learningRate, direction, limits.learningRate) }))}
        onChange={(learningRate) => change({ learningRate })}
      />
      <NumberField
        label={fieldLabels.batchSize}
        tip={fieldExplanations.batchSize + (postponed === null ? "" : postponedSentence(experiment.batchSize, postponed))}
        spot="batch-size"
        value={experiment.batchSize}
        note={postponed === null ? batchName(experiment.batchSize, most) : "all there are"}
        onStep={(direction) =>
          change(({ batchSize }) => ({
            batchSize: within(nextOnLadder(batchSize, direction, [1, 2, 5]), { low: 1, high: most }),
          }))
        }
        onChange={(batchSize) => change({ batchSize })}
      />
      <Select
        label={fieldLabels.cost}
        tip={fieldExplanations.cost}
        spot="cost-choice"
        value={experiment.cost}
        options={costsFor(catalogue, experiment)}
        onChange={(cost) => change({ cost })}
      />
      <MoreSettings />
    </div>
  );
}

/** Values to predict rule out costs that go only with outputs which do not suit them. */
function costsFor({ costs, outputs }: Catalogue, { classes }: Experiment) {
  const suits = (name: string): boolean => classes > 0 || outputs.some((output) => output.name === name && output.regression);
  return costs.map((cost) => ({ ...cost, disabled: !cost.outputs.some(suits) }));
}

const postponedSentence = (size: number, postponed: number): string =>
  ` There are only ${formatCount(size)} to learn from now: each iteration takes them all, and ${formatCount(postponed)} again as soon as there are so many.`;

function batchName(batchSize: number, most: number): string {
  if (batchSize >= most) return "gradient descent";
  return batchSize === 1 ? "SGD" : "mini-batch";
}
