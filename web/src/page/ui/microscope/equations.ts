/** For each kind of phase, the equation with its numbers. */
import { formatNumber, subscript, superscript } from "../../format";
import { biasAt, indices, weightAt } from "../../views/parameters";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { type Choose, Pictures } from "../equation/pictures";
import type { Equation, Term } from "./equation";
import { formulas } from "./formulas";
import type { Phase, PhaseKind } from "./phases";

interface Looked {
  iteration: Iteration;
  focus: Focus;
  pictures: Pictures;
  /** The layer, neuron (from 1) and so on, as they stand in formulas. */
  slots: Record<"l" | "p" | "n" | "j" | "k", string>;
}

type Builder = (looked: Looked) => Equation;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export function equationOf(iteration: Iteration, phase: Phase, focus: Focus, wholeBatch: boolean, choose: Choose): Equation {
  const l = focus.layer;
  const slots = { l: `${l}`, p: `${l - 1}`, n: `${l + 1}`, j: `${focus.neuron + 1}`, k: `${focus.from + 1}` };
  return builders[phase.kind]({ iteration, focus, pictures: new Pictures(iteration, focus, wholeBatch, choose), slots });
}

const batch: Builder = ({ iteration, slots }) => ({
  name: "",
  title: "The mini-batch",
  sentence: `This iteration learns from ${iteration.m === 1 ? "one example" : `${iteration.m} examples`}, the bright points of the plane. Each goes through the network on its own; what each says of the weights is averaged at the end.`,
  formulas: [{ of: formulas.batch, slots }],
  pictures: [],
  expansions: [],
  symbols: {},
  check: null,
});

const forward: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, example: i } = focus;
  const sum = range(iteration.sizes[l - 1] ?? 0).map((k): Term => [iteration.w(l, j, k), iteration.a(i, l - 1, k)]);
  const z = iteration.z(i, l, j);
  const isSoftmax = l === iteration.last && Number.isNaN(iteration.slope(i, l, j));
  return {
    name: "",
    title: `Forward through layer ${l}`,
    sentence:
      "Each neuron weighs the activations of the layer before and adds its bias: that is its weighted input z. Its activation a is what σ makes of z.",
    formulas: [
      { of: formulas.weightedInput, slots },
      { of: formulas.activation, slots },
    ],
    pictures: [
      [
        pictures.z(l),
        "=",
        pictures.perWeight("W", `W${superscript(l)}`, l, iteration.w, -1),
        "·",
        pictures.aBefore(l),
        "+",
        pictures.perBias("b", `b${superscript(l)}`, l, iteration.b),
      ],
      [pictures.a(l), "= σ(", pictures.z(l), ")"],
    ],
    expansions: [
      {
        formula: formulas.weightedInputOf,
        slots,
        before: "",
        terms: sum,
        after: `+ ${formatNumber(iteration.b(l, j))}`,
        result: z,
      },
      {
        formula: isSoftmax ? formulas.softmaxOf : formulas.activationOf,
        slots,
        before: isSoftmax ? "softmax" : "σ",
        terms: [[z]],
        after: "",
        result: iteration.a(i, l, j),
      },
    ],
    symbols: {
      z: { layer: l, of: "neurons" },
      a: { layer: l, of: "neurons" },
      aBefore: { layer: l - 1, of: "neurons" },
      W: { layer: l, of: "links" },
      b: { layer: l, of: "neurons" },
    },
    check: null,
  };
};

const cost: Builder = ({ iteration, focus, pictures, slots }) => {
  const { last } = iteration;
  const costs = range(iteration.traced).map((i): Term => [iteration.costOf(i)]);
  return {
    name: "",
    title: "The cost",
    sentence: `The answer a${superscript(last)} is held against the desired y. For this example the cost is ${formatNumber(iteration.costOf(focus.example))}; C is the mean over the mini-batch.`,
    formulas: [{ of: formulas.batch, slots }],
    pictures: [[pictures.a(last), "against", pictures.desired()]],
    expansions:
      iteration.traced < iteration.m
        ? []
        : [{ formula: formulas.batch, slots, before: `1/${iteration.m}`, terms: costs, after: "", result: iteration.cost }],
    symbols: { a: { layer: last, of: "neurons" } },
    check: null,
  };
};

