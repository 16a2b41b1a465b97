/** Ready cases of a plane that is folded; tests/web/unit/folding-cases.test.ts trains each and holds it to its sentence. */
import type { Case } from "../case";

export const cases: readonly Case[] = [
  {
    name: "circle3",
    label: "Circle, three neurons",
    settings: "layers=3&activations=tanh&seed=3&learningRate=0.1",
    sentence:
      "Three neurons give the plane a third dimension: the disc in the middle is lifted out of the ring, and within 50 epochs one straight cut parts them.",
  },
  {
    name: "circle222",
    label: "Circle, two at most",
    settings: "layers=2,2,2&activations=tanh,tanh,tanh",
    sentence:
      "However many layers of two neurons there are, the plane stays a plane: it can be stretched and bent, but a disc cannot leave the ring around it. The network never gets all points right.",
  },
  {
    name: "circle32",
    label: "Circle, three then two",
    settings: "layers=3,2&seed=3&learningRate=0.1",
    sentence:
      "Once three neurons have lifted the disc out, two are enough to carry on: the last fold is seen exactly, and within 50 epochs the cut is clean.",
  },
  {
    name: "xor",
    label: "XOR, four then two",
    settings: "data=xor&noise=0&layers=4,2&seed=6&optimizer=adam&learningRate=0.01",
    sentence:
      "Opposite quarters of the plane belong together: within 50 epochs they are folded onto each other, and all of one class lies on one side of the cut.",
  },
  {
    name: "spiral",
    label: "Spiral, 8, 8 and 2",
    settings:
      "data=spiral&noise=0&layers=8,8,2&activations=tanh,tanh,tanh&output=sigmoid&seed=3&cost=crossEntropy&optimizer=adam&learningRate=0.01",
    sentence:
      "Two arms wound around each other are unrolled layer by layer. It takes a few hundred epochs, some of them without much to see, until the last two neurons have one arm on each side.",
  },
];
