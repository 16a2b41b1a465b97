/** What neurons and parameters are called in sentences. */
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import type { NeuronPlace } from "../../../protocol";
import type { LayerSizes, ParameterPlace } from "../../views/parameters";
import { featureLabel } from "../NeuronPicture";

/** What names are made from. */
export interface Named {
  sizes: LayerSizes;
  catalogue: Catalogue;
  experiment: Experiment;
}

/** At the beginning of a sentence. */
export function neuronName({ sizes, catalogue, experiment }: Named, { layer, neuron }: NeuronPlace): string {
  if (layer === 0) return `Input ${featureLabel(catalogue, experiment, neuron)}`;
  if (layer < sizes.length - 1) return `Neuron ${neuron + 1} of layer ${layer}`;
  return (sizes[layer] ?? 1) === 1 ? "Output neuron" : `Output neuron of class ${neuron}`;
}

/** "from neuron 1 of layer 1 to neuron 3 of layer 2", "of the output neuron" */
export function parameterWords(named: Named, { layer, neuron, from }: ParameterPlace): string {
  const within = (place: NeuronPlace): string => {
    const name = neuronName(named, place);
    const inner = name.charAt(0).toLowerCase() + name.slice(1);
    return inner === "output neuron" ? `the ${inner}` : inner;
  };
  const own = within({ layer, neuron });
  return from === null ? `bias of ${own}` : `from ${within({ layer: layer - 1, neuron: from })} to ${own}`;
}
