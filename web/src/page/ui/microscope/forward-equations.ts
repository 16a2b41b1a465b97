/** From the mini-batch forward to the cost. */
import { formatCount, formatNumber, subscript, superscript } from "../../format";
import { indices } from "../../views/parameters";
import { type Builder, range } from "./builder";
import { exampleCost } from "./costs";
import type { Term } from "./equation";
import { formulas } from "./formulas";
import { letters } from "./letters";

/** Nobody listens to more numbers than these. */
const mostNamed = 6;

/** (0.0101, −0.0603), and 0.0101 where it is a single number. */
function vector(values: readonly number[]): string {
  if (values.length === 1) return formatNumber(values[0] ?? Number.NaN);
  const named = values.slice(0, mostNamed).map(formatNumber).join(", ");
  return `(${named}${values.length > mostNamed ? ", …" : ""})`;
}

export const batch: Builder = ({ iteration, focus, slots }) => {
  const { m, sizes, last, traced } = iteration;
  const { example: i } = focus;
  const inputs = range(sizes[0] ?? 0).map((k) => iteration.a(i, 0, k));
  const desired = range(sizes[last] ?? 0).map((j) => iteration.y(i, j));
  return {
    name: "",
    title: "The mini-batch",
    sentence: `This iteration learns from ${m === 1 ? "one example, the point" : `${formatCount(m)} examples, the points`} with a rim. Each goes through the network on its own; what each says of the weights is averaged at the end.`,
    reading: `Example ${i + 1} of ${formatCount(m)} enters as a⁰ = ${vector(inputs)}; desired is y = ${vector(desired)}.`,
    note: traced < m ? `The first ${traced} can be followed one by one.` : "",
    formulas: [{ of: formulas.batch, slots }],
    pictures: [],
    expansions: [],
    letters: letters.batch(iteration),
    symbols: {},
    check: null,
  };
};

export const forward: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, from: k, example: i } = focus;
  const sum = range(iteration.sizes[l - 1] ?? 0).map((k): Term => [iteration.w(l, j, k), iteration.a(i, l - 1, k)]);
  const z = iteration.z(i, l, j);
  const a = iteration.a(i, l, j);
  const isSoftmax = Number.isNaN(iteration.slope(i, l, j));
  const place = `${superscript(l)}${subscript(j + 1)}`;
  return {
    name: "",
    title: `Forward through layer ${l}`,
    sentence: `Each neuron weighs the activations of the layer before and adds its bias: that is its weighted input z. Its activation a is what ${isSoftmax ? "softmax makes of all z of the layer together" : "σ makes of z"}.`,
    reading: `Neuron ${j + 1}: z${place} = ${formatNumber(z)}, a${place} = ${formatNumber(a)}.`,
    note: `Why jk? W${superscript(l)} stands to the left of a${superscript(l - 1)}, so its row j makes z${superscript(l)} of neuron j, and its column k meets the activation of neuron k: w${superscript(l)}${indices(j, k)} = ${formatNumber(iteration.w(l, j, k))} leads to neuron ${j + 1} from neuron ${k + 1}.`,
    formulas: [
      { of: formulas.weightedInput, slots },
      { of: isSoftmax ? formulas.softmax : formulas.activation, slots },
    ],
    pictures: [
      [
        pictures.z(l),
        "=",
        pictures.perWeight("W", `W${superscript(l)}`, l, iteration.w, true),
        "·",
        pictures.aBefore(l),
        // In the whole mini-batch's z each column is an example, and the biases are the same for all.
        pictures.wholeBatch ? "+ in each column" : "+",
        pictures.perBias("b", `b${superscript(l)}`, l, iteration.b),
      ],
      [pictures.a(l), isSoftmax ? "= softmax(" : "= σ(", pictures.z(l), ")"],
    ],
    expansions: [
      {
        formula: formulas.weightedInputOf,
        slots,
        before: "",
        terms: sum,
        unlisted: 0,
        after: `${iteration.b(l, j) < 0 ? "−" : "+"} ${formatNumber(Math.abs(iteration.b(l, j)))}`,
        result: z,
      },
      {
        formula: isSoftmax ? formulas.softmaxOf : formulas.activationOf,
        slots,
        before: isSoftmax ? "" : "σ",
        terms: isSoftmax ? range(iteration.sizes[l] ?? 0).map((k): Term => [iteration.z(i, l, k)]) : [[z]],
        unlisted: 0,
        after: "",
        result: a,
        ...(isSoftmax && { powerOver: z }),
      },
    ],
    letters: "",
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

export const cost: Builder = ({ iteration, focus, pictures, slots, costFormula }) => {
  const { last, m, sizes, experiment } = iteration;
  const { example: i } = focus;
  const isPenalised = experiment.l1 > 0 || experiment.l2 > 0;
  const outputs = range(sizes[last] ?? 0);
  const answers = outputs.map((j) => iteration.a(i, last, j));
  const desired = outputs.map((j) => iteration.y(i, j));
  return {
    name: "",
    title: "The cost",
    sentence: `The answer a${superscript(last)} is held against the desired y: the further off, the larger the example's cost. C is the mean over the mini-batch, and ${isPenalised ? "training makes it small together with the penalty on the weights" : "the one number that training makes small"}.`,
    reading: `Example ${i + 1}: answer ${vector(answers)}, desired ${vector(desired)}, cost ${formatNumber(iteration.costOf(i))}. Over the mini-batch C = ${formatNumber(iteration.cost)}.`,
    note: "",
    formulas: [{ of: costFormula, slots }],
    pictures: [[pictures.a(last), "against", pictures.desired()]],
    expansions: [
      ...exampleCost(experiment.cost, answers, desired).map((worked) => ({ ...worked, slots, result: iteration.costOf(i) })),
      {
        formula: formulas.batchOf,
        slots,
        before: `1/${m} ·`,
        terms: range(iteration.traced).map((x): Term => [iteration.costOf(x)]),
        unlisted: m - iteration.traced,
        after: "",
        result: iteration.cost,
      },
    ],
    letters: letters.cost(iteration),
    symbols: { a: { layer: last, of: "neurons" } },
    check: null,
  };
};
