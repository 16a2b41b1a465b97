/** Lines with which more than one proof begins. */
import { tex } from "../../mathematics/tex";
import { jacobianAt } from "./jacobian";
import { type Line, type Looked, neurons } from "./proof";
import { product, sum, type Worked } from "./worked";

export const errorDefined: Line = {
  formula: tex`\displaystyle \delta^{\slot{l}}_{\slot{j}} = \sym{source}{\frac{\partial C_x}{\partial z^{\slot{l}}_{\slot{j}}}}`,
  why: "The definition: the error of a neuron is how fast the cost of this example changes with the neuron's weighted input.",
  worked: null,
  about: ["neuron", "cost"],
};

/** sum_k dC_x/da_k da_k/dz_j */
const throughOutputs = (looked: Looked): Worked =>
  sum(
    neurons(looked, looked.l).map((k) => product(looked.iteration.costGradient(looked.i, k), jacobianAt(looked, k, looked.j))),
  );

export const outputsChained: Line = {
  formula: tex`\displaystyle = \sym{both}{\sum_k \frac{\partial C_x}{\partial a^{\slot{l}}_k} \, \frac{\partial a^{\slot{l}}_k}{\partial z^{\slot{l}}_{\slot{j}}}}`,
  why: "Chain rule: the cost depends on this z only through the activations of the output layer, so what reaches it through each of them adds up.",
  worked: throughOutputs,
  about: ["neuron", "layer", "linksToCost", "cost"],
};
