/**
 * Experiments that show something, each with what to watch. Every sentence is put to the test in tests/web/unit/presets.test.ts,
 * which trains the experiment. Settings as links have them.
 */
import type { Case } from "../case";

interface Group {
  title: string;
  presets: readonly Case[];
}

/** Few points with much noise, and far more neurons than they need. */
const crowded = "data=moons&points=60&noise=0.6&labelNoise=0.1&layers=32,32";
const adam = "optimizer=adam&learningRate=0.01";

export const groups: readonly Group[] = [
  {
    title: "What layers are for",
    presets: [
      {
        name: "straightCut",
        label: "No hidden layer",
        settings: "layers=&activations=",
        sentence:
          "Without a hidden layer the network can only cut the plane straight: after 500 epochs it is no better than a guess.",
      },
      {
        name: "squares",
        label: "The right inputs",
        settings: "features=x1Squared,x2Squared&layers=&activations=",
        sentence:
          "Given the squares of the coordinates, the same single neuron parts disc and ring within 20 epochs: both of its weights turn negative, so that far from the middle its answer is low.",
      },
      {
        name: "linear",
        label: "Four linear layers",
        settings: "layers=8,8,8,8&activations=linear,linear,linear,linear",
        sentence:
          "Layers without a bent activation function are one straight cut, however many there are: after 500 epochs this network is still no better than a guess.",
      },
      {
        name: "xor",
        label: "XOR by four neurons",
        settings: "data=xor&noise=0&layers=4&activations=tanh&seed=5",
        sentence:
          "Each neuron of the hidden layer makes one straight cut, and the output puts the four together: within 200 epochs at most one point in fifty is wrong. Take two of them away, and one in ten stays wrong.",
      },
      {
        name: "spiral",
        label: "The spiral",
        settings: "data=spiral&points=500&noise=0&layers=8,8,8,8&activations=tanh,tanh,tanh,tanh&learningRate=0.01",
        sentence:
          "For 500 epochs the cost falls slowly and a fifth of the points stays wrong; then the arms come apart, and by epoch 1,000 all points are right. Each layer's pictures are more wound than those before it.",
      },
    ],
  },
  {
    title: "How to step",
    presets: [
      {
        name: "tooLong",
        label: "Steps too long",
        settings: "learningRate=3",
        sentence:
          "A hundred times the usual learning rate: the steps overshoot, in the first 20 epochs the cost goes up about as often as down, and after 200 it is no lower than in the first 10.",
      },
      {
        name: "fullBatch",
        label: "Gradient descent proper",
        settings: "batchSize=150",
        sentence:
          "Each step looks at all 150 training points, so the cost falls at every one of the first 500, in a smooth curve; but an epoch is one step only, and mini-batches get as far in a tenth of the epochs.",
      },
      {
        name: "deadRelu",
        label: "Dead ReLUs",
        settings: "activations=relu,relu&learningRate=3",
        sentence:
          "Steps too long push every neuron of layer 2 to where ReLU is 0 for all points, and with it its slope: no error comes back, and the network answers the same everywhere, for good.",
      },
    ],
  },
  {
    title: "How to begin",
    presets: [
      {
        name: "zero",
        label: "All weights zero",
        settings: "initializer=zero",
        sentence:
          "With all weights 0 no error comes back through them and no activation goes forward: only the output's bias is ever moved, and the network has learned nothing after 200 epochs.",
      },
      {
        name: "vanishing",
        label: "The vanishing gradient",
        settings: "layers=8,8,8,8,8,8&activations=sigmoid,sigmoid,sigmoid,sigmoid,sigmoid,sigmoid",
        sentence:
          "Each sigmoid lets at most a quarter of the error through: less than a thousandth of it reaches layer 1, and after 1,000 epochs the network still guesses. Gradients shows how it shrinks.",
      },
    ],
  },
  {
    title: "Learning too much, and cures",
    presets: [
      {
        name: "overfitting",
        label: "Overfitting",
        settings: `${crowded}&${adam}`,
        sentence:
          "Many neurons and few noisy points: the training cost falls below 0.1 within 50 epochs, but the validation cost turns and ends more than half as high again as it was at its best.",
      },
      {
        name: "weightPenalty",
        label: "An L2 penalty",
        settings: `${crowded}&l2=0.03&${adam}`,
        sentence:
          "The same network with a price on large weights: its boundary stays smooth, the training cost does not fall as far, and after 1,000 epochs the validation cost is little more than half of what it is without.",
      },
      {
        name: "earlyStopping",
        label: "Stopping early",
        settings: `${crowded}&${adam}&patience=50&restoreBest=true`,
        sentence:
          "The same network again, but training ends by itself, 50 epochs after the validation cost was at its best, and takes back the weights and biases that it had then.",
      },
      {
        name: "sparse",
        label: "Needless inputs",
        settings: "noise=0.3&features=x1,x2,x1Squared,x2Squared,product,sinX1,sinX2&layers=&activations=&l1=0.01",
        sentence:
          "Seven inputs, of which the disc in the ring needs two: the L1 penalty takes the weights of the other five to less than a hundredth, and the two squares stay.",
      },
    ],
  },
  {
    title: "Other tasks",
    presets: [
      {
        name: "classes",
        label: "Five classes",
        settings: "data=blobs&classes=5&layers=8&activations=tanh",
        sentence:
          "Softmax gives each class a neuron, and their answers add up to 1 at every place of the plane: within 20 epochs all training points have their own class's neuron highest.",
      },
      {
        name: "waves",
        label: "Waves to predict",
        settings: `data=waves&points=1000&layers=16,16&${adam}`,
        sentence:
          "Values instead of classes: the plane bends until, after 200 epochs, the network explains more than nine tenths of the variance of the training values (R²).",
      },
    ],
  },
];

export const presets: readonly Case[] = groups.flatMap((group) => group.presets);
