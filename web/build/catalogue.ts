import type { Plugin } from "vite";

/** What the core says of its activations, costs and so on, as MathML by its TeX: `import { formulas } from "virtual:catalogue"`. */
export function catalogue(formulas: Record<string, string>): Plugin {
  const name = "virtual:catalogue";
  const id = `\0${name}`;
  return {
    name: "catalogue",
    resolveId: (source) => (source === name ? id : null),
    load: (asked) => (asked === id ? `export const formulas = ${JSON.stringify(formulas)};` : null),
  };
}
