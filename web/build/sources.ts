/** All formulas of the page: those of its sources, and those that the core says of its activations, costs and so on. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { glob } from "tinyglobby";
import { replaceLiterals } from "./mathematics.ts";
import { mathml } from "./mathml.ts";

export async function literals(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of await glob("src/page/**/*.{ts,tsx}", { cwd: folder, absolute: true }))
    replaceLiterals(await readFile(file, "utf8"), (tex, display) => {
      // What is no formula is found and told where it is translated.
      try {
        found.push(mathml(tex, display));
      } catch {}
      return "";
    });
  return found;
}

/** MathML by the catalogue's TeX. `folder` holds the built module. */
export async function catalogueFormulas(folder: string): Promise<Record<string, string>> {
  const { default: create } = await import(pathToFileURL(join(folder, "backprop.mjs")).href);
  const module = await create({ wasmBinary: await readFile(join(folder, "backprop.wasm")) });
  const formulas: Record<string, string> = {};
  for (const list of Object.values(module.catalogue()))
    if (Array.isArray(list)) for (const { formula } of list) if (formula) formulas[formula] = mathml(formula);
  return formulas;
}
