// @ts-check
/** What the peers are given, and what most of them need. */

/** @type {Record<string, (x: number, y: number) => number>} */
const features = {
  x1: (x) => x,
  x2: (_, y) => y,
  x1Squared: (x) => x * x,
  x2Squared: (_, y) => y * y,
  product: (x, y) => x * y,
  sinX1: (x) => Math.sin(x),
  sinX2: (_, y) => Math.sin(y),
};

/**
 * What the network is given at (x, y).
 * @param {string[]} names of the features
 * @returns {(x: number, y: number) => number[]}
 */
export function inputsAt(names) {
  const functions = names.map((name) => features[name] ?? (() => Number.NaN));
  return (x, y) => functions.map((f) => f(x, y));
}

/**
 * Inputs and desired outputs, the two ends of tanh, of points as the engine gives them.
 * @param {Float32Array} points
 * @param {string[]} names of the features
 */
export function examples(points, names) {
  const count = points.length / 4;
  const width = names.length;
  const at = inputsAt(names);
  const inputs = new Float32Array(width * count);
  const desired = new Float32Array(count);
  for (let i = 0; i < count; ++i) {
    const [x = 0, y = 0, label] = points.subarray(4 * i, 4 * i + 3);
    inputs.set(at(x, y), width * i);
    desired[i] = label === 1 ? 1 : -1;
  }
  return { count, width, inputs, desired };
}

/**
 * The examples, each as what `make` makes of its inputs and desired output.
 * @template T
 * @param {import("./engine.d.ts").Task} task
 * @param {(inputs: Float32Array, desired: number) => T} make
 */
export function eachExample({ count, width, inputs, desired }, make) {
  return Array.from({ length: count }, (_, i) => make(inputs.subarray(width * i, width * (i + 1)), desired[i] ?? 0));
}

/**
 * The numbers 0 .. count - 1, and a function that brings them into a new random order in place.
 * @param {number} count
 */
export function shuffled(count) {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const shuffle = () => {
    for (let i = count - 1; i > 0; --i) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [/** @type {number} */ (order[j]), /** @type {number} */ (order[i])];
    }
  };
  return { order, shuffle };
}

/**
 * C = 1/(2n) sum (y - a)^2.
 * @param {ArrayLike<number>} answers
 * @param {Float32Array} desired
 */
export function meanCost(answers, desired) {
  return desired.reduce((sum, y, i) => sum + (y - (answers[i] ?? Number.NaN)) ** 2, 0) / (2 * desired.length);
}
