/** What an input is called beside its picture. */
import type { Catalogue, Experiment } from "../../../../bindings/backprop";

export function featureLabel(catalogue: Catalogue, experiment: Experiment, neuron: number): string {
  const name = experiment.features[neuron];
  return catalogue.features.find((feature) => feature.name === name)?.label ?? "";
}

/** The width that the inputs' names take before their pictures, in CSS pixels. */
export function featureRoom(catalogue: Catalogue, { features }: Experiment): number {
  const labels = catalogue.features.filter(({ name }) => features.includes(name)).map(({ label }) => label.length);
  return 8 + 7 * Math.max(...labels);
}
