// @ts-check
/** The networks that are measured, and how they are put to our engine. */

/**
 * @typedef {object} Shape
 * @property {string} title
 * @property {string[]} features
 * @property {number[]} layers
 * @property {number} points
 * @property {number} batchSize
 * @property {string} [activation]
 */

/** @typedef {{ title: string, optimizer: "gradientDescent" | "adam", learningRate: number }} Optimizer */

const plane = ["x1", "x2"];
const seven = ["x1", "x2", "x1Squared", "x2Squared", "product", "sinX1", "sinX2"];
const sixEights = [8, 8, 8, 8, 8, 8];

/** @satisfies {Record<string, Shape>} */
export const shapes = {
  A: { title: "A  2-4-2-1", features: plane, layers: [4, 2], points: 250, batchSize: 10 },
  B: { title: "B  7-8-8-8-8-8-8-1", features: seven, layers: sixEights, points: 250, batchSize: 10 },
  C: { title: "C  2-64-64-1", features: plane, layers: [64, 64], points: 256, batchSize: 32 },
  D: { title: "D  2-16-16-1", features: plane, layers: [16, 16], points: 250, batchSize: 250 },
};

/** @type {Optimizer} */
export const descent = { title: "SGD", optimizer: "gradientDescent", learningRate: 0.03 };
/** @type {Optimizer} */
export const adam = { title: "Adam", optimizer: "adam", learningRate: 0.003 };

/**
 * As the engine reads it; every point is learned from.
 * @param {Shape} shape
 * @param {Optimizer} [optimizer]
 */
export function settings({ features, layers, points, batchSize, activation = "tanh" }, optimizer = descent) {
  return [
    "data=circle&training=100&validation=0&output=tanh&cost=quadratic",
    `points=${points}`,
    `features=${features.join(",")}`,
    `layers=${layers.join(",")}`,
    `activations=${layers.map(() => activation).join(",")}`,
    `optimizer=${optimizer.optimizer}`,
    `learningRate=${optimizer.learningRate}`,
    `batchSize=${batchSize}`,
  ].join("&");
}

/**
 * Multiply-adds of an epoch: each weight takes part in one forward (z = W a + b), one back (BP2), and one for its gradient (BP4),
 * for each example.
 * @param {Shape} shape
 */
export function multiplyAdds({ features, layers, points }) {
  let before = features.length;
  let weights = 0;
  for (const neurons of [...layers, 1]) {
    weights += before * neurons;
    before = neurons;
  }
  return points * 3 * weights;
}
