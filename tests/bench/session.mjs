// @ts-check
/** Our own engine, through the contract that the page uses. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.env.BACKPROP_MODULE_DIR ?? resolve(import.meta.dirname, "../../build/wasm/bindings");

/**
 * @param {string} settings
 * @returns {Promise<{ engine: import("./engine.d.ts").Engine, points: Float32Array }>}
 */
export async function create(settings) {
  const { default: createBackprop } = await import(pathToFileURL(resolve(folder, "backprop.mjs")).href);
  /** @type {import("../../bindings/backprop.d.ts").BackpropModule} */
  const module = await createBackprop({ wasmBinary: await readFile(resolve(folder, "backprop.wasm")) });
  const session = new module.Session();
  const { problems } = session.open(settings);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join(" "));
  const { iterationsPerEpoch } = session.progress();
  return {
    points: session.points(),
    engine: {
      name: "ours",
      epoch: () => void session.train(iterationsPerEpoch),
      cost: () => session.scores().training.cost,
    },
  };
}
