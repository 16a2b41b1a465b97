// @ts-check
/**
 * Our engine, in Node and native: against others, against its own bare step, and how its time grows. Prints tables and judges
 * nothing by time.
 *
 *     tests/bench/run [--quick] [--only table,..] [path of a peer ...]
 *
 * A peer is an ES module that exports `create`; engine.d.ts says what it is given and what it returns.
 */
import { cpus } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { endAll, ours as program } from "./program.mjs";
import { loadModule } from "./session.mjs";
import { activations } from "./tables/activations.mjs";
import { batches } from "./tables/batches.mjs";
import { grid } from "./tables/grid.mjs";
import { growth } from "./tables/growth.mjs";
import { ours } from "./tables/ours.mjs";
import { peers } from "./tables/peers.mjs";

/** @type {Record<string, (bench: import("./engine.d.ts").Bench) => Promise<void>>} */
const tables = { peers, ours, activations, grid, growth, batches };

const { values: options, positionals } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", default: Object.keys(tables).join(",") },
  },
  allowPositionals: true,
});
const chosen = options.only.split(",");
for (const name of chosen)
  if (!tables[name]) throw new Error(`no table is called ${name}; there are ${Object.keys(tables).join(", ")}`);

// JavaScript engines reach their full speed only after most of a second: until then TensorFlow.js takes three times as long.
const effort = options.quick
  ? {
      peers: { rounds: 10, turn: 20, most: 2000, fewest: 5, warmUp: 500 },
      ours: { starts: 2, rounds: 20, turn: 5, most: 1000, fewest: 3, warmUp: 40 },
    }
  : {
      peers: { rounds: 60, turn: 30, most: 30_000, fewest: 10, warmUp: 1000 },
      ours: { starts: 6, rounds: 40, turn: 5, most: 6000, fewest: 3, warmUp: 100 },
    };

const build = resolve(import.meta.dirname, "../../build");
const others = ["tensorflow-playground", "convnetjs", "tfjs-cpu", "tfjs-wasm", "brainjs", "pytorch"].map((name) =>
  resolve(import.meta.dirname, `peers/${name}.mjs`),
);
/** @type {import("./engine.d.ts").Create[]} */
const creates = [];
if (chosen.includes("peers")) {
  for (const path of [...others, ...positionals.map((path) => resolve(path))]) {
    const { create } = await import(pathToFileURL(path).href);
    if (typeof create !== "function") throw new Error(`${path} exports no function create`);
    creates.push(create);
  }
}

console.log(
  `Node ${process.version}, ${cpus()[0]?.model}. Times are those of the fastest turn; ratios are of these (in brackets: median of the rounds).`,
);
const bench = {
  effort,
  peers: creates,
  wasm: await loadModule(process.env.BACKPROP_MODULE_DIR ?? resolve(build, "wasm/bindings")),
  wasmProgram: program("ours, wasm", process.execPath, [resolve(build, "wasm/tests/bench/bench_core.cjs")]),
  native: program("ours, native", resolve(build, "release/tests/bench/bench_core")),
};
for (const name of chosen) await tables[name]?.(bench);
endAll();
