/** BP1 for softmax, where every activation depends on every z: in the place of sigma' stands the Jacobian da^L/dz^L. */
import { tex } from "../../mathematics/tex";
import { errorDefined, outputsChained } from "./first-lines";
import { softmaxAt, throughJacobian } from "./jacobian";
import { type Line, type Looked, neurons } from "./proof";
import { difference, product, sum, type Worked } from "./worked";

const collected = (looked: Looked): Worked => {
  const { iteration, l, j, i } = looked;
  const all = neurons(looked, l).map((k) => product(iteration.costGradient(i, k), iteration.a(i, l, k)));
  return product(iteration.a(i, l, j), difference(iteration.costGradient(i, j), sum(all)));
};

/** sum_k dC_x/da_k a_k ([k = j] - a_j), where `g` is dC_x/da_k. */
export const withJacobian = (looked: Looked, g: (k: number) => Worked): Worked => {
  const { iteration, l, j, i } = looked;
  return sum(neurons(looked, l).map((k) => product(g(k), softmaxAt(iteration.a(i, l, k), iteration.a(i, l, j), k === j))));
};

export const bp1SoftmaxLines: readonly Line[] = [
  errorDefined,
  outputsChained,
  {
    formula: tex`\displaystyle = \sym{source}{\sum_k \frac{\partial C_x}{\partial a^{\slot{l}}_k} \, \sym{made}{a^{\slot{l}}_k \left( [k = \slot{j}] - a^{\slot{l}}_{\slot{j}} \right)}}`,
    why: "Softmax is a quotient whose denominator holds every z, so no term is 0; by the quotient rule its derivatives are these, where [k = j] is 1 for k = j and 0 otherwise.",
    worked: (looked) => withJacobian(looked, (k) => looked.iteration.costGradient(looked.i, k)),
    about: ["neuron", "layer", "linksToCost", "cost"],
    pictures: throughJacobian,
  },
  {
    formula: tex`\displaystyle = \sym{both}{a^{\slot{l}}_{\slot{j}} \left( \frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} - \sum_k \frac{\partial C_x}{\partial a^{\slot{l}}_k} \, a^{\slot{l}}_k \right)}`,
    why: "The bracket is taken apart: [k = j] leaves one term of its sum, and the common factor a is put in front.",
    worked: collected,
    about: ["neuron", "layer", "linksToCost", "cost"],
  },
  {
    formula: tex`\displaystyle \sym{made}{\delta^{\slot{l}} = \left( \frac{\partial a^{\slot{l}}}{\partial z^{\slot{l}}} \right)^T \nabla_a C_x}`,
    why: "The same for every neuron at once. This is BP1 for softmax: the Jacobian is a full matrix; for an elementwise σ it is diagonal, and the product becomes ⊙ σ′(z).",
    worked: collected,
    about: ["layer", "linksToCost", "cost"],
    pictures: throughJacobian,
  },
];
