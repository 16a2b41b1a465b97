/** Puts MathML in the place of the page's tex`..` literals, so that no visitor loads a program for it. */
import type { Plugin } from "vite";
import { mathml } from "./mathml.ts";

const literal = /\btex(\.display)?`([^`]*)`/g;

/** Each tex`..` in a source text; `replace` gets the TeX and whether it stands on a line of its own. */
export function replaceLiterals(source: string, replace: (tex: string, display: boolean, line: number) => string): string {
  return source.replace(literal, (_, display: string | undefined, tex: string, offset: number) =>
    replace(tex, display !== undefined, source.slice(0, offset).split("\n").length),
  );
}

export function translate(source: string, file: string): string {
  return replaceLiterals(source, (tex, display, line) => {
    const place = `${file}:${line}`;
    if (tex.includes("${"))
      throw new Error(`${place}: a formula is made at build time and cannot contain values; use \\slot{name}`);
    try {
      return JSON.stringify(mathml(tex, display));
    } catch (error) {
      throw new Error(`${place}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

export function mathematics(): Plugin {
  return {
    name: "mathematics",
    enforce: "pre",
    transform(code, id) {
      const file = id.split("?")[0] ?? id;
      if (!/\/src\/page\/.*\.tsx?$/.test(file) || !code.includes("tex")) return null;
      return { code: translate(code, file), map: null };
    },
  };
}
