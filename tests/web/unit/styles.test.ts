/**
 * A view's stylesheet is loaded when the view is first opened and stays. Whatever it says of a class that other parts of the
 * page use as well would change those from then on, so the page would look otherwise after another way through it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ui = resolve(import.meta.dirname, "../../../web/src/page/ui");
const sources = readdirSync(ui, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ folder: dirname(path), text: readFileSync(resolve(ui, path), "utf8") }));

/** In which folders of the interface each class name occurs. */
const folders = new Map<string, Set<string>>();
for (const { folder, text } of sources) {
  for (const [, plain, computed] of text.matchAll(/class=(?:"([^"]*)"|\{((?:[^{}]|\{[^{}]*\})*)\})/g)) {
    for (const name of (plain ?? computed ?? "").match(/[a-zA-Z][\w-]*/g) ?? []) {
      folders.set(name, (folders.get(name) ?? new Set()).add(folder));
    }
  }
}

/** Each stylesheet that a part of the page loads later, with the folders that load it. */
const sheets = new Map<string, Set<string>>();
for (const { folder, text } of sources) {
  for (const [, path] of text.matchAll(/^import "([^"]*\.css)";$/gm)) {
    const sheet = resolve(ui, folder, path ?? "");
    sheets.set(sheet, (sheets.get(sheet) ?? new Set()).add(folder));
  }
}

/** The class with which each selector begins, if it begins with one. */
const beginnings = (css: string): string[] =>
  [...css.replaceAll(/\/\*.*?\*\//gs, "").matchAll(/([^{};]+)\{/g)]
    .flatMap(([, selectors]) => (selectors ?? "").split(/,(?![^(]*\))/))
    .flatMap((selector) => selector.trim().match(/^\.([\w-]+)/)?.[1] ?? []);

describe("a stylesheet loaded later leaves the rest of the page alone", () => {
  test("there are such stylesheets", () => expect(sheets.size).toBeGreaterThan(8));
  for (const [sheet, loaders] of sheets) {
    test(relative(ui, sheet), () => {
      // equation.css goes with the folder equation, which several views use.
      const own = new Set([...loaders, basename(sheet, ".css")]);
      const strays = beginnings(readFileSync(sheet, "utf8")).filter((name) =>
        [...(folders.get(name) ?? [])].some((folder) => !own.has(folder)),
      );
      expect(strays).toEqual([]);
    });
  }
});
