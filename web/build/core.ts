/** Loads the built WebAssembly module; `folder` holds it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BackpropModule } from "../../bindings/backprop";

export async function loadCore(folder: string): Promise<BackpropModule> {
  const { default: create } = await import(pathToFileURL(join(folder, "backprop.mjs")).href);
  return create({ wasmBinary: await readFile(join(folder, "backprop.wasm")) });
}
