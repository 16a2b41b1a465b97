/** From the errors to the gradients, BP3 and BP4, and to the update. */
import type { Experiment, LimitedField, UsingEntry } from "../../../../../bindings/backprop";
import { fieldLabels } from "../../field-labels";
import { formatCount, formatNumber, minus, subscript, superscript } from "../../format";
import { biasAt, indices, weightAt } from "../../views/parameters";
import type { Iteration } from "../equation/iteration";
import { neuronTitle } from "../neuron-name";
import { type Builder, type Looked, range } from "./builder";
import type { Expansion, Term } from "./equation";
import { formulas } from "./formulas";
import { letters } from "./letters";
import { meanOf, meanOfShares } from "./mean";

/** 0.03, 1e−6, and of what a schedule makes of it no more digits than tell something. */
const formatRate = (rate: number): string => minus(String(Number(rate.toPrecision(4))));

/** Whether one example's share of the mean is shown by itself. */
const isShare = ({ pictures, iteration }: Looked): boolean => !pictures.wholeBatch && iteration.m > 1;

export const biases: Builder = (looked) => {
  const { iteration, focus, pictures, slots } = looked;
  const { layer: l, neuron: j, example: i } = focus;
  const { m, traced } = iteration;
  const value = iteration.biasGradient(l, j);
  const up = superscript(l);
  const name = `∂C/∂b${up}${subscript(j + 1)}`;
  const all = pictures.perBias("biasGradient", `∂C/∂b${up}`, l, iteration.biasGradient);
  return {
    name: "BP3",
    title: "The gradient of the biases",
    sentence:
      "A bias is added to z as it is, so the cost changes with it exactly as with z: its gradient is the error δ, averaged over the mini-batch.",
    reading: `${neuronTitle({ layer: l, neuron: j }, iteration.sizes)}: ${name} = ${formatNumber(value)}, the mean of its ${m === 1 ? "one error" : `${formatCount(m)} errors`}.${isShare(looked) ? ` Example ${i + 1} alone says ${formatNumber(iteration.delta(i, l, j))}.` : ""}`,
    note: "",
    formulas: [{ of: formulas.bp3, slots }],
    pictures: isShare(looked)
      ? [
          [pictures.perBias(null, `∂Cₓ/∂b${up}`, l, (l, j) => iteration.delta(i, l, j)), "=", pictures.delta(l)],
          [all, meanOfShares(iteration)],
        ]
      : [[all, ...meanOf(iteration, m === 1 ? "" : "the sum of the columns of", pictures.delta(l))]],
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
    letters: letters.averaged(iteration, l),
    symbols: { biasGradient: { layer: l, of: "neurons" }, delta: { layer: l, of: "neurons" } },
    check: { parameter: biasAt(iteration.sizes, l, j), averaged: true, name, value },
  };
};

export const weights: Builder = (looked) => {
  const { iteration, focus, pictures, slots } = looked;
  const { layer: l, neuron: j, from: k, example: i } = focus;
  const { m, traced } = iteration;
  const value = iteration.weightGradient(l, j, k);
  const up = superscript(l);
  const name = `∂C/∂w${up}${indices(j, k)}`;
  const all = pictures.perWeight("weightGradient", `∂C/∂W${up}`, l, iteration.weightGradient);
  /** What example i alone says of the weight: an entry of the outer product. */
  const share = (l: number, j: number, k: number): number => iteration.delta(i, l, j) * iteration.a(i, l - 1, k);
  const product = [pictures.delta(l), "·", pictures.aBeforeTransposed(l)] as const;
  return {
    name: "BP4",
    title: "The gradient of the weights",
    sentence: `A weight matters as much as the activation that comes in along it, and the error of the neuron it leads to: w${up}${indices(j, k)} leads from neuron ${k + 1} to neuron ${j + 1}.`,
    reading: `${name} = ${formatNumber(value)}, the mean of a${superscript(l - 1)}${subscript(k + 1)} · δ${up}${subscript(j + 1)} over ${m === 1 ? "one example" : `${formatCount(m)} examples`}.${isShare(looked) ? ` Example ${i + 1} alone says ${formatNumber(share(l, j, k))}.` : ""}`,
    note: `Why jk? A column δ times a row aᵀ fills a whole matrix, shaped like W${up}: row j has δ of neuron j, to which the weights lead, column k has a of neuron k, from which they come.`,
    formulas: [{ of: formulas.bp4, slots }],
    pictures: isShare(looked)
      ? [
          [pictures.perWeight(null, `∂Cₓ/∂W${up}`, l, share), "=", ...product],
          [all, meanOfShares(iteration)],
        ]
      : [[all, ...meanOf(iteration, "", ...product)]],
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
    letters: letters.averaged(iteration, l),
    symbols: {
      weightGradient: { layer: l, of: "links" },
      delta: { layer: l, of: "neurons" },
      aBefore: { layer: l - 1, of: "neurons" },
    },
    check: { parameter: weightAt(iteration.sizes, l, j, k), averaged: true, name, value },
  };
};

