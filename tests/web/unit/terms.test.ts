/** The page's own terms are in the glossary. */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { symbolTerms } from "../../../web/src/page/ui/microscope/symbol-terms.ts";

const web = resolve(import.meta.dirname, "../../../web");

test("every term that the page explains is in the glossary", async () => {
  const glossary = (await readFile(join(web, "lessons/glossary.md"), "utf8")).split("\n").map((line) => line.split(/:| \(/)[0]);
  const used = Object.values(symbolTerms).map(({ term }) => term);
  for (const file of await readdir(join(web, "src/page/ui"), { recursive: true }))
    if (file.endsWith(".tsx"))
      for (const [, term = ""] of (await readFile(join(web, "src/page/ui", file), "utf8")).matchAll(/<Term of="([^"]*)"/g))
        used.push(term);
  expect(used.length).toBeGreaterThan(Object.keys(symbolTerms).length);
  expect(used.filter((term) => !glossary.includes(term))).toEqual([]);
});
