/** What the page calls each of the experiment's fields. */
import type { Experiment } from "../../../bindings/backprop";

export const fieldLabels: Record<keyof Experiment, string> = {
  data: "Data",
  points: "Points",
  noise: "Noise",
  dataSeed: "Data seed",
  training: "Training",
  validation: "Validation",
  layers: "Hidden layers",
  activations: "Activation",
  output: "Output activation",
  cost: "Cost C",
  learningRate: "Learning rate η",
  batchSize: "Batch size m",
  seed: "Seed",
};