const biasCheck = (iteration: Iteration, { layer: l, neuron: j, example: i }: Focus): Equation["check"] => ({
  parameter: biasAt(iteration.sizes, l, j),
  averaged: false,
  name: `δ${superscript(l)}${subscript(j + 1)} = ∂Cₓ/∂z${superscript(l)}${subscript(j + 1)}`,
  value: iteration.delta(i, l, j),
});

const outputError: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, example: i } = focus;
  const isSoftmax = Number.isNaN(iteration.slope(i, l, j));
  const a = iteration.a(i, l, j);
  const others = range(iteration.sizes[l] ?? 0).map((k): Term => [iteration.costGradient(i, k), iteration.a(i, l, k)]);
  const g = iteration.costGradient(i, j);
  const collapses = Math.abs(iteration.delta(i, l, j) - (a - iteration.y(i, j))) < 1e-9;
  return {
    name: "BP1",
    title: "The error of the output",
    sentence: isSoftmax
      ? "How does the cost change with the output's weighted inputs? With softmax every output depends on every z, so in place of σ′ stands its Jacobian."
      : "How does the cost change with the output's weighted input? As fast as the cost changes with the answer, times how steeply the answer follows z.",
    formulas: [
      { of: isSoftmax ? formulas.bp1Softmax : formulas.bp1, slots },
      ...(collapses ? [{ of: formulas.collapsed, slots }] : []),
    ],
    pictures: [
      isSoftmax
        ? [pictures.delta(l), "from", pictures.costGradient(), "and", pictures.a(l)]
        : [pictures.delta(l), "=", pictures.costGradient(), "⊙", pictures.slope(l)],
      ...(collapses ? [[pictures.delta(l), "=", pictures.a(l), "−", pictures.desired()]] : []),
    ],
    expansions: [
      isSoftmax
        ? {
            formula: formulas.bp1SoftmaxOf,
            slots,
            before: `${formatNumber(a)} · (${formatNumber(g)} −`,
            terms: others,
            after: ")",
            result: iteration.delta(i, l, j),
          }
        : {
            formula: formulas.bp1Of,
            slots,
            before: "",
            terms: [[g, iteration.slope(i, l, j)]],
            after: "",
            result: iteration.delta(i, l, j),
          },
    ],
    symbols: {
      delta: { layer: l, of: "neurons" },
      costGradient: { layer: l, of: "neurons" },
      slope: { layer: l, of: "neurons" },
      a: { layer: l, of: "neurons" },
    },
    check: biasCheck(iteration, focus),
  };
};

const hiddenError: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, example: i } = focus;
  const terms = range(iteration.sizes[l + 1] ?? 0).map((k): Term => [iteration.w(l + 1, k, j), iteration.delta(i, l + 1, k)]);
  return {
    name: "BP2",
    title: "The error flows back",
    sentence: `Neuron ${j + 1} fed every neuron of layer ${l + 1}. Their errors come back along the same weights, are added up, and are scaled by how steeply neuron ${j + 1} responds: σ′(z).`,
    formulas: [{ of: formulas.bp2, slots }],
    pictures: [
      [pictures.delta(l), "=", pictures.weightsAfterTransposed(l), "·", pictures.deltaAfter(l), "⊙", pictures.slope(l)],
    ],
    expansions: [
      {
        formula: formulas.bp2Of,
        slots,
        before: "",
        terms,
        after: `· ${formatNumber(iteration.slope(i, l, j))}`,
        result: iteration.delta(i, l, j),
      },
    ],
    symbols: {
      delta: { layer: l, of: "neurons" },
      deltaAfter: { layer: l + 1, of: "neurons" },
      WAfter: { layer: l + 1, of: "links" },
      slope: { layer: l, of: "neurons" },
    },
    check: biasCheck(iteration, focus),
  };
};

