/** BP1: the error of the output layer (Nielsen, chapter 2, equations 36 to 39, for any number of outputs). */
import { tex } from "../../mathematics/tex";
import { bp1SoftmaxLines } from "./bp1-softmax";
import { errorDefined, outputsChained } from "./first-lines";
import { throughJacobian } from "./jacobian";
import { isSoftmax, type Line, type Looked, neurons, type Proof } from "./proof";
import { product, type Worked } from "./worked";

const ownOutput = ({ iteration, l, j, i }: Looked): Worked => product(iteration.costGradient(i, j), iteration.slope(i, l, j));

const lines: readonly Line[] = [
  errorDefined,
  {
    ...outputsChained,
    pictures: (pictures, looked) => (neurons(looked, looked.l).length === 1 ? [] : throughJacobian(pictures, looked)),
  },
  {
    formula: tex`\displaystyle = \sym{made}{\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} \, \sym{source}{\frac{\partial a^{\slot{l}}_{\slot{j}}}{\partial z^{\slot{l}}_{\slot{j}}}}}`,
    why: "σ works on each neuron by itself: an activation depends on this z only when it is the neuron's own, k = j; every other term is 0.",
    worked: ownOutput,
    about: ["neuron", "linksAfter", "cost"],
  },
  {
    formula: tex`\displaystyle = \sym{source}{\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} \, \sym{made}{\sigma'(z^{\slot{l}}_{\slot{j}})}}`,
    why: "The activation is a = σ(z), so its derivative by z is σ′ at z.",
    worked: ownOutput,
    about: ["neuron", "linksAfter", "cost"],
  },
  {
    formula: tex`\displaystyle \sym{made}{\delta^{\slot{l}} = \nabla_a C_x \odot \sigma'(z^{\slot{l}})}`,
    why: "The same for every neuron of the layer at once: ∇ₐC holds the derivatives by the activations, and ⊙ multiplies entry by entry. This is BP1.",
    worked: ownOutput,
    about: ["layer", "linksToCost", "cost"],
    pictures: (pictures, { l }) => [pictures.delta(l), "=", pictures.costGradient(), "⊙", pictures.slope(l)],
  },
];

export const bp1: Proof = {
  name: "bp1",
  label: "BP1",
  title: "The error of the output",
  claim:
    "The error of the output layer is how fast the cost changes with each answer, times how fast that answer follows its z.",
  layers: "output",
  nudged: "weighted input",
  hindrance: () => "",
  suitable: [
    { label: "one output", settings: "data=circle&layers=3" },
    { label: "three outputs", settings: "data=blobs&layers=3&output=sigmoid&cost=quadratic" },
    { label: "softmax", settings: "data=blobs&layers=3&output=softmax&cost=quadratic" },
  ],
  lines: (experiment) => (isSoftmax(experiment) ? bp1SoftmaxLines : lines),
  closing: () =>
    "The output's error needs nothing but what the forward pass left behind: the answers, what they should be, and the slope of σ where each z lies. No weight was nudged for it, and nothing was fed forward a second time.",
};
