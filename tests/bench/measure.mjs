// @ts-check
/**
 * Measuring in turn: in each round every engine works once. What slows the machine down for a while so slows all of them, and
 * ratios are taken within a round.
 */

/** @typedef {import("./engine.d.ts").Engine} Engine */

/**
 * Milliseconds that a number of epochs takes.
 * @param {Engine} engine
 * @param {number} epochs
 */
async function time(engine, epochs) {
  const start = performance.now();
  for (let i = 0; i < epochs; ++i) {
    const pending = engine.epoch();
    if (pending) await pending;
  }
  return performance.now() - start;
}

// JavaScript engines reach their full speed only after most of a second: until then TensorFlow.js takes three times as long.
const warmUpTime = 1000;

/**
 * Warms an engine up and returns how many of its epochs fill one turn.
 * @param {Engine} engine
 * @param {number} turn milliseconds
 */
async function warmUp(engine, turn) {
  let total = 0;
  for (let epochs = 1; ; epochs *= 2) {
    const taken = await time(engine, epochs);
    total += taken;
    // The last stretch is about half of the whole.
    if (total >= warmUpTime) return Math.max(1, Math.round((epochs * turn) / taken));
  }
}

/**
 * @param {Engine[]} engines
 * @param {{ rounds: number, turn: number }} effort turn: milliseconds that an engine works in each round
 * @returns {Promise<import("./engine.d.ts").Row[]>}
 */
export async function measure(engines, { rounds, turn }) {
  const work = [];
  for (const engine of engines) {
    const before = await engine.cost();
    work.push({ engine, before, epochs: await warmUp(engine, turn), times: /** @type {number[]} */ ([]) });
  }
  for (let round = 0; round < rounds; ++round) {
    for (const { engine, epochs, times } of work) times.push((1000 * (await time(engine, epochs))) / epochs);
  }
  const rows = work.map(async ({ engine, before, times }) => {
    return { name: engine.name, times, costs: /** @type {[number, number]} */ ([before, await engine.cost()]) };
  });
  return Promise.all(rows);
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (/** @type {number} */ i) => sorted[i] ?? Number.NaN;
  return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
}