const biases: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j } = focus;
  const value = iteration.biasGradient(l, j);
  return {
    name: "BP3",
    title: "The gradient of the biases",
    sentence:
      "A bias is added to z as it is, so the cost changes with it exactly as with z: its gradient is the error δ, averaged over the mini-batch.",
    formulas: [{ of: formulas.bp3, slots }],
    pictures: [
      [pictures.perBias("biasGradient", `∂C/∂b${superscript(l)}`, l, iteration.biasGradient), "= mean of", pictures.delta(l)],
    ],
    expansions: [
      {
        formula: formulas.bp3Of,
        slots,
        before: `1/${iteration.m}`,
        terms: range(iteration.traced).map((i): Term => [iteration.delta(i, l, j)]),
        after: "",
        result: value,
      },
    ],
    symbols: { biasGradient: { layer: l, of: "neurons" }, delta: { layer: l, of: "neurons" } },
    check: {
      parameter: biasAt(iteration.sizes, l, j),
      averaged: true,
      name: `∂C/∂b${superscript(l)}${subscript(j + 1)}`,
      value,
    },
  };
};

const weights: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, from: k } = focus;
  const value = iteration.weightGradient(l, j, k);
  const terms = range(iteration.traced).map((i): Term => [iteration.a(i, l - 1, k), iteration.delta(i, l, j)]);
  return {
    name: "BP4",
    title: "The gradient of the weights",
    sentence: `A weight matters as much as the activation that comes in along it, and the error of the neuron it leads to: w${superscript(l)}${indices(j, k)} leads from neuron ${k + 1} to neuron ${j + 1}.`,
    formulas: [{ of: formulas.bp4, slots }],
    pictures: [
      [
        pictures.perWeight("weightGradient", `∂C/∂W${superscript(l)}`, l, iteration.weightGradient),
        "= mean of",
        pictures.delta(l),
        "·",
        pictures.aBeforeTransposed(l),
      ],
    ],
    expansions: [{ formula: formulas.bp4Of, slots, before: `1/${iteration.m}`, terms, after: "", result: value }],
    symbols: {
      weightGradient: { layer: l, of: "links" },
      delta: { layer: l, of: "neurons" },
      aBefore: { layer: l - 1, of: "neurons" },
    },
    check: {
      parameter: weightAt(iteration.sizes, l, j, k),
      averaged: true,
      name: `∂C/∂w${superscript(l)}${indices(j, k)}`,
      value,
    },
  };
};

const update: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, from: k } = focus;
  const { optimizer, learningRate } = iteration.experiment;
  const w = iteration.w(l, j, k);
  const step = iteration.weightStep(l, j, k);
  // Only where nothing else has a hand in it is the step -eta times the gradient.
  const gradient = iteration.weightGradient(l, j, k);
  const plain = optimizer === "sgd" && Math.abs(step + learningRate * gradient) <= 1e-6 * Math.max(1, Math.abs(w));
  return {
    name: "",
    title: "The update",
    sentence: plain
      ? "Every weight and bias takes a small step against its gradient, η times as long. That is the iteration; Next performs it."
      : "The optimiser makes a step of the gradient, with its own memory, schedule and penalties. That is the iteration; Next performs it.",
    formulas: [{ of: plain ? formulas.update : formulas.step, slots }],
    pictures: [
      [
        pictures.perWeight("W", `W${superscript(l)}`, l, iteration.w),
        "+",
        pictures.perWeight(null, `ΔW${superscript(l)}`, l, iteration.weightStep),
        "from",
        pictures.perWeight("weightGradient", `∂C/∂W${superscript(l)}`, l, iteration.weightGradient),
      ],
    ],
    expansions: [
      plain
        ? {
            formula: formulas.updateOf,
            slots,
            before: `${formatNumber(w)} − ${learningRate} ·`,
            terms: [[gradient]],
            after: "",
            result: w + step,
          }
        : { formula: formulas.stepOf, slots, before: `${formatNumber(w)} +`, terms: [[step]], after: "", result: w + step },
    ],
    symbols: { W: { layer: l, of: "links" }, weightGradient: { layer: l, of: "links" } },
    check: null,
  };
};

const builders: Record<PhaseKind, Builder> = {
  batch,
  forward,
  cost,
  error: (looked) => (looked.focus.layer === looked.iteration.last ? outputError : hiddenError)(looked),
  biases,
  weights,
  update,
};
