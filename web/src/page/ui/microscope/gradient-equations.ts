/** From the errors to the gradients, BP3 and BP4, and to the update. */
import { formatCount, formatNumber, subscript, superscript } from "../../format";
import { biasAt, indices, weightAt } from "../../views/parameters";
import { neuronTitle } from "../neuron-name";
import { type Builder, range } from "./builder";
import type { Expansion, Term } from "./equation";
import { formulas } from "./formulas";

/** 0.03, 1e−6, and of what a schedule makes of it no more digits than tell something. */
const formatRate = (rate: number): string => String(Number(rate.toPrecision(4))).replace("-", "−");

export const biases: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j } = focus;
  const { m, traced } = iteration;
  const value = iteration.biasGradient(l, j);
  const name = `∂C/∂b${superscript(l)}${subscript(j + 1)}`;
  return {
    name: "BP3",
    title: "The gradient of the biases",
    sentence:
      "A bias is added to z as it is, so the cost changes with it exactly as with z: its gradient is the error δ, averaged over the mini-batch.",
    reading: `${neuronTitle({ layer: l, neuron: j }, iteration.sizes)}: ${name} = ${formatNumber(value)}, the mean of its ${m === 1 ? "one error" : `${formatCount(m)} errors`}.`,
    note: "",
    formulas: [{ of: formulas.bp3, slots }],
    pictures: [
      [pictures.perBias("biasGradient", `∂C/∂b${superscript(l)}`, l, iteration.biasGradient), "= mean of", pictures.delta(l)],
    ],
    expansions: [
      {
        formula: formulas.bp3Of,
        slots,
        before: `1/${m} ·`,
        terms: range(traced).map((i): Term => [iteration.delta(i, l, j)]),
        unlisted: m - traced,
        after: "",
        result: value,
      },
    ],
    symbols: { biasGradient: { layer: l, of: "neurons" }, delta: { layer: l, of: "neurons" } },
    check: { parameter: biasAt(iteration.sizes, l, j), averaged: true, name, value },
  };
};

export const weights: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, from: k } = focus;
  const { m, traced } = iteration;
  const value = iteration.weightGradient(l, j, k);
  const up = superscript(l);
  const name = `∂C/∂w${up}${indices(j, k)}`;
  return {
    name: "BP4",
    title: "The gradient of the weights",
    sentence: `A weight matters as much as the activation that comes in along it, and the error of the neuron it leads to: w${up}${indices(j, k)} leads from neuron ${k + 1} to neuron ${j + 1}.`,
    reading: `${name} = ${formatNumber(value)}, the mean of a${superscript(l - 1)}${subscript(k + 1)} · δ${up}${subscript(j + 1)} over ${m === 1 ? "one example" : `${formatCount(m)} examples`}.`,
    note: `Why jk? A column δ times a row aᵀ fills a whole matrix, shaped like W${up}: row j has δ of neuron j, to which the weights lead, column k has a of neuron k, from which they come.`,
    formulas: [{ of: formulas.bp4, slots }],
    pictures: [
      [
        pictures.perWeight("weightGradient", `∂C/∂W${up}`, l, iteration.weightGradient),
        "= mean of",
        pictures.delta(l),
        "·",
        pictures.aBeforeTransposed(l),
      ],
    ],
    expansions: [
      {
        formula: formulas.bp4Of,
        slots,
        before: `1/${m} ·`,
        terms: range(traced).map((i): Term => [iteration.a(i, l - 1, k), iteration.delta(i, l, j)]),
        unlisted: m - traced,
        after: "",
        result: value,
      },
    ],
    symbols: {
      weightGradient: { layer: l, of: "links" },
      delta: { layer: l, of: "neurons" },
      aBefore: { layer: l - 1, of: "neurons" },
    },
    check: { parameter: weightAt(iteration.sizes, l, j, k), averaged: true, name, value },
  };
};

export const update: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, from: k } = focus;
  const { learningRate } = iteration;
  const { optimizer, dropout } = iteration.experiment;
  const w = iteration.w(l, j, k);
  const step = iteration.weightStep(l, j, k);
  const gradient = iteration.weightGradient(l, j, k);
  const penalty = iteration.weightPenalty(l, j, k);
  // Only where nothing else has a hand in it is the step -eta times the gradient; it is made in single precision.
  const near = (descent: number): boolean => Math.abs(step + learningRate * descent) <= 1e-6 * Math.max(1, Math.abs(w));
  const isPlain = optimizer === "gradientDescent" && near(gradient + penalty);
  const isBare = isPlain && penalty === 0;
  const up = superscript(l);
  const name = `w${up}${indices(j, k)}`;
  const common = { slots, unlisted: 0, result: w + step };
  const expansion: Expansion = isPlain
    ? {
        ...common,
        formula: isBare ? formulas.updateOf : formulas.updateWithPenaltyOf,
        before: `${formatNumber(w)} − ${formatRate(learningRate)} ·`,
        terms: isBare ? [[gradient]] : [[gradient], [penalty]],
        after: "",
      }
    : { ...common, formula: formulas.stepOf, before: `${formatNumber(w)} +`, terms: [[step]], after: "" };
  return {
    name: "",
    title: "The update",
    sentence: isPlain
      ? `Every weight and bias takes a small step against its gradient, η times as long${isBare ? "" : "; the penalty has a gradient of its own"}. That is the iteration; Next performs it.`
      : "The optimiser makes a step of the gradient, with its own memory, schedule and penalties. That is the iteration; Next performs it.",
    reading: `${name} goes from ${formatNumber(w)} by ${formatNumber(step)} to ${formatNumber(w + step)}.`,
    note: dropout > 0 ? "Dropout has a hand in the step: the gradient beside it is that of the whole network." : "",
    formulas: [{ of: isBare ? formulas.update : formulas.step, slots }],
    pictures: [
      [
        pictures.perWeight("W", `W${up}`, l, iteration.w),
        "+",
        pictures.perWeight(null, `ΔW${up}`, l, iteration.weightStep),
        "from",
        pictures.perWeight("weightGradient", `∂C/∂W${up}`, l, iteration.weightGradient),
      ],
    ],
    expansions: [expansion],
    symbols: { W: { layer: l, of: "links" }, weightGradient: { layer: l, of: "links" } },
    check: null,
  };
};
