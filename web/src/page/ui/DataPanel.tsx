import { Dices } from "lucide";
import type { Catalogue, Experiment, Limits } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import { formatCount } from "../format";
import { nextSeed } from "../state/settings";
import { drawSample } from "../views/points";
import { Canvas } from "./Canvas";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { Slider } from "./fields";
import { Icon } from "./Icon";
import { palette } from "./palette";
import { SealSentence } from "./TestSeal";

export function DataPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { change } = usePlayground();
  const counts = pointCounts(catalogue.limits.points);
  const entry = catalogue.data.find(({ name }) => name === experiment.data);
  return (
    <section class="data" data-spot="data" aria-labelledby="data-title">
      <div class="heading">
        <h2 id="data-title">{fieldLabels.data}</h2>
        <span class="facts">{entry?.label}</span>
        <button
          type="button"
          class="quiet small"
          aria-label="New points"
          data-spot="data-seed"
          data-tip={explanations.newPoints}
          onClick={() => change({ dataSeed: nextSeed(experiment.dataSeed, catalogue.limits.dataSeed) })}
        >
          <Icon of={Dices} size={15} />
        </button>
      </div>
      <Gallery catalogue={catalogue} chosen={experiment.data} />
      {entry !== undefined && entry.classes.most > entry.classes.least && (
        <Slider
          label={fieldLabels.classes}
          tip={fieldExplanations.classes}
          spot="classes"
          value={experiment.classes}
          text={String(experiment.classes)}
          low={entry.classes.least}
          high={entry.classes.most}
          step={1}
          onChange={(classes) => change({ classes })}
        />
      )}
      <Slider
        label={fieldLabels.points}
        tip={fieldExplanations.points}
        spot="points"
        value={counts.filter((count) => count <= experiment.points).length - 1}
        text={formatCount(experiment.points)}
        low={0}
        high={counts.length - 1}
        step={1}
        onChange={(index) => change({ points: counts[index] ?? experiment.points })}
      />
      <Slider
        label={fieldLabels.noise}
        tip={fieldExplanations.noise}
        spot="noise"
        value={experiment.noise}
        text={experiment.noise.toFixed(2)}
        low={catalogue.limits.noise.low}
        high={catalogue.limits.noise.high}
        step={0.05}
        onChange={(noise) => change({ noise })}
      />
      <Split catalogue={catalogue} experiment={experiment} />
    </section>
  );
}

/** The numbers of points the slider offers: two digits are enough. 10, 11, .. 99, 100, 110, .. 990, 1,000, 1,100, .. 10,000 */
function pointCounts({ low, high }: Limits): number[] {
  const counts: number[] = [];
  for (let count = low; count <= high; count += 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)) counts.push(count);
  return counts;
}

function Gallery({ catalogue, chosen }: { catalogue: Catalogue; chosen: string }) {
  const { change, samples } = usePlayground();
  return (
    <fieldset class="gallery" data-spot="gallery">
      <legend class="visually-hidden">Data set</legend>
      {catalogue.data.map(({ name, label, classes }) => {
        const sample = samples.value[name];
        // Own points have no picture before there are some.
        if (sample === undefined) return null;
        const kind = { classes: classes.usual, most: 1 };
        return (
          <label key={name} data-tip={`${label}. ${classes.usual === 0 ? explanations.regression : fieldExplanations.data}`}>
            <input
              type="radio"
              name="data"
              value={name}
              aria-label={label}
              checked={name === chosen}
              onChange={() => change({ data: name })}
            />
            <Canvas draw={(context, size) => drawSample(context, size, sample, kind, catalogue.planeHalf, palette.value)} />
          </label>
        );
      })}
    </fieldset>
  );
}

function Split({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { change } = usePlayground();
  const { training, validation } = experiment;
  const test = 100 - training - validation;
  const shares = [
    { name: "training", percent: training },
    { name: "validation", percent: validation },
    { name: "test", percent: test },
  ];
  return (
    <div class="split" data-spot="split" role="group" aria-label="Split into training, validation and test set">
      <div class="shares" aria-hidden="true">
        {shares.map(({ name, percent }) => (
          <i key={name} class={name} style={{ flexGrow: percent }} />
        ))}
      </div>
      <Slider
        label={fieldLabels.training}
        tip={fieldExplanations.training}
        spot="training"
        value={training}
        text={`${training} %`}
        low={catalogue.limits.training.low}
        high={catalogue.limits.training.high}
        step={5}
        onChange={(percent) => change({ training: percent, validation: Math.min(validation, 100 - percent) })}
      />
      <Slider
        label={fieldLabels.validation}
        tip={fieldExplanations.validation}
        spot="validation"
        value={validation}
        text={`${validation} %`}
        low={catalogue.limits.validation.low}
        high={catalogue.limits.validation.high}
        step={5}
        onChange={(percent) => change({ validation: percent, training: Math.min(training, 100 - percent) })}
      />
      <div class="slider" data-tip={explanations.test}>
        <span>Test</span>
        <output>{test} %</output>
        {test > 0 && (
          <small>
            <SealSentence />
          </small>
        )}
      </div>
    </div>
  );
}
