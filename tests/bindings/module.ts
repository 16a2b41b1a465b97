/** Loads the built WebAssembly module into Node. Nothing but the contract, backprop.d.ts, says what it looks like. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import type createBackprop from "../../bindings/backprop.d.ts";
import type { BackpropModule, Session } from "../../bindings/backprop.d.ts";

const folder = process.env.BACKPROP_MODULE_DIR
  ? resolve(process.env.BACKPROP_MODULE_DIR)
  : resolve(import.meta.dirname, "../../build/wasm/bindings");

export async function loadModule(): Promise<BackpropModule> {
  const built: { default: typeof createBackprop } = await import(
    /* @vite-ignore */ pathToFileURL(join(folder, "backprop.mjs")).href
  );
  return built.default({ wasmBinary: await readFile(join(folder, "backprop.wasm")) });
}

/** A session that is freed when the running test ends. Settings that are not as they should be are a mistake in the test. */
export function startSession(module: BackpropModule, settings = ""): Session {
  const session = new module.Session();
  onTestFinished(() => session.delete());
  const { problems } = session.open(settings);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join(" "));
  return session;
}
