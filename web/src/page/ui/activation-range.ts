import type { Catalogue, Experiment, OutputEntry } from "../../../../bindings/backprop";
import type { NeuronPlace } from "../../protocol";

type Bounds = readonly [low: number, high: number];

/**
 * The bounds of what a neuron can answer, for its colours: of the plane for a coordinate, of its activation function else; null
 * where there are none.
 */
export function neuronRange(
  catalogue: Catalogue,
  experiment: Experiment,
  planeHalf: number,
  place: NeuronPlace,
): Bounds | null {
  if (place.layer === 0) return featureRange(experiment.features[place.neuron], planeHalf);
  const hidden = experiment.activations[place.layer - 1];
  if (hidden !== undefined) return catalogue.activations.find(({ name }) => name === hidden)?.range ?? null;
  const output = outputEntry(catalogue, experiment);
  return experiment.classes > 0 ? output.desired : output.range;
}

/** The same for an input. */
export const featureRange = (feature: string | undefined, planeHalf: number): Bounds | null =>
  feature === "x1" || feature === "x2" ? [-planeHalf, planeHalf] : null;

export function outputEntry(catalogue: Catalogue, experiment: Experiment): OutputEntry {
  const entry = catalogue.outputs.find(({ name }) => name === experiment.output);
  if (entry === undefined) throw new Error(`no output activation ${experiment.output} in the catalogue`);
  return entry;
}
