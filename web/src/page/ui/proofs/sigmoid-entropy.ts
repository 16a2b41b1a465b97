/** Sigmoid with cross-entropy: the error of the output is a - y (Nielsen, chapter 3, equations 57 to 62 and 66 to 68). */
import { tex } from "../../mathematics/tex";
import { errorDefined, outputsChained } from "./first-lines";
import { hindranceOf, type Line, type Looked, type Proof } from "./proof";
import { difference, product, quotient, type Worked } from "./worked";

interface Numbers {
  a: number;
  y: number;
  slope: number;
}

const numbers = ({ iteration, l, j, i }: Looked): Numbers => ({
  a: iteration.a(i, l, j),
  y: iteration.y(i, j),
  slope: iteration.slope(i, l, j),
});

const from =
  (worked: (numbers: Numbers) => Worked) =>
  (looked: Looked): Worked =>
    worked(numbers(looked));

/** The sigmoid's slope, a (1 - a). */
const ownSlope = (a: number): Worked => product(a, difference(1, a));

const lines: readonly Line[] = [
  errorDefined,
  outputsChained,
  {
    formula: tex`\displaystyle = \sym{made}{\sym{source}{\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}}} \, \sigma'(z^{\slot{l}}_{\slot{j}})}`,
    why: "BP1: σ works on each neuron by itself, so an activation depends on this z only when it is the neuron's own, and then with slope σ′(z).",
    worked: ({ iteration, l, j, i }) => product(iteration.costGradient(i, j), iteration.slope(i, l, j)),
    about: ["neuron", "linksAfter", "cost"],
  },
  {
    formula: tex`\displaystyle = \sym{both}{\left( \frac{1 - y_{\slot{j}}}{1 - a^{\slot{l}}_{\slot{j}}} - \frac{y_{\slot{j}}}{a^{\slot{l}}_{\slot{j}}} \right)} \, \sigma'(z^{\slot{l}}_{\slot{j}})`,
    why: "The cost is −Σ [y ln a + (1 − y) ln(1 − a)]; the derivative of ln a is 1/a, and that of ln(1 − a) is −1/(1 − a).",
    worked: from(({ a, y, slope }) => product(difference(quotient(difference(1, y), difference(1, a)), quotient(y, a)), slope)),
    about: ["neuron", "linksAfter", "cost"],
  },
  {
    formula: tex`\displaystyle = \sym{made}{\frac{a^{\slot{l}}_{\slot{j}} - y_{\slot{j}}}{a^{\slot{l}}_{\slot{j}} (1 - a^{\slot{l}}_{\slot{j}})}} \, \sym{source}{\sigma'(z^{\slot{l}}_{\slot{j}})}`,
    why: "Both fractions are brought to one denominator; above it a y is taken away and added again.",
    worked: from(({ a, y, slope }) => product(quotient(difference(a, y), ownSlope(a)), slope)),
    about: ["neuron", "linksAfter", "cost"],
  },
  {
    formula: tex`\displaystyle = \sym{source}{\frac{a^{\slot{l}}_{\slot{j}} - y_{\slot{j}}}{a^{\slot{l}}_{\slot{j}} (1 - a^{\slot{l}}_{\slot{j}})} \, \sym{made}{a^{\slot{l}}_{\slot{j}} (1 - a^{\slot{l}}_{\slot{j}})}}`,
    why: "The derivative of the sigmoid is σ′(z) = σ(z)(1 − σ(z)), and σ(z) is a.",
    worked: from(({ a, y }) => product(quotient(difference(a, y), ownSlope(a)), ownSlope(a))),
    about: ["neuron"],
  },
  {
    formula: tex`\displaystyle \delta^{\slot{l}}_{\slot{j}} = \sym{made}{a^{\slot{l}}_{\slot{j}} - y_{\slot{j}}}`,
    why: "σ′ cancels: what the sigmoid flattens the logarithm steepens, by just as much.",
    worked: from(({ a, y }) => difference(a, y)),
    about: ["neuron"],
    pictures: (pictures, { l }) => [pictures.delta(l), "=", pictures.a(l), "−", pictures.desired()],
  },
];

export const sigmoidEntropy: Proof = {
  name: "sigmoid",
  label: "Sigmoid",
  title: "with cross-entropy",
  claim: "With sigmoid outputs and the cross-entropy cost the output's error is the answer minus what it should be.",
  layers: "output",
  nudged: "weighted input",
  hindrance: ({ output, cost }) =>
    output === "sigmoid" && cost === "crossEntropy"
      ? ""
      : hindranceOf("sigmoid outputs with the cross-entropy cost", output === "sigmoid", cost === "crossEntropy"),
  suitable: [
    { label: "one sigmoid with cross-entropy", settings: "data=circle&layers=3&output=sigmoid&cost=crossEntropy" },
    { label: "three of them", settings: "data=blobs&layers=3&output=sigmoid&cost=crossEntropy" },
  ],
  lines: () => lines,
  closing: () =>
    "With the quadratic cost a saturated output learns slowly, however wrong it is, for its error has the factor σ′(z), which is nearly 0. Here that factor is gone: the more wrong, the faster it learns.",
};
