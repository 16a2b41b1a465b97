import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { fieldLabels } from "../../field-labels";
import { withNeurons } from "../../state/layers";
import { within } from "../../state/settings";
import { usePlayground } from "../context";
import { explanations, fieldExplanations } from "../explanations";
import { Counter, Select } from "../fields";
import { FeaturesButton } from "./FeaturesButton";

interface HeadProps {
  layer: number;
  x: number;
  catalogue: Catalogue;
  experiment: Experiment;
  /** Whether the formula's function of this layer is pointed at. */
  isLit: boolean;
}

/** A layer's name and controls, above its neurons. */
export function Head({ layer, x, catalogue, experiment, isLit }: HeadProps) {
  const { change } = usePlayground();
  const { layers, activations } = experiment;
  const hidden = layer - 1;
  const neurons = layers[hidden];
  const head = { class: isLit ? "head lit" : "head", style: { left: `${x}px` } };
  if (layer === 0)
    return (
      <div {...head}>
        <b>Input</b>
        <FeaturesButton catalogue={catalogue} experiment={experiment} />
      </div>
    );
  if (neurons === undefined)
    return (
      <div {...head}>
        <b>Output</b>
        <Select
          label={fieldLabels.output}
          labelHidden
          tip={fieldExplanations.output}
          spot="output-activation"
          value={experiment.output}
          options={catalogue.outputs.map((output) => ({ ...output, disabled: experiment.classes === 0 && !output.regression }))}
          onChange={(output) => change({ output })}
        />
      </div>
    );
  return (
    <div {...head}>
      <b>Layer {layer}</b>
      <Select
        label={`Activation of layer ${layer}`}
        labelHidden
        tip={fieldExplanations.activations}
        spot="activations"
        value={activations[hidden] ?? ""}
        options={catalogue.activations}
        onChange={(name) =>
          change((now) => (hidden in now.activations ? { activations: now.activations.with(hidden, name) } : {}))
        }
      />
      <Counter
        label={`Neurons of layer ${layer}`}
        of={`neuron of layer ${layer}`}
        spot="layers"
        count={neurons}
        low={catalogue.limits.layers.low}
        high={catalogue.limits.layers.high}
        tips={{ add: explanations.addNeuron, remove: explanations.removeNeuron, count: explanations.neurons }}
        onChange={(count) => change(withNeurons(layer, () => count))}
        onStep={(by) => change(withNeurons(layer, (count) => within(count + by, catalogue.limits.layers)))}
      />
    </div>
  );
}
