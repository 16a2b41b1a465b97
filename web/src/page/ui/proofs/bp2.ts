/** BP2: the error of a hidden layer from that of the layer after it (Nielsen, chapter 2, equations 40 to 45). */
import { tex } from "../../mathematics/tex";
import { errorDefined } from "./first-lines";
import { type Line, type Looked, neurons, type Proof } from "./proof";
import { product, sum, type Worked } from "./worked";

/** The sum over the neurons k of layer l+1. */
const over = (looked: Looked, term: (k: number) => Worked): Worked => sum(neurons(looked, looked.l + 1).map(term));

const delta = ({ iteration, l, i }: Looked, k: number): number => iteration.delta(i, l + 1, k);
const weight = ({ iteration, l, j }: Looked, k: number): number => iteration.w(l + 1, k, j);
const slope = ({ iteration, l, j, i }: Looked): number => iteration.slope(i, l, j);

/** dz^(l+1)_k / dz^l_j as one number. */
const passedOn = (looked: Looked): Worked => over(looked, (k) => product(delta(looked, k), weight(looked, k) * slope(looked)));
const factorByFactor = (looked: Looked): Worked =>
  over(looked, (k) => product(delta(looked, k), weight(looked, k), slope(looked)));
const slopeOutside = (looked: Looked): Worked =>
  product(
    over(looked, (k) => product(weight(looked, k), delta(looked, k))),
    slope(looked),
  );

const lines: readonly Line[] = [
  errorDefined,
  {
    formula: tex`\displaystyle = \sym{made}{\sum_k \sym{source}{\frac{\partial C_x}{\partial z^{\slot{n}}_k}} \, \frac{\partial z^{\slot{n}}_k}{\partial z^{\slot{l}}_{\slot{j}}}}`,
    why: "Chain rule: the cost depends on this z only through the weighted inputs of the layer after it, so what reaches it through each of them adds up.",
    worked: passedOn,
    about: ["neuron", "linksAfter", "after"],
  },
  {
    formula: tex`\displaystyle = \sum_k \sym{made}{\delta^{\slot{n}}_k} \, \sym{source}{\frac{\partial z^{\slot{n}}_k}{\partial z^{\slot{l}}_{\slot{j}}}}`,
    why: "The definition of the error, this time of the neurons of the layer after; coming from the output, we already know them.",
    worked: passedOn,
    about: ["neuron", "after"],
  },
  {
    formula: tex`\displaystyle = \sum_k \delta^{\slot{n}}_k \, \sym{made}{w^{\slot{n}}_{k\slot{j}} \, \sym{source}{\frac{\partial a^{\slot{l}}_{\slot{j}}}{\partial z^{\slot{l}}_{\slot{j}}}}}`,
    why: "Each weighted input of the layer after is a sum of weights times activations, plus a bias; only neuron j's activation in it depends on neuron j's z.",
    worked: factorByFactor,
    about: ["neuron", "linksAfter", "after"],
  },
  {
    formula: tex`\displaystyle = \sym{source}{\sum_k \delta^{\slot{n}}_k \, w^{\slot{n}}_{k\slot{j}} \, \sym{made}{\sigma'(z^{\slot{l}}_{\slot{j}})}}`,
    why: "The activation is a = σ(z), so its derivative by z is σ′ at z.",
    worked: factorByFactor,
    about: ["neuron", "linksAfter", "after"],
  },
  {
    formula: tex`\displaystyle = \sym{made}{\left( \sym{source}{\sum_k w^{\slot{n}}_{k\slot{j}} \, \delta^{\slot{n}}_k} \right) \sigma'(z^{\slot{l}}_{\slot{j}})}`,
    why: "σ′ is the same in every term, for it does not depend on k: it is put outside the sum.",
    worked: slopeOutside,
    about: ["neuron", "linksAfter", "after"],
  },
  {
    formula: tex`\displaystyle \delta^{\slot{l}} = \sym{made}{\left( (W^{\slot{n}})^T \, \delta^{\slot{n}} \right)} \odot \sigma'(z^{\slot{l}})`,
    why: "The same for every neuron of the layer at once: the weights kj, summed over k, are row j of the transposed matrix. This is BP2.",
    worked: slopeOutside,
    about: ["layer", "after"],
    pictures: (pictures, { l }) => [
      pictures.delta(l),
      "= (",
      pictures.weightsAfterTransposed(l),
      "·",
      pictures.deltaAfter(l),
      ") ⊙",
      pictures.slope(l),
    ],
  },
];

export const bp2: Proof = {
  name: "bp2",
  label: "BP2",
  title: "The error flows back",
  claim: "The error of a hidden layer is the error of the layer after it, sent back along the weights and scaled by σ′.",
  layers: "hidden",
  nudged: "weighted input",
  hindrance: (_, sizes) => (sizes.length > 2 ? "" : "BP2 is about hidden layers, and this network has none."),
  suitable: [
    { label: "two hidden layers", settings: "data=circle&layers=3,2" },
    {
      label: "two layers of sigmoid and softmax",
      settings: "data=blobs&layers=4,3&activations=sigmoid&output=softmax&cost=logLikelihood",
    },
  ],
  lines: () => lines,
  closing: () =>
    "Whoever knows the errors of one layer knows those of the layer before it, with about one multiplication for each weight. BP1 gives the first, BP2 all the others, layer by layer back to the start: that is the one pass back that gave the method its name.",
};
