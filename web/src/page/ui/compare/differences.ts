/** The differences that the view offers: single changes of an experiment, each as the settings that make it. */
import type { Catalogue, Entry, Experiment } from "../../../../../bindings/backprop";
import { fieldLabels } from "../../field-labels";
import { formatCount } from "../../format";
import { nextSeed, type Settings, settingsText } from "../../state/settings";

export interface Difference {
  /** What it changes, as text. */
  settings: string;
  label: string;
}

interface DifferenceGroup {
  label: string;
  differences: Difference[];
}

type Change = [settings: Settings, label: string];

const depths = [0, 1, 2, 3, 4, 6, 8, 10];
const widths = [2, 4, 8, 16, 32];
const rateFactors = [10, 3, 1 / 3, 1 / 10];

/** `trainingSize` is the number of training examples. */
export function differencesOf(catalogue: Catalogue, experiment: Experiment, trainingSize: number): DifferenceGroup[] {
  const { layers, learningRate, seed } = experiment;
  const all = (changes: Change[], ...fields: (keyof Experiment)[]): DifferenceGroup => ({
    label: fields.map((field) => fieldLabels[field]).join(", "),
    differences: changes
      .filter(([settings]) => isChange(experiment, settings))
      .map(([settings, label]) => ({ settings: settingsText(settings), label })),
  });
  const choices = (field: "initializer" | "optimizer" | "schedule", entries: Entry[]): DifferenceGroup =>
    all(
      entries.map(({ name, label }) => [{ [field]: name }, label]),
      field,
    );
  const numbers = (field: "l2" | "dropout" | "clipNorm", values: number[]): DifferenceGroup =>
    all(
      values.map((value) => [{ [field]: value }, value === 0 ? "none" : String(value)]),
      field,
    );
  const { low, high } = catalogue.limits.learningRate;
  const groups = [
    all(
      layers.length === 0 ? [] : catalogue.activations.map(({ name, label }) => [{ activations: alike(layers, name) }, label]),
      "activations",
    ),
    choices("initializer", catalogue.initializers),
    choices("optimizer", catalogue.optimizers),
    all(
      rateFactors
        .map((factor) => Number((learningRate * factor).toPrecision(2)))
        .filter((rate) => rate >= low && rate <= high)
        .map((rate) => [{ learningRate: rate }, String(rate)]),
      "learningRate",
    ),
    all(costChanges(catalogue, experiment), "cost"),
    all(outputChanges(catalogue, experiment), "output"),
    all(
      depths
        .filter((depth) => depth <= catalogue.mostHiddenLayers && depth !== layers.length)
        .map((depth) => [{ layers: withDepth(layers, depth) }, depthName(depth)]),
      "layers",
    ),
    {
      ...all(layers.length === 0 ? [] : widths.map((width) => [{ layers: layers.map(() => width) }, String(width)])),
      label: "Neurons in each hidden layer",
    },
    all(
      [...new Set([1, 10, trainingSize])]
        .filter((size) => size <= trainingSize)
        .map((size) => [{ batchSize: size }, size === trainingSize ? `${formatCount(size)}, all` : String(size)]),
      "batchSize",
    ),
    numbers("l2", [0, 0.001, 0.01, 0.1]),
    numbers("dropout", [0, 0.2, 0.5]),
    numbers("clipNorm", [0, 0.1, 1]),
    choices("schedule", catalogue.schedules),
    all(
      catalogue.features.map(({ name, label }) => [{ features: toggled(catalogue, experiment, name) }, `with ${label} too`]),
      "features",
    ),
    all([[{ seed: nextSeed(seed, catalogue.limits.seed) }, "another one"]], "seed"),
  ];
  return groups.filter(({ differences }) => differences.length > 0);
}

/** What is compared when nobody has chosen: the two classical activation functions. */
export function firstDifference({ layers, activations }: Experiment): string {
  if (layers.length === 0) return settingsText({ layers: [4] });
  return settingsText({ activations: alike(layers, activations.every((name) => name === "sigmoid") ? "tanh" : "sigmoid") });
}

const isChange = (experiment: Experiment, settings: Settings): boolean =>
  Object.entries(settings).some(([name, value]) => String(value) !== String(experiment[name as keyof Experiment]));

const alike = (layers: readonly number[], activation: string): string[] => layers.map(() => activation);

/** Shortened, or continued with layers as wide as the last one. */
const withDepth = (layers: readonly number[], depth: number): number[] =>
  Array.from({ length: depth }, (_, l) => layers[l] ?? layers.at(-1) ?? 4);

export const depthName = (depth: number): string =>
  depth === 0 ? "no hidden layer" : depth === 1 ? "1 hidden layer" : `${depth} hidden layers`;

/** In the catalogue's order. Inputs are only added: what is there stays. */
const toggled = ({ features }: Catalogue, { features: chosen }: Experiment, added: string): string[] =>
  features.map(({ name }) => name).filter((name) => name === added || chosen.includes(name));

/** Outputs that suit the task. */
const suitable = ({ outputs }: Catalogue, { classes }: Experiment) =>
  outputs.filter(({ regression }) => classes > 0 || regression);

/** Each cost, with another output where the present one does not go with it. */
function costChanges(catalogue: Catalogue, experiment: Experiment): Change[] {
  const names = suitable(catalogue, experiment).map(({ name }) => name);
  return catalogue.costs.flatMap(({ name, label, outputs }): Change[] => {
    const fitting = outputs.filter((output) => names.includes(output));
    if (fitting.includes(experiment.output)) return [[{ cost: name }, label]];
    const [output] = fitting;
    const outputLabel = catalogue.outputs.find((entry) => entry.name === output)?.label;
    return output === undefined ? [] : [[{ output, cost: name }, `${label}, with ${outputLabel} output`]];
  });
}

/** Each output, with another cost where the present one does not go with it. */
function outputChanges(catalogue: Catalogue, experiment: Experiment): Change[] {
  return suitable(catalogue, experiment).flatMap(({ name, label }): Change[] => {
    const fitting = catalogue.costs.filter(({ outputs }) => outputs.includes(name));
    if (fitting.some((cost) => cost.name === experiment.cost)) return [[{ output: name }, label]];
    const [cost] = fitting;
    return cost === undefined ? [] : [[{ output: name, cost: cost.name }, `${label}, with ${cost.label} cost`]];
  });
}
