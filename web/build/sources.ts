/** All formulas of the page: those of its sources, and those that the core says of its activations, costs and so on. */
import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import type { BackpropModule } from "../../bindings/backprop";
import { rulesIn } from "../src/page/mathematics/rules.ts";
import type { Course } from "./lessons/course.ts";
import { replaceLiterals } from "./mathematics.ts";
import { mathml } from "./mathml.ts";

/** The formulas in the texts of lessons and glossary. */
export function courseFormulas({ lessons, glossary }: Course): string[] {
  return JSON.stringify([lessons, glossary]).match(/<math.*?<\/math>/gs) ?? [];
}

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

/** MathML by the catalogue's TeX: of whole formulas, and of the rules of which several stand in one, each by itself. */
export function catalogueFormulas(core: BackpropModule): Record<string, string> {
  const formulas: Record<string, string> = {};
  for (const list of Object.values(core.catalogue()))
    if (Array.isArray(list))
      for (const { formula } of list)
        if (formula) for (const tex of [formula, ...rulesIn(formula)]) formulas[tex] = mathml(tex);
  return formulas;
}
