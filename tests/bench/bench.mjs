// @ts-check
/**
 * Our engine against others in Node: time of one epoch. Prints a table and judges nothing by time.
 *
 *     tests/bench/run [--quick] [path of a peer ...]
 */
import { cpus } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { measure, median } from "./measure.mjs";
import { create as createOurs } from "./ours.mjs";

/** @type {(title: string, layers: number[]) => import("./engine.d.ts").Task} */
const task = (title, layers) => ({
  title: `${title}, tanh, 250 examples, batch 10, learning rate 0.03`,
  settings:
    "data=circle&points=250&training=100&validation=0&activations=tanh&output=tanh&cost=quadratic&batchSize=10&learningRate=0.03" +
    `&layers=${layers.join(",")}`,
  layers,
  batchSize: 10,
  learningRate: 0.03,
});
const tasks = [task("2-4-2-1", [4, 2]), task("2-8-8-8-8-8-8-1", [8, 8, 8, 8, 8, 8])];

const { values: options, positionals } = parseArgs({
  options: { quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const effort = options.quick ? { rounds: 5, turn: 100 } : { rounds: 15, turn: 300 };

const known = ["convnetjs", "tfjs-cpu", "tfjs-wasm"].map((name) => resolve(import.meta.dirname, `peers/${name}.mjs`));
/** @type {import("./engine.d.ts").Create[]} */
const peers = [];
for (const path of [...known, ...positionals.map((path) => resolve(path))]) {
  const { create } = await import(pathToFileURL(path).href);
  if (typeof create !== "function") throw new Error(`${path} exports no function create`);
  peers.push(create);
}

console.log(`Node ${process.version}, ${cpus()[0]?.model}. Time ratios to ours within a round: median (lowest to highest).`);
for (const { title, settings, layers, batchSize, learningRate } of tasks) {
  const { engine, points } = await createOurs(settings);
  const engines = [engine];
  for (const create of peers) engines.push(await create(points, layers, batchSize, learningRate));
  console.log(`\n${title}`);
  print(await measure(engines, effort));
}

/** @param {import("./engine.d.ts").Row[]} rows */
function print(rows) {
  const ours = rows[0]?.times ?? [];
  const lines = rows.map(({ name, times, costs: [before, after] }) => {
    const microseconds = median(times);
    const ratios = times.map((time, round) => time / (ours[round] ?? Number.NaN));
    return [
      name,
      number(microseconds),
      number(1e6 / microseconds),
      `${number(median(ratios))} (${number(Math.min(...ratios))} to ${number(Math.max(...ratios))})`,
      // Who does not learn does not do the work that is measured.
      after < before ? `${before.toPrecision(2)} to ${after.toPrecision(2)}` : `DID NOT FALL: ${before} to ${after}`,
    ];
  });
  const table = [["engine", "us/epoch", "epochs/s", "times ours", "training cost"], ...lines];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of table) {
    console.log(line.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join("   "));
  }
}

/** @param {number} value with three significant digits at least, and no decimals that mean nothing */
function number(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
