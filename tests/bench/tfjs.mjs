/** TensorFlow.js with variables and its own gradients: of the ways to train with it the one with the least around it. */
import tf from "@tensorflow/tfjs";
import { meanCost, shuffled } from "./data.mjs";

// No checks for NaN and the like, and no advice on the console.
tf.enableProdMode();

/**
 * @param {string} backend
 * @returns {import("./engine.d.ts").Create}
 */
export function createOn(backend) {
  return async ({ count, width, inputs, desired, layers, optimizer: kind, batchSize, learningRate }) => {
    await use(backend);
    const { order, shuffle } = shuffled(count);

    const sizes = [width, ...layers, 1];
    const parameters = sizes.slice(1).map((size, l) => ({
      weights: tf.variable(tf.randomNormal([sizes[l], size], 0, 1 / Math.sqrt(sizes[l]))),
      biases: tf.variable(tf.zeros([size])),
    }));
    const output = (input) =>
      parameters.reduce((a, { weights, biases }) => tf.tanh(tf.add(tf.matMul(a, weights), biases)), input);
    const costOf = (input, y) => tf.mul(0.5, tf.mean(tf.squaredDifference(output(input), y)));
    const optimizer = kind === "adam" ? tf.train.adam(learningRate) : tf.train.sgd(learningRate);

    // Examples are put in order in plain arrays, of which a batch's tensors are made: less work than gathering on the backend.
    const x = new Float32Array(width * count);
    const y = new Float32Array(count);
    const arrange = () => {
      shuffle();
      order.forEach((from, to) => {
        for (let k = 0; k < width; ++k) x[width * to + k] = inputs[width * from + k];
        y[to] = desired[from];
      });
    };
    const rows = (values, each, first, end) => tf.tensor2d(values.slice(each * first, each * end), [end - first, each]);

    return {
      name: `tfjs ${backend}`,
      async epoch() {
        await use(backend);
        arrange();
        for (let first = 0; first < count; first += batchSize) {
          const end = Math.min(first + batchSize, count);
          tf.tidy(() => void optimizer.minimize(() => costOf(rows(x, width, first, end), rows(y, 1, first, end))));
        }
      },
      async cost() {
        await use(backend);
        return tf.tidy(() => meanCost(output(rows(inputs, width, 0, count)).dataSync(), desired));
      },
      close() {
        optimizer.dispose();
        for (const { weights, biases } of parameters) tf.dispose([weights, biases]);
      },
    };
  };
}

/** All backends live in one process, and the tensors of each in that backend's memory. */
async function use(backend) {
  if (tf.getBackend() === backend) return;
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
}
