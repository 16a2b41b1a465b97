// @ts-check
/**
 * Measuring in turn: in each round every engine works once, for a short while. What else the machine does can only make a turn
 * longer: of many the fastest tells best what an engine takes. Long turns are seldom left alone; for them the median of the ratios
 * within rounds tells more.
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
 * Warms an engine up and returns how many of its epochs fill one turn, and milliseconds of one: as fast as the last stretch
 * was, about half of the whole.
 * @param {Peer} engine
 * @param {import("./engine.d.ts").Effort} effort
 */
async function warmUp(engine, { turn, warmUp }) {
  const least = ("run" in engine && engine.least) || 1;
  let total = 0;
  for (let epochs = least; ; ) {
    const taken = await time(engine, epochs);
    total += taken;
    const each = taken / epochs;
    if (total + least * each >= warmUp) return { epochs: least * Math.max(1, Math.round(turn / each / least)), each };
    epochs = Math.max(least, Math.min(2 * epochs, Math.floor((warmUp - total) / each)));
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
  for (const engine of engines) work.push({ engine, ...(await warmUp(engine, effort)), times: /** @type {Times} */ ([]) });
  const round = work.reduce((sum, { epochs, each }) => sum + epochs * each, 0);
  const rounds = Math.min(effort.rounds, Math.max(effort.fewest, Math.round(effort.most / round)));
  for (let i = 0; i < rounds; ++i) {
    for (const { engine, epochs, times } of work) times.push((await time(engine, epochs)) / epochs);
  }
  return work.map(({ times }) => times);
}

/**
 * Opens engines, measures them in turn and closes them, several times: the times of each, by its name in `open`.
 * @template {string} Name
 * @param {Record<Name, () => Promise<Peer>>} open
 * @param {import("./engine.d.ts").Effort & import("./engine.d.ts").Starts} effort
 * @returns {Promise<Record<Name, Times>>}
 */
export async function measureAll(open, effort) {
  const names = /** @type {Name[]} */ (Object.keys(open));
  const all = /** @type {Record<Name, Times>} */ ({});
  for (const name of names) all[name] = [];
  for (let start = 0; start < effort.starts; ++start) {
    const engines = await Promise.all(names.map((name) => open[name]()));
    const times = await measure(engines, effort);
    for (const [i, name] of names.entries()) all[name].push(...(times[i] ?? []));
    for (const engine of engines) await engine.close?.();
  }
  return all;
}

/** @param {number[]} values */
export function least(values) {
  return values.length > 0 ? Math.min(...values) : Number.NaN;
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
