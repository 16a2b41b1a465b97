/**
 * Facts: what lessons may ask of the page in their conditions and show as live numbers. One table; each fact says how it is read
 * and which instrument has to be on screen for it.
 *
 * Beside those of the table, every field of the experiment is a fact by its name in links, and every field of the place in the
 * page (view, phase, ..). Facts of a layer have its number, or L for the last one: errorNorm.1, errorNorm.L.
 */
import type { Experiment, LayerReport, Score } from "../../../../bindings/backprop";
import type { Instruments } from "../../protocol";
import { formatCost, formatCount, formatNumber, formatQuality, formatShare } from "../format.ts";
import type { FactKind, FactValue } from "../lessons/condition";
import { parameterCount } from "../views/parameters.ts";
import { type Place, start } from "./place.ts";
import type { Playground } from "./playground";
import { valueText } from "./settings.ts";

export interface Fact {
  kind: FactKind;
  /** NaN or "" where there is nothing to read. */
  read(page: Playground): FactValue;
  /** As the page writes it. */
  write(value: FactValue): string;
  watch: Instruments;
}

type Reader = (page: Playground) => number | undefined;

function number(write: (value: number) => string, read: Reader, watch: Instruments = {}): Fact {
  return {
    kind: "number",
    read: (page) => read(page) ?? Number.NaN,
    write: (value) => (Number.isNaN(value) ? "–" : write(Number(value))),
    watch,
  };
}

function text(read: (page: Playground) => string): Fact {
  return { kind: "text", read, write: String, watch: {} };
}

const yesOrNo = (is: boolean): string => (is ? "yes" : "no");

/** Cost, accuracy and R² of one of the three sets. */
function scores(set: "training" | "validation" | "test"): Record<string, Fact> {
  const of =
    (name: keyof Score): Reader =>
    (page) =>
      page.currentFrame.value?.scores[set][name];
  return {
    [`${set}Cost`]: number(formatCost, of("cost")),
    [`${set}Accuracy`]: number(formatShare, of("accuracy")),
    [`${set}RSquared`]: number(formatQuality, of("rSquared")),
  };
}

const examples = (part: number): Reader => {
  return (page) => page.run.value?.points.reduce((sum, of, i) => sum + Number(i % 4 === 3 && of === part), 0);
};

const simple: Readonly<Record<string, Fact>> = {
  // Training.
  epoch: number(formatCount, (page) => page.currentFrame.value?.progress.epoch),
  iteration: number(formatCount, (page) => page.currentFrame.value?.progress.iteration),
  iterationsPerEpoch: number(formatCount, (page) => page.currentFrame.value?.progress.iterationsPerEpoch),
  /** yes, no */
  playing: text((page) => yesOrNo(page.playing.value)),
  /** Why the run ended by itself: diverged, stopEpochs, targetCost, patience, gradientBound; no. */
  stopped: text((page) => page.currentFrame.value?.progress.stop?.reason ?? "no"),
  ...scores("training"),
  ...scores("validation"),
  ...scores("test"),
  /** What L1 and L2 add to each cost. */
  penalty: number(formatCost, (page) => {
    const now = page.currentFrame.value?.scores;
    return now && now.l1 + now.l2;
  }),
  trainingExamples: number(formatCount, examples(0)),
  validationExamples: number(formatCount, examples(1)),
  testExamples: number(formatCount, examples(2)),
  /** Whether the test set is not sealed: yes, no. */
  testVisible: text((page) => yesOrNo(page.seal.visible.value)),

  // The network.
  hiddenLayers: number(formatCount, (page) => page.run.value?.experiment.layers.length),
  /** Of all hidden layers together. */
  neurons: number(formatCount, (page) => page.run.value?.experiment.layers.reduce((sum, count) => sum + count, 0)),
  parameters: number(formatCount, (page) => parameterCount(page.run.value?.sizes ?? [])),
  /** Whose output the plane shows: "neuron 2.3" is the third of layer 2, "output" all of the last layer. */
  shown: text((page) => {
    const shown = page.plane.value?.shown;
    return shown ? `neuron ${shown.layer}.${shown.neuron + 1}` : "output";
  }),

  // Backpropagation.
  /** The first layer's error to the output's: how much of it comes through. */
  errorRatio: number(formatNumber, (page) => norm(page, 1) / norm(page, "L"), { layers: true }),
  /** The largest share of any layer. */
  saturated: number(formatShare, (page) => largest(page, "saturated"), { layers: true }),
  dead: number(formatShare, (page) => largest(page, "dead"), { layers: true }),
  /** Of C over the training set, by the next step. */
  predictedChange: number(formatNumber, (page) => forecast(page)?.training.predicted, { forecast: true }),
  actualChange: number(formatNumber, (page) => forecast(page)?.training.actual, { forecast: true }),
  stepNorm: number(formatNumber, (page) => forecast(page)?.stepNorm, { forecast: true }),

  // The reader.
  /** How many settings differ from those that the last `open` of a lesson began with. */
  changes: number(formatCount, (page) => page.changes.count.value),
  /** yes when "Prove it" has checked every parameter and all agree. */
  proved: text((page) => yesOrNo(page.proved.value)),
  /** What was last pointed at under the microscope: a symbol's name such as "slope", "neuron 2.3", "weight 2.3.1". */
  pointed: text((page) => page.pointed.value),
  /** What is chosen under the microscope: "3.1.2" is the weight to neuron 1 of layer 3 from neuron 2; and which example, from 1. */
  chosenWeight: text((page) => chosen(page).slice(0, 3).join(".")),
  chosenExample: number(formatCount, (page) => Number(chosen(page)[3])),
};

