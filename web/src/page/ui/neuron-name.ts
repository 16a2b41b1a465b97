/** What a neuron is called wherever it is named in words. */
import type { NeuronPlace } from "../../protocol";
import type { LayerSizes } from "../views/parameters";

/** "neuron 2 of layer 1", "output neuron", "output neuron of class 2"; classes count from 0, neurons from 1. */
export function neuronName({ layer, neuron }: NeuronPlace, sizes: LayerSizes): string {
  if (layer < sizes.length - 1) return `neuron ${neuron + 1} of layer ${layer}`;
  return sizes[layer] === 1 ? "output neuron" : `output neuron of class ${neuron}`;
}

/** The same at the beginning of a sentence. */
export function neuronTitle(place: NeuronPlace, sizes: LayerSizes): string {
  const name = neuronName(place, sizes);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
