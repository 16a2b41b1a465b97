import convnetjs from "convnetjs";
import { eachExample, meanCost, shuffled } from "../data.mjs";

/** @type {import("../engine.d.ts").Create} */
export function create(task) {
  const { count, width, desired, layers, activation, optimizer, batchSize, learningRate } = task;
  if (optimizer !== "gradientDescent") return "convnetjs: has no Adam";
  const { order, shuffle } = shuffled(count);

  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: width },
    ...[...layers, 1].map((neurons) => ({ type: "fc", num_neurons: neurons, activation })),
  ]);
  // Asked for by makeLayers, a regression layer would bring a linear layer of its own along.
  net.layers.push(new convnetjs.RegressionLayer({ in_sx: 1, in_sy: 1, in_depth: 1 }));

  const trainer = new convnetjs.Trainer(net, {
    method: "sgd",
    momentum: 0,
    learning_rate: learningRate,
    batch_size: batchSize,
  });
  const examples = eachExample(task, (inputs, y) => ({ x: new convnetjs.Vol(Array.from(inputs)), y: [y] }));

  return {
    name: "convnetjs",
    epoch() {
      shuffle();
      for (const i of order) trainer.train(examples[i].x, examples[i].y);
    },
    cost() {
      const answers = examples.map(({ x }) => net.forward(x).w[0]);
      return meanCost(answers, desired);
    },
  };
}
