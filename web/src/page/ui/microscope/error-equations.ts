/** The errors: BP1 at the output, BP2 from layer to layer back. */
import { formatNumber, formatOperand, subscript, superscript } from "../../format";
import { biasAt } from "../../views/parameters";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { jacobianAt, transposedJacobianPicture } from "../equation/jacobian";
import { type Builder, range } from "./builder";
import { costSlope } from "./costs";
import type { Equation, Term } from "./equation";
import { formulas } from "./formulas";
import { letters } from "./letters";

/** An error is the derivative by the bias, which is added to z as it is. */
const biasCheck = (iteration: Iteration, { layer: l, neuron: j, example: i }: Focus): Equation["check"] => ({
  parameter: biasAt(iteration.sizes, l, j),
  averaged: false,
  name: `δ${superscript(l)}${subscript(j + 1)} = ∂Cₓ/∂z${superscript(l)}${subscript(j + 1)}`,
  value: iteration.delta(i, l, j),
});

export const outputError: Builder = ({ iteration, focus, pictures, slots, costEntry }) => {
  const { layer: l, neuron: j, example: i } = focus;
  const isSoftmax = Number.isNaN(iteration.slope(i, l, j));
  const outputs = range(iteration.sizes[l] ?? 0);
  const a = iteration.a(i, l, j);
  const g = iteration.costGradient(i, j);
  const delta = iteration.delta(i, l, j);
  const { cost, output } = iteration.experiment;
  const isShort = costEntry?.collapsesWith.includes(output) ?? false;
  const slope = costSlope(cost, a, iteration.y(i, j)).map((worked) => ({ ...worked, slots, result: g }));
  const place = `${superscript(l)}${subscript(j + 1)}`;
  return {
    name: "BP1",
    title: "The error of the output",
    sentence: isSoftmax
      ? "How does the cost change with the output's weighted inputs? With softmax every answer depends on every z, so in place of σ′ stands its Jacobian."
      : "How does the cost change with the output's weighted input? As fast as the cost changes with the answer, times how steeply the answer follows z.",
    reading: `Neuron ${j + 1}, example ${i + 1}: ∂Cₓ/∂a${place} = ${formatNumber(g)}${isSoftmax ? "" : `, σ′(z${place}) = ${formatNumber(iteration.slope(i, l, j))}`}, so δ${place} = ${formatNumber(delta)}.`,
    note: [
      ...(isSoftmax
        ? [
            "The Jacobian ∂a/∂z holds aⱼ(1 − aⱼ) for k = j and −aₖaⱼ elsewhere; put in, the sum becomes the shorter line below it. Every example has a Jacobian of its own.",
          ]
        : []),
      ...(isShort ? ["With this cost and this output the product comes down to a − y."] : []),
    ].join(" "),
    formulas: [
      { of: isSoftmax ? formulas.bp1Softmax : formulas.bp1, slots },
      ...(isShort ? [{ of: formulas.collapsed, slots }] : []),
    ],
    pictures: [
      isSoftmax
        ? [pictures.single.delta(l), "=", transposedJacobianPicture(iteration, i, l, j), "·", pictures.single.costGradient()]
        : [pictures.delta(l), "=", pictures.costGradient(), "⊙", pictures.slope(l)],
      ...(isShort ? [[pictures.delta(l), "=", pictures.a(l), "−", pictures.desired()]] : []),
    ],
    expansions: isSoftmax
      ? [
          ...slope,
          {
            formula: formulas.bp1SoftmaxSum,
            slots,
            before: "",
            terms: outputs.map((k): Term => [iteration.costGradient(i, k), jacobianAt(iteration, i, l, k, j)]),
            unlisted: 0,
            after: "",
            result: delta,
          },
          {
            formula: formulas.bp1SoftmaxOf,
            slots,
            before: `${formatNumber(a)} · (${formatNumber(g)} −`,
            terms: outputs.map((k): Term => [iteration.costGradient(i, k), iteration.a(i, l, k)]),
            unlisted: 0,
            after: ")",
            result: delta,
          },
        ]
      : [
          ...slope,
          {
            formula: formulas.bp1Of,
            slots,
            before: "",
            terms: [[g, iteration.slope(i, l, j)]],
            unlisted: 0,
            after: "",
            result: delta,
          },
        ],
    letters: letters.single,
    symbols: {
      delta: { layer: l, of: "neurons" },
      costGradient: { layer: l, of: "neurons" },
      ...(!isSoftmax && { slope: { layer: l, of: "neurons" } }),
      a: { layer: l, of: "neurons" },
    },
    check: biasCheck(iteration, focus),
  };
};

export const hiddenError: Builder = ({ iteration, focus, pictures, slots }) => {
  const { layer: l, neuron: j, example: i } = focus;
  const terms = range(iteration.sizes[l + 1] ?? 0).map((k): Term => [iteration.w(l + 1, k, j), iteration.delta(i, l + 1, k)]);
  const back = terms.reduce((sum, [w = 0, delta = 0]) => sum + w * delta, 0);
  const slope = iteration.slope(i, l, j);
  const up = superscript(l + 1);
  return {
    name: "BP2",
    title: "The error flows back",
    sentence: `Neuron ${j + 1} fed every neuron of layer ${l + 1}. Their errors come back along the same weights, are added up, and are scaled by how steeply neuron ${j + 1} responds: σ′(z).`,
    reading: `${formatNumber(back)} comes back, times σ′(z${superscript(l)}${subscript(j + 1)}) = ${formatNumber(slope)} makes δ${superscript(l)}${subscript(j + 1)} = ${formatNumber(iteration.delta(i, l, j))}.`,
    note: `Why transposed? Column ${j + 1} of W${up} holds the weights that leave neuron ${j + 1}. In (W${up})ᵀ it is row j, so that row j makes δ of neuron j, as rows do on the way forward.`,
    formulas: [{ of: formulas.bp2, slots }],
    pictures: [
      [pictures.delta(l), "= (", pictures.weightsAfterTransposed(l), "·", pictures.deltaAfter(l), ") ⊙", pictures.slope(l)],
    ],
    expansions: [
      {
        formula: formulas.bp2Of,
        slots,
        before: "",
        terms,
        unlisted: 0,
        after: `· ${formatOperand(slope)}`,
        result: iteration.delta(i, l, j),
      },
    ],
    letters: letters.single,
    symbols: {
      delta: { layer: l, of: "neurons" },
      deltaAfter: { layer: l + 1, of: "neurons" },
      WAfter: { layer: l + 1, of: "links" },
      slope: { layer: l, of: "neurons" },
    },
    check: biasCheck(iteration, focus),
  };
};
