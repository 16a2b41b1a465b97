/** How the points are dealt into training, validation and test set. */
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { fieldLabels } from "../../field-labels";
import { usePlayground } from "../context";
import { explanations, fieldExplanations } from "../explanations";
import { Slider } from "../fields";
import { SealSentence } from "../TestSeal";

export function Split({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
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
