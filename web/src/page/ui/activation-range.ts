import type { Catalogue, Experiment } from "../../../../bindings/backprop";

/** The bounds of what a neuron of layer l can answer: of the plane for inputs, of its activation function else; null for none. */
export function activationRange(catalogue: Catalogue, experiment: Experiment, l: number): readonly [number, number] | null {
  if (l === 0) return [-catalogue.planeHalf, catalogue.planeHalf];
  const hidden = experiment.activations[l - 1];
  if (hidden !== undefined) return catalogue.activations.find(({ name }) => name === hidden)?.range ?? null;
  return outputRange(catalogue, experiment);
}

/** The desired outputs of the two classes. */
export function outputRange(catalogue: Catalogue, experiment: Experiment): readonly [number, number] {
  const entry = catalogue.outputs.find(({ name }) => name === experiment.output);
  if (entry === undefined) throw new Error(`no output activation ${experiment.output} in the catalogue`);
  return entry.range;
}