/** Layer, neuron, from and example, as in the place's focus; where the link is silent, the first of each. */
const chosen = (page: Playground): string[] => (page.place.value.focus || "1.1.1.1").split(".");

const forecast = (page: Playground) => page.currentFrame.value?.readings.forecast;

/** Facts of a layer; the shares among them, and numbers that the page writes in full. */
const ofLayers: Readonly<Record<keyof LayerReport, (value: number) => string>> = {
  errorNorm: formatNumber,
  weightGradientNorm: formatNumber,
  biasGradientNorm: formatNumber,
  weightNorm: formatNumber,
  saturated: formatShare,
  dead: formatShare,
  shrinkageByWeights: formatNumber,
  shrinkageByDerivative: formatNumber,
};

type LayerNumber = number | "L";

function reportOf(page: Playground, layer: LayerNumber): LayerReport | undefined {
  return page.currentFrame.value?.readings.layers?.at(layer === "L" ? -1 : layer - 1);
}

const norm = (page: Playground, layer: LayerNumber): number => reportOf(page, layer)?.errorNorm ?? Number.NaN;

function largest(page: Playground, name: keyof LayerReport): number {
  const reports = page.currentFrame.value?.readings.layers ?? [];
  return reports.reduce((most, { [name]: value }) => (value > most || Number.isNaN(most) ? value : most), Number.NaN);
}

/** "errorNorm.2" */
function ofLayer(name: string): Fact | null {
  const [, field = "", layer = ""] = /^(\w+)\.(L|[1-9]\d?)$/.exec(name) ?? [];
  if (!Object.hasOwn(ofLayers, field)) return null;
  const key = field as keyof LayerReport;
  const at = layer === "L" ? "L" : Number(layer);
  return number(ofLayers[key], (page) => reportOf(page, at)?.[key], { layers: true });
}

/** One function for all layers is named once. */
const shortest = (names: readonly string[]): string => (new Set(names).size === 1 ? (names[0] as string) : names.join(","));

/** The experiment's field: numbers as numbers, everything else as links write it. */
function setting(name: keyof Experiment, usual: Experiment): Fact {
  if (typeof usual[name] === "number") return number(String, (page) => page.run.value?.experiment[name] as number | undefined);
  if (name === "activations") return text((page) => shortest(page.run.value?.experiment.activations ?? []));
  return text((page) => valueText(page.run.value?.experiment[name] ?? ""));
}

/** Where the link is silent, the view shows its first phase. */
function place(name: keyof Place): Fact {
  return text((page) => {
    const { [name]: value, view } = page.place.value;
    return name === "phase" && value === "" && view === "microscope" ? "batch" : value;
  });
}

/** The fact of that name, or null. `usual` is any experiment: it tells which of its fields are numbers. */
export function factNamed(name: string, usual: Experiment): Fact | null {
  if (Object.hasOwn(simple, name)) return simple[name] as Fact;
  if (Object.hasOwn(usual, name)) return setting(name as keyof Experiment, usual);
  if (Object.hasOwn(start, name) && name !== "lesson") return place(name as keyof Place);
  return ofLayer(name);
}
