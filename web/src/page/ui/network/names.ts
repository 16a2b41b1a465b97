/** What neurons, inputs and parameters of a network are called in sentences. */
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import type { NeuronPlace } from "../../../protocol";
import type { LayerSizes, ParameterPlace } from "../../views/parameters";
import { featureLabel } from "../feature-label";
import { neuronName } from "../neuron-name";

/** What names are made from. */
export interface Named {
  sizes: LayerSizes;
  catalogue: Catalogue;
  experiment: Experiment;
}

/** "input x₁", "neuron 2 of layer 1", "output neuron" */
export function nodeName({ sizes, catalogue, experiment }: Named, place: NeuronPlace): string {
  return place.layer === 0 ? `input ${featureLabel(catalogue, experiment, place.neuron)}` : neuronName(place, sizes);
}

/** The same at the beginning of a sentence. */
export function nodeTitle(named: Named, place: NeuronPlace): string {
  const name = nodeName(named, place);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "from neuron 1 of layer 1 to neuron 3 of layer 2", "bias of the output neuron" */
export function parameterWords(named: Named, { layer, neuron, from }: ParameterPlace): string {
  const within = (place: NeuronPlace): string => nodeName(named, place).replace(/^output neuron$/, "the output neuron");
  const own = within({ layer, neuron });
  return from === null ? `bias of ${own}` : `from ${within({ layer: layer - 1, neuron: from })} to ${own}`;
}
