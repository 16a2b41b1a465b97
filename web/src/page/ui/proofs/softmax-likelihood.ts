/** Softmax with log-likelihood: the error of the output is a - y (Nielsen, chapter 3, equations 80 to 84). */
import { tex } from "../../mathematics/tex";
import { withJacobian } from "./bp1-softmax";
import { errorDefined, outputsChained } from "./first-lines";
import { jacobianAt, throughJacobian } from "./jacobian";
import { hindranceOf, isSoftmax, type Line, type Looked, neurons, type Proof } from "./proof";
import { difference, negative, product, quotient, sum, type Worked } from "./worked";

/** dC_x/da_k of C_x = -sum_k y_k ln a_k */
const costGradient =
  ({ iteration, l, i }: Looked) =>
  (k: number): Worked =>
    negative(quotient(iteration.y(i, k), iteration.a(i, l, k)));

const y = ({ iteration, i }: Looked, k: number): number => iteration.y(i, k);
const a = ({ iteration, l, i }: Looked, k: number): number => iteration.a(i, l, k);
const each = (looked: Looked, term: (k: number) => Worked): Worked => sum(neurons(looked, looked.l).map(term));

const lines: readonly Line[] = [
  errorDefined,
  {
    ...outputsChained,
    formula: tex`\displaystyle = \sym{made}{\sum_k \sym{source}{\frac{\partial C_x}{\partial a^{\slot{l}}_k}} \, \frac{\partial a^{\slot{l}}_k}{\partial z^{\slot{l}}_{\slot{j}}}}`,
  },
  {
    formula: tex`\displaystyle = \sum_k \sym{made}{\left( - \frac{y_k}{a^{\slot{l}}_k} \right)} \, \sym{source}{\frac{\partial a^{\slot{l}}_k}{\partial z^{\slot{l}}_{\slot{j}}}}`,
    why: "The cost is −Σ y ln a, and the derivative of ln a is 1/a.",
    worked: (looked) => each(looked, (k) => product(costGradient(looked)(k), jacobianAt(looked, k, looked.j))),
    about: ["neuron", "layer", "linksToCost", "cost"],
  },
  {
    formula: tex`\displaystyle = \sum_k \sym{source}{\left( - \frac{y_k}{a^{\slot{l}}_k} \right) \, \sym{made}{a^{\slot{l}}_k \left( [k = \slot{j}] - a^{\slot{l}}_{\slot{j}} \right)}}`,
    why: "Softmax's derivatives, by the quotient rule: every activation depends on every z, and [k = j] is 1 for k = j and 0 otherwise.",
    worked: (looked) => withJacobian(looked, costGradient(looked)),
    about: ["neuron", "layer", "linksToCost", "cost"],
    pictures: throughJacobian,
  },
  {
    formula: tex`\displaystyle = \sym{source}{- \sum_k \sym{made}{y_k \left( [k = \slot{j}] - a^{\slot{l}}_{\slot{j}} \right)}}`,
    why: "The activation cancels: where softmax is flat the logarithm is steep, by just as much.",
    worked: (looked) =>
      negative(each(looked, (k) => product(y(looked, k), difference(k === looked.j ? 1 : 0, a(looked, looked.j))))),
    about: ["neuron", "layer"],
  },
  {
    formula: tex`\displaystyle = \sym{made}{a^{\slot{l}}_{\slot{j}} \sym{source}{\sum_k y_k} - y_{\slot{j}}}`,
    why: "The bracket is taken apart: [k = j] leaves one term of its sum, and a stands in front of the other.",
    worked: (looked) =>
      difference(
        product(
          a(looked, looked.j),
          each(looked, (k) => y(looked, k)),
        ),
        y(looked, looked.j),
      ),
    about: ["neuron", "layer"],
  },
  {
    formula: tex`\displaystyle \delta^{\slot{l}}_{\slot{j}} = \sym{made}{a^{\slot{l}}_{\slot{j}} - y_{\slot{j}}}`,
    why: "The desired outputs sum to 1: one for the example's class, zero for the others.",
    worked: (looked) => difference(a(looked, looked.j), y(looked, looked.j)),
    about: ["neuron"],
    pictures: (pictures, { l }) => [pictures.delta(l), "=", pictures.a(l), "−", pictures.desired()],
  },
];

export const softmaxLikelihood: Proof = {
  name: "softmax",
  label: "Softmax",
  title: "with log-likelihood",
  claim: "With softmax and the log-likelihood cost the output's error is the answer minus what it should be.",
  layers: "output",
  nudged: "weighted input",
  hindrance: (experiment) =>
    isSoftmax(experiment) && experiment.cost === "logLikelihood"
      ? ""
      : hindranceOf("softmax outputs with the log-likelihood cost", isSoftmax(experiment), experiment.cost === "logLikelihood"),
  suitable: [{ label: "softmax with log-likelihood", settings: "data=blobs&layers=3&output=softmax&cost=logLikelihood" }],
  lines: () => lines,
  closing: () =>
    "No derivative of softmax is left that could be nearly 0: an output that is wholly wrong has a large error, however flat softmax is there, and learns fast. It also saves the Jacobian: one subtraction for each output.",
};
