/** BP4: the derivative by a weight (Nielsen, chapter 2, equation 32), for one example and for a mini-batch. */
import { formatCount, superscript } from "../../format";
import { tex } from "../../mathematics/tex";
import { parameterCount } from "../../views/parameters";
import { examples, type Line, type Looked, neurons, type Proof } from "./proof";
import { mean, product, sum, type Worked } from "./worked";

const source = ({ iteration, l, k, i }: Looked): number => iteration.a(i, l - 1, k);
const own = (looked: Looked): Worked => product(looked.iteration.delta(looked.i, looked.l, looked.j), source(looked));
const inOrder = (looked: Looked): Worked => product(source(looked), looked.iteration.delta(looked.i, looked.l, looked.j));

const lines: readonly Line[] = [
  {
    formula: tex`\displaystyle \sym{source}{\frac{\partial C_x}{\partial w^{\slot{l}}_{\slot{jk}}}}`,
    why: "What we look for: how fast the cost of this example changes with the weight that leads from neuron k to neuron j.",
    worked: null,
    about: ["weight", "cost"],
  },
  {
    formula: tex`\displaystyle = \sym{both}{\sum_i \frac{\partial C_x}{\partial z^{\slot{l}}_i} \, \frac{\partial z^{\slot{l}}_i}{\partial w^{\slot{l}}_{\slot{jk}}}}`,
    why: "Chain rule: the cost depends on the weights of a layer only through the layer's weighted inputs.",
    worked: (looked) =>
      sum(
        neurons(looked, looked.l).map((neuron) =>
          product(looked.iteration.delta(looked.i, looked.l, neuron), neuron === looked.j ? source(looked) : 0),
        ),
      ),
    about: ["weight", "layer"],
  },
  {
    formula: tex`\displaystyle = \sym{made}{\sym{source}{\frac{\partial C_x}{\partial z^{\slot{l}}_{\slot{j}}}} \, \frac{\partial z^{\slot{l}}_{\slot{j}}}{\partial w^{\slot{l}}_{\slot{jk}}}}`,
    why: "The weight leads to neuron j alone: of the layer's weighted inputs only that neuron's contains it, and every other term is 0.",
    worked: own,
    about: ["weight", "neuron"],
  },
  {
    formula: tex`\displaystyle = \sym{made}{\delta^{\slot{l}}_{\slot{j}}} \, \sym{source}{\frac{\partial z^{\slot{l}}_{\slot{j}}}{\partial w^{\slot{l}}_{\slot{jk}}}}`,
    why: "The definition of the error.",
    worked: own,
    about: ["weight", "neuron"],
  },
  {
    formula: tex`\displaystyle \frac{\partial C_x}{\partial w^{\slot{l}}_{\slot{jk}}} = \sym{source}{\sym{made}{a^{\slot{p}}_{\slot{k}}} \, \delta^{\slot{l}}_{\slot{j}}}`,
    why: "The weighted input is z = Σ w a + b, so it changes with this weight as fast as the activation that comes in along it is large. This is BP4, for one example.",
    worked: inOrder,
    about: ["source", "weight", "neuron"],
  },
  {
    formula: tex`\displaystyle \sym{made}{\frac{\partial C_x}{\partial W^{\slot{l}}} = \delta^{\slot{l}} \, (a^{\slot{p}})^T}`,
    why: "The same for every weight of the layer at once: row j, column k of a column times a row is the product of their entries j and k.",
    worked: inOrder,
    about: ["layer", "before"],
    pictures: (pictures, { l, iteration, i }) => [
      pictures.perWeight(
        "weightGradient",
        `∂Cₓ/∂W${superscript(l)}`,
        l,
        (layer, j, k) => iteration.delta(i, layer, j) * iteration.a(i, layer - 1, k),
      ),
      "=",
      pictures.delta(l),
      "·",
      pictures.aBeforeTransposed(l),
    ],
  },
  {
    formula: tex`\displaystyle \frac{\partial C}{\partial w^{\slot{l}}_{\slot{jk}}} = \sym{made}{\frac{1}{m} \sum_x a^{x, \slot{p}}_{\slot{k}} \, \delta^{x, \slot{l}}_{\slot{j}}}`,
    why: "The cost C of a mini-batch is the mean of its examples' costs, and the derivative of a mean is the mean of the derivatives.",
    worked: (looked) =>
      mean(
        examples(looked).map((x) =>
          product(looked.iteration.a(x, looked.l - 1, looked.k), looked.iteration.delta(x, looked.l, looked.j)),
        ),
      ),
    about: ["source", "weight", "neuron"],
    averaged: true,
  },
];

export const bp4: Proof = {
  name: "bp4",
  label: "BP4",
  title: "The gradient of the weights",
  claim:
    "The derivative of the cost by a weight is the activation that comes in along it, times the error of the neuron it leads to.",
  layers: "all",
  nudged: "weight",
  hindrance: () => "",
  suitable: [
    { label: "two hidden layers", settings: "data=circle&layers=3,2" },
    { label: "values to predict", settings: "data=hills&layers=4" },
  ],
  lines: () => lines,
  closing: (sizes) => {
    const count = parameterCount(sizes);
    return `With BP1 to BP4, one pass forward and one pass back, which costs about as much, give the derivative by all ${formatCount(count)} weights and biases of this network. By nudging, every single one of them needs passes of its own: ${formatCount(2 * count)} passes forward for each example. That is what makes it possible to train networks with millions of weights.`;
  },
};
