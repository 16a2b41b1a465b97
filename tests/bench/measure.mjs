// @ts-check
/**
 * Measuring in turn: in each round every engine works once. What slows the machine down for a while so slows all of them, and
 * ratios are taken within a round.
 */

/** @typedef {import("./engine.d.ts").Peer} Peer */
/** @typedef {import("./engine.d.ts").Times} Times */

/**
 * Milliseconds that a number of epochs takes.
 * @param {Peer} engine
 * @param {number} epochs
 */
async function time(engine, epochs) {
  if ("run" in engine) return engine.run(epochs);
  const start = performance.now();
  for (let i = 0; i < epochs; ++i) {
    const pending = engine.epoch();
    if (pending) await pending;
  }
  return performance.now() - start;
}

/**
 * Warms an engine up and returns how many of its epochs fill one turn: as fast as the last stretch was, about half of the whole.
 * @param {Peer} engine
 * @param {import("./engine.d.ts").Effort} effort
 */
async function warmUp(engine, { turn, warmUp }) {
  let total = 0;
  for (let epochs = 1; ; ) {
    const taken = await time(engine, epochs);
    total += taken;
    const each = taken / epochs;
    if (total + each >= warmUp) return Math.max(1, Math.round(turn / each));
    epochs = Math.max(1, Math.min(2 * epochs, Math.floor((warmUp - total) / each)));
  }
}

/**
 * Milliseconds an epoch: for each engine, one number a round.
 * @param {Peer[]} engines
 * @param {import("./engine.d.ts").Effort} effort
 * @returns {Promise<Times[]>}
 */
export async function measure(engines, effort) {
  const work = [];
  for (const engine of engines) work.push({ engine, epochs: await warmUp(engine, effort), times: /** @type {Times} */ ([]) });
  for (let round = 0; round < effort.rounds; ++round) {
    for (const { engine, epochs, times } of work) times.push((await time(engine, epochs)) / epochs);
  }
  return work.map(({ times }) => times);
}

/**
 * Opens engines, measures them in turn, and closes them: the times of each, by its name in `open`.
 * @template {string} Name
 * @param {Record<Name, Promise<Peer>>} open
 * @param {import("./engine.d.ts").Effort} effort
 * @returns {Promise<Record<Name, Times>>}
 */
export async function measureAll(open, effort) {
  const names = /** @type {Name[]} */ (Object.keys(open));
  const engines = await Promise.all(names.map((name) => open[name]));
  const times = await measure(engines, effort);
  for (const engine of engines) await engine.close?.();
  return /** @type {Record<Name, Times>} */ (Object.fromEntries(names.map((name, i) => [name, times[i]])));
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (/** @type {number} */ i) => sorted[i] ?? Number.NaN;
  return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
}

/**
 * Round by round, how many times as long.
 * @param {Times} times
 * @param {Times} reference
 */
export function ratios(times, reference) {
  return times.map((time, round) => time / (reference[round] ?? Number.NaN));
}
