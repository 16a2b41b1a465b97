// @ts-check
import { examples } from "../data.mjs";
import { least, measure } from "../measure.mjs";
import { adam, descent, settings, shapes } from "../shapes.mjs";
import { heading, microseconds, number, ratio, table } from "../table.mjs";

const tasks = [...Object.values(shapes), { ...shapes.A, batchSize: 1 }];

/**
 * @param {import("../engine.d.ts").Bench} bench
 */
export async function peers(bench) {
  heading(
    "Other engines",
    "One epoch of the same network on the same points, ours with its cost history. Goal: every other engine takes longer.",
  );
  for (const shape of tasks) for (const optimizer of [descent, adam]) await compare(bench, shape, optimizer);
}

/**
 * @param {import("../engine.d.ts").Bench} bench
 * @param {import("../shapes.mjs").Shape} shape
 * @param {import("../shapes.mjs").Optimizer} optimizer
 */
async function compare({ wasm, native, peers, effort }, shape, optimizer) {
  const text = settings(shape, optimizer);
  const task = {
    ...examples(wasm.points(text), shape.features),
    layers: shape.layers,
    activation: /** @type {const} */ ("tanh"),
    optimizer: optimizer.optimizer,
    batchSize: shape.batchSize,
    learningRate: optimizer.learningRate,
  };
  /** @type {import("../engine.d.ts").Peer[]} */
  const engines = [await wasm.open("trainer", text), await native.open("trainer", text)];
  const absent = [];
  for (const create of peers) {
    const peer = await create(task);
    if (typeof peer === "string") absent.push(peer);
    else engines.push(peer);
  }

  const before = await costs(engines);
  const times = await measure(engines, effort.peers);
  const after = await costs(engines);
  const [reference = []] = times;

  console.log(
    `\n${shape.title}, ${shape.points} examples, batch ${shape.batchSize}, ${optimizer.title} ${optimizer.learningRate}`,
  );
  table(
    ["engine", "us/epoch", "epochs/s", "times ours, wasm", "training cost"],
    engines.map(({ name }, i) => [
      name,
      microseconds(times[i] ?? []),
      number(1000 / least(times[i] ?? [])),
      ratio(times[i] ?? [], reference),
      change(before[i], after[i]),
    ]),
  );
  if (absent.length > 0) console.log(`Not here: ${absent.join("; ")}.`);
  for (const engine of engines) await engine.close?.();
}

/** @param {import("../engine.d.ts").Peer[]} engines */
async function costs(engines) {
  const values = [];
  for (const engine of engines) values.push(await engine.cost?.());
  return values;
}

/**
 * Who does not learn does not do the work that is measured.
 * @param {number | undefined} before
 * @param {number | undefined} after
 */
function change(before = Number.NaN, after = Number.NaN) {
  return after < before ? `${before.toPrecision(2)} to ${after.toPrecision(2)}` : `DID NOT FALL: ${before} to ${after}`;
}
