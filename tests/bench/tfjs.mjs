/** TensorFlow.js with variables and its own gradients: of the ways to train with it the one with the least around it. */
import tf from "@tensorflow/tfjs";
import { examples, shuffled } from "./data.mjs";

// No checks for NaN and the like, and no advice on the console.
tf.enableProdMode();

/**
 * @param {string} backend
 * @returns {import("./engine.d.ts").Create}
 */
export function createOn(backend) {
  return async (points, layers, batchSize, learningRate) => {
    await use(backend);
    const { count, inputs, desired } = examples(points);
    const { order, shuffle } = shuffled(count);

    const sizes = [2, ...layers, 1];
    const parameters = sizes.slice(1).map((size, l) => ({
      weights: tf.variable(tf.randomNormal([sizes[l], size], 0, 1 / Math.sqrt(sizes[l]))),
      biases: tf.variable(tf.zeros([size])),
    }));
    const output = (input) =>
      parameters.reduce((a, { weights, biases }) => tf.tanh(tf.add(tf.matMul(a, weights), biases)), input);
    const costOf = (input, y) => tf.mul(0.5, tf.mean(tf.squaredDifference(output(input), y)));
    const optimizer = tf.train.sgd(learningRate);

    // Examples are put in order in plain arrays, of which a batch's tensors are made: less work than gathering on the backend.
    const x = new Float32Array(2 * count);
    const y = new Float32Array(count);
    const arrange = () => {
      shuffle();
      order.forEach((from, to) => {
        x[2 * to] = inputs[2 * from];
        x[2 * to + 1] = inputs[2 * from + 1];
        y[to] = desired[from];
      });
    };
    const rows = (values, width, first, end) => tf.tensor2d(values.slice(width * first, width * end), [end - first, width]);

    return {
      name: `tfjs ${backend}`,
      async epoch() {
        await use(backend);
        arrange();
        for (let first = 0; first < count; first += batchSize) {
          const end = Math.min(first + batchSize, count);
          tf.tidy(() => void optimizer.minimize(() => costOf(rows(x, 2, first, end), rows(y, 1, first, end))));
        }
      },
      async cost() {
        await use(backend);
        return tf.tidy(() => costOf(rows(inputs, 2, 0, count), rows(desired, 1, 0, count)).dataSync()[0]);
      },
    };
  };
}

/** All backends live in one process, and the tensors of each in that backend's memory. */
async function use(backend) {
  if (tf.getBackend() === backend) return;
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
}
