/** One sentence for each control and reading, shown as its tooltip. */
import type { Experiment } from "../../../../bindings/backprop";

export const fieldExplanations: Record<keyof Experiment, string> = {
  data: "Which points the network learns to tell apart: blue is one class, orange the other.",
  points: "How many points there are in the training, validation and test sets together.",
  noise: "How far, on average, each point is pushed off its place; the same points move, no new ones are drawn.",
  dataSeed: "Draws another set of points of the same kind.",
  training: "The share of the points that the network learns from: weights and biases are fitted to these alone.",
  validation:
    "The share of the points that show how well the network does on points it has not learned from; use them to tune settings. What is left is the test set, for the final judgement.",
  layers:
    "How many layers of neurons lie between the input and the output; each builds its features from those of the layer before.",
  activations:
    "The function σ that each neuron of this layer applies to its weighted input z; with linear ones alone, all layers together make a single straight cut.",
  output:
    "The function the output neuron applies to its weighted input: tanh answers between −1 and 1, sigmoid between 0 and 1.",
  cost: "What training makes small. Quadratic: C = 1/(2n) Σ ‖y − a‖². Cross-entropy: C = −1/n Σ [y ln a + (1 − y) ln(1 − a)], for outputs between 0 and 1. Here y is the desired output and a the network's.",
  learningRate:
    "η scales each step against the gradient, w → w − η ∂C/∂w: too small learns slowly, too large overshoots and can diverge.",
  batchSize:
    "m, how many training examples each iteration averages its gradient over: 1 is plain stochastic gradient descent, all of them is gradient descent.",
  seed: "Draws other initial weights and another order of the examples.",
};

export const explanations = {
  play: "Start or pause training (space bar).",
  iteration: "Train on one mini-batch: one pass forward, one back, one update of all weights and biases.",
  epoch: "Train to the end of this epoch: one complete pass through the training set.",
  reset: "Go back to the same initial weights, to run the same experiment again.",
  newSeed: "Begin again from other random initial weights; the seed is part of the link.",
  newPoints: "Draw other points of the same kind; their seed is part of the link.",
  speed: "How many iterations Play performs each second; at full speed, as many as this device can.",
  help: "What the pictures on this page mean, in five short paragraphs.",
  share:
    "Copy a link with all settings: it starts this experiment from its beginning, with the same numbers to the last bit, in any browser.",
  epochs: "Complete passes through the training set so far.",
  iterations: "Mini-batches learned from so far: one forward and one backward pass each.",
  addLayer: "Add a hidden layer before the output.",
  removeLayer: "Remove the last hidden layer.",
  addNeuron: "Add a neuron to this layer; the others keep what they have learned.",
  removeNeuron: "Remove the last neuron of this layer.",
  test: "What training and validation leave over: use it once, at the end, to judge the result.",
  curve: "The cost at the end of each epoch; point at the curve, or use the arrow keys, to read its values.",
  fingerprint:
    "A short name for the exact bits of all weights and biases: the same settings from the start, and as many iterations, give the same fingerprint in every browser.",
} as const;
