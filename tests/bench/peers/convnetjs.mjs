import convnetjs from "convnetjs";
import { examples, shuffled } from "../data.mjs";

/** @type {import("../engine.d.ts").Create} */
export function create(points, layers, batchSize, learningRate) {
  const { count, inputs, desired } = examples(points);
  const { order, shuffle } = shuffled(count);

  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: 2 },
    ...[...layers, 1].map((neurons) => ({ type: "fc", num_neurons: neurons, activation: "tanh" })),
  ]);
  // Asked for by makeLayers, a regression layer would bring a linear layer of its own along.
  net.layers.push(new convnetjs.RegressionLayer({ in_sx: 1, in_sy: 1, in_depth: 1 }));

  const trainer = new convnetjs.Trainer(net, {
    method: "sgd",
    momentum: 0,
    learning_rate: learningRate,
    batch_size: batchSize,
  });
  const volumes = Array.from({ length: count }, (_, i) => new convnetjs.Vol([inputs[2 * i], inputs[2 * i + 1]]));
  const targets = Array.from(desired, (y) => [y]);

  return {
    name: "convnetjs",
    epoch() {
      shuffle();
      for (const i of order) trainer.train(volumes[i], targets[i]);
    },
    cost() {
      const squares = volumes.map((volume, i) => (net.forward(volume).w[0] - desired[i]) ** 2);
      return squares.reduce((sum, square) => sum + square, 0) / (2 * count);
    },
  };
}