const everyWeight = ({ sizes }: Iteration, l: number, holds: (j: number, k: number) => boolean): boolean =>
  range(sizes[l] ?? 0).every((j) => range(sizes[l - 1] ?? 0).every((k) => holds(j, k)));

/**
 * Only where nothing else has a hand in it is the step -eta times the gradient. It is made in single precision: the sum of weight
 * and step is rounded, and so are the parts of the gradient. What is off by more would be seen in the four digits shown.
 */
const isDescent = (iteration: Iteration, l: number): boolean =>
  everyWeight(iteration, l, (j, k) => {
    const descent = iteration.weightGradient(l, j, k) + iteration.weightPenalty(l, j, k);
    const step = iteration.learningRate * descent;
    const rounding = 2 ** -22 * Math.abs(iteration.w(l, j, k)) + 1e-9;
    return Math.abs(iteration.weightStep(l, j, k) + step) <= rounding + 1e-4 * Math.abs(step);
  });

/** What a step of gradient descent that is not just η times the gradient was made with. */
function handsIn({ clipNorm, dropout, l1 }: Experiment): string {
  if (clipNorm > 0 && dropout > 0) return "clipping and dropout have";
  if (clipNorm > 0) return "clipping has";
  if (dropout > 0) return "dropout has";
  return l1 > 0 ? "a weight that L1 stops at 0, or a frozen one, has" : "a frozen weight has";
}

/** What an optimiser's rule is to be read with. */
function ruleNote({ uses }: UsingEntry, experiment: Experiment): string {
  const values = uses.map((name) => `${fieldLabels[name as LimitedField]} ${experiment[name as LimitedField]}`);
  const rule =
    "In the optimiser's rule g is the gradient of this weight or bias, and of its penalty; what stands before an arrow is remembered from one iteration to the next, for each of them by itself.";
  return values.length > 0 ? `${rule} ${values.join(", ")}.` : rule;
}

export const update: Builder = ({ iteration, focus, pictures, slots, ...looked }) => {
  const { layer: l, neuron: j, from: k } = focus;
  const { learningRate } = iteration;
  const { optimizer, dropout } = iteration.experiment;
  const isDescending = optimizer === "gradientDescent";
  const rule = isDescending ? undefined : looked.optimizer;
  const w = iteration.w(l, j, k);
  const step = iteration.weightStep(l, j, k);
  const gradient = iteration.weightGradient(l, j, k);
  const penalty = iteration.weightPenalty(l, j, k);
  const isPlain = isDescending && isDescent(iteration, l);
  const isBare = isPlain && everyWeight(iteration, l, (j, k) => iteration.weightPenalty(l, j, k) === 0);
  const up = superscript(l);
  const name = `w${up}${indices(j, k)}`;
  const stepped = pictures.perWeight(null, `ΔW${up}`, l, iteration.weightStep);
  const slope = pictures.perWeight("weightGradient", `∂C/∂W${up}`, l, iteration.weightGradient);
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
      : rule === undefined
        ? `Here the step is not just η times the gradient beside it: ${handsIn(iteration.experiment)} a hand in it. That is the iteration; Next performs it.`
        : `The optimiser, ${rule.label}, makes a step of the gradient and of what it remembers of those before. That is the iteration; Next performs it.`,
    reading: `${name} goes from ${formatNumber(w)} by ${formatNumber(step)} to ${formatNumber(w + step)}.`,
    note: [
      ...(rule ? [ruleNote(rule, iteration.experiment)] : []),
      ...(dropout > 0 ? ["Dropout has a hand in the step: the gradient beside it is that of the whole network."] : []),
    ].join(" "),
    formulas: [
      ...(rule ? looked.optimizerRules.map((of) => ({ of, slots })) : []),
      { of: isBare ? formulas.update : formulas.step, slots },
    ],
    pictures: [
      [
        stepped,
        ...(isPlain
          ? [`= −${formatRate(learningRate)} ·${isBare ? "" : " ("}`]
          : [rule ? `= what ${rule.label} makes of` : "= what the step makes of"]),
        slope,
        ...(isPlain && !isBare ? ["+", pictures.perWeight(null, "penalty", l, iteration.weightPenalty), ")"] : []),
      ],
      [
        pictures.perWeight("W", `W${up}`, l, iteration.w),
        "+",
        stepped,
        "=",
        pictures.perWeight(null, `new W${up}`, l, (l, j, k) => iteration.w(l, j, k) + iteration.weightStep(l, j, k)),
      ],
    ],
    expansions: [expansion],
    letters: letters.update,
    symbols: { W: { layer: l, of: "links" }, weightGradient: { layer: l, of: "links" } },
    check: null,
  };
};
