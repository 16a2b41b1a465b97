/**
 * Ready cases of gradients that vanish or explode, each with what one sees. Every sentence is put to the test in
 * tests/web/unit/cases.test.ts, which trains the case; numbers come from the run on screen.
 */
import type { Case } from "../case";

interface GradientCase extends Case {
  /** The case that it differs from in one thing; the first of each kind has none. */
  against?: string;
}

const six = (activation: string): string => `layers=8,8,8,8,8,8&activations=${Array(6).fill(activation).join()}`;
const sigmoid = six("sigmoid");
const wideRelu = "layers=32,32,32,32,32,32&activations=relu,relu,relu,relu,relu,relu&output=sigmoid&initializer=";

export const cases: readonly GradientCase[] = [
  {
    name: "sigmoid",
    label: "Six layers of sigmoid",
    settings: sigmoid,
    sentence:
      "The error shrinks by four to five powers of ten on its way from the output to layer 1, and after 1,000 epochs the network still answers as if it had guessed.",
  },
  {
    name: "tanh",
    against: "sigmoid",
    label: "tanh",
    settings: "layers=8,8,8,8,8,8&activations=tanh,tanh,tanh,tanh,tanh,tanh",
    sentence:
      "The slope of tanh reaches 1 where the sigmoid's ends at 1/4: layer 1 begins with a few hundredths of the output's error, and 100 epochs are enough to tell all points apart.",
  },
  {
    name: "relu",
    against: "sigmoid",
    label: "ReLU",
    settings: six("relu"),
    sentence:
      "A ReLU's slope is exactly 1 or 0: where a neuron is on it costs the error nothing, and 100 epochs are enough, although some neurons are dead from the start.",
  },
  {
    name: "glorot",
    against: "sigmoid",
    label: "Glorot's weights",
    settings: `${sigmoid}&initializer=glorotUniform`,
    sentence:
      "The initialiser made to keep errors alive brings more than ten times as much error to layer 1, yet the slopes still take most of it, and 1,000 epochs teach the network nothing.",
  },
  {
    name: "largeWeights",
    against: "sigmoid",
    label: "Larger weights, N(0, 1)",
    settings: `${sigmoid}&initializer=normal`,
    sentence:
      "Weights about three times as large make up for part of what the slopes take: a share of the output's error arrives that is a hundred times larger, and after a long plateau, within 1,000 epochs, all points are told apart.",
  },
  {
    name: "twoLayers",
    against: "sigmoid",
    label: "Only two layers",
    settings: "layers=8,8&activations=sigmoid,sigmoid",
    sentence:
      "Four factors fewer in the product: layer 1 gets a few hundredths of the output's error, and within 1,000 epochs all points are told apart.",
  },
  {
    name: "adam",
    against: "sigmoid",
    label: "Adam",
    settings: `${sigmoid}&optimizer=adam&learningRate=0.01`,
    sentence:
      "The gradient is as small as with plain descent, to the last bit, but Adam divides each parameter's step by the size of its own gradient: 100 epochs are enough (with η = 0.01; at 0.03 its first steps saturate the layers and it stays stuck).",
  },
  {
    name: "crossEntropy",
    against: "sigmoid",
    label: "Cross-entropy",
    settings: `${sigmoid}&output=sigmoid&cost=crossEntropy`,
    sentence:
      "Cross-entropy takes the slope out of the output's own error, δ = a − y, and out of no other: the hidden layers shrink it as before, and 1,000 epochs teach the network nothing.",
  },
  {
    name: "exploding",
    label: "Exploding",
    settings: `${wideRelu}normal&cost=crossEntropy`,
    sentence:
      "Thirty-two ReLUs a layer with weights N(0, 1): each layer passes back more than three times the error it got, layer 1 has over a thousand times the output's, and training diverges within the first epoch.",
  },
  {
    name: "clipped",
    against: "exploding",
    label: "Exploding, clipped",
    settings: `${wideRelu}normal&cost=crossEntropy&clipNorm=1`,
    sentence:
      "The same with gradients shortened to length 1: the product explodes as before, but no step runs away, and within 100 epochs the training points are all told apart.",
  },
  {
    name: "he",
    against: "exploding",
    label: "Exploding, He's weights",
    settings: `${wideRelu}heNormal&cost=crossEntropy`,
    sentence:
      "The same with weights drawn from N(0, 2/n): n of them and the half of the ReLUs that is on leave the error about as long as it was, in every layer, and 100 epochs are enough.",
  },
];
