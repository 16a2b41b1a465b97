// @ts-check
/** What every peer needs of the points. */

/**
 * Inputs side by side (x, y, x, y, ..) and desired outputs, the two ends of tanh.
 * @param {Float32Array} points
 */
export function examples(points) {
  const count = points.length / 4;
  const inputs = new Float32Array(2 * count);
  const desired = new Float32Array(count);
  for (let i = 0; i < count; ++i) {
    inputs.set(points.subarray(4 * i, 4 * i + 2), 2 * i);
    desired[i] = points[4 * i + 2] === 1 ? 1 : -1;
  }
  return { count, inputs, desired };
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
