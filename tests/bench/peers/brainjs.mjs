/**
 * brain.js brings gpu.js along and with it 100 MB of native gl and webgpu, which only its NeuralNetworkGPU uses: package.json has
 * an empty package installed in their place.
 */
import brain from "brain.js";
import { eachExample, meanCost, shuffled } from "../data.mjs";

/** @type {import("../engine.d.ts").Create} */
export function create(task) {
  const { count, width, desired, layers, activation, optimizer, batchSize, learningRate } = task;
  if (batchSize !== 1) return "brain.js: has no batches";
  const { order, shuffle } = shuffled(count);

  const net = new brain.NeuralNetwork({
    inputSize: width,
    hiddenLayers: layers,
    outputSize: 1,
    activation,
    learningRate,
    ...(optimizer === "adam" ? { praxis: "adam" } : {}),
  });
  net.trainOpts.momentum = 0; // which its constructor refuses
  net.initialize();
  const examples = eachExample(task, (inputs, y) => ({ input: inputs, output: Float32Array.of(y) }));

  return {
    name: "brain.js",
    epoch() {
      shuffle();
      // What its train() does with data that is in its own form, but for the error that it would sum up.
      for (const i of order) net.trainPattern(examples[i]);
    },
    cost() {
      const answers = examples.map(({ input }) => net.runInput(input)[0]);
      return meanCost(answers, desired);
    },
  };
}
