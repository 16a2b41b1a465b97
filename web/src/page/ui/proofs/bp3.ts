/** BP3: the derivative by a bias (Nielsen, chapter 2, equation 31), for one example and for a mini-batch. */
import { tex } from "../../mathematics/tex";
import { examples, type Line, type Looked, neurons, type Proof } from "./proof";
import { mean, product, sum, type Worked } from "./worked";

const own = ({ iteration, l, j, i }: Looked): Worked => iteration.delta(i, l, j);

const lines: readonly Line[] = [
  {
    formula: tex`\displaystyle \sym{source}{\frac{\partial C_x}{\partial b^{\slot{l}}_{\slot{j}}}}`,
    why: "What we look for: how fast the cost of this example changes with a bias.",
    worked: null,
    about: ["neuron", "cost"],
  },
  {
    formula: tex`\displaystyle = \sym{both}{\sum_k \frac{\partial C_x}{\partial z^{\slot{l}}_k} \, \frac{\partial z^{\slot{l}}_k}{\partial b^{\slot{l}}_{\slot{j}}}}`,
    why: "Chain rule: the cost depends on the biases of a layer only through the layer's weighted inputs.",
    worked: (looked) =>
      sum(neurons(looked, looked.l).map((k) => product(looked.iteration.delta(looked.i, looked.l, k), k === looked.j ? 1 : 0))),
    about: ["layer"],
  },
  {
    formula: tex`\displaystyle = \sym{made}{\frac{\partial C_x}{\partial z^{\slot{l}}_{\slot{j}}} \, \sym{source}{\frac{\partial z^{\slot{l}}_{\slot{j}}}{\partial b^{\slot{l}}_{\slot{j}}}}}`,
    why: "Every neuron has a bias of its own: of the layer's weighted inputs only neuron j's contains this one, and every other term is 0.",
    worked: (looked) => product(own(looked), 1),
    about: ["neuron"],
  },
  {
    formula: tex`\displaystyle = \sym{source}{\frac{\partial C_x}{\partial z^{\slot{l}}_{\slot{j}}}} \cdot \sym{made}{1}`,
    why: "The bias is added to the weighted input as it is, z = Σ w a + b, so z grows exactly as much as b does.",
    worked: (looked) => product(own(looked), 1),
    about: ["neuron"],
  },
  {
    formula: tex`\displaystyle \frac{\partial C_x}{\partial b^{\slot{l}}_{\slot{j}}} = \sym{both}{\delta^{\slot{l}}_{\slot{j}}}`,
    why: "The definition of the error. This is BP3, for one example: the derivative by the bias is the error itself.",
    worked: own,
    about: ["neuron"],
    pictures: (pictures, { l, iteration, i }) => [
      pictures.perBias("biasGradient", "∂Cₓ/∂b", l, (layer, j) => iteration.delta(i, layer, j)),
      "=",
      pictures.delta(l),
    ],
  },
  {
    formula: tex`\displaystyle \frac{\partial C}{\partial b^{\slot{l}}_{\slot{j}}} = \sym{made}{\frac{1}{m} \sum_x \delta^{x, \slot{l}}_{\slot{j}}}`,
    why: "The cost C of a mini-batch is the mean of its examples' costs, and the derivative of a mean is the mean of the derivatives.",
    worked: (looked) => mean(examples(looked).map((x) => looked.iteration.delta(x, looked.l, looked.j))),
    about: ["neuron"],
    averaged: true,
  },
];

export const bp3: Proof = {
  name: "bp3",
  label: "BP3",
  title: "The gradient of the biases",
  claim: "The derivative of the cost by a bias is the error of its neuron.",
  layers: "all",
  nudged: "bias",
  hindrance: () => "",
  suitable: [
    { label: "two hidden layers", settings: "data=circle&layers=3,2" },
    { label: "values to predict", settings: "data=hills&layers=4" },
  ],
  lines: () => lines,
  closing: () =>
    "The gradient of all biases comes for nothing: the errors that BP1 and BP2 have worked out are that gradient. It is also why nudging a bias, as in the proofs of BP1 and BP2, measures the error.",
};
