/** Wherever a term of the glossary first stands in a view's sentences, it leads there. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openRun, settingsOf, useSite } from "./site.ts";

const site = useSite();
/** Every way of writing a term, and the term. */
let forms: Map<string, string>;
beforeAll(async () => {
  const glossary = await readFile(resolve(import.meta.dirname, "../../../web/lessons/glossary.md"), "utf8");
  const lines = [...glossary.matchAll(/^([^:(]+?)(?: \(([^)]+)\))?:/gm)];
  forms = new Map(lines.flatMap(([, term = "", others]) => [term, ...(others?.split(", ") ?? [])].map((form) => [form, term])));
});

/** The terms in the order in which they first stand there, and those that are links. */
const termsOn = (page: Page): Promise<{ standing: string[]; linked: string[] }> =>
  page.evaluate(
    (all) => {
      const byLength = all.map(([form]) => form).sort((a, b) => b.length - a.length);
      // Not part of another word; capitals and plurals as they come.
      const pattern = new RegExp(`(?<![\\w-])(${byLength.join("|")})(?:e?s)?(?![\\w-])`, "gi");
      const sentences = [
        ...document.querySelectorAll("main :is(p, figcaption, li, dd):not(.facts, button *, [aria-hidden=true] *)"),
      ];
      const words = sentences
        .filter((sentence) => sentence.checkVisibility() && sentence.querySelector("p, button") === null)
        .map((sentence) => {
          const copy = sentence.cloneNode(true) as HTMLElement;
          for (const formula of copy.querySelectorAll("math")) formula.replaceWith(" ");
          return copy.textContent;
        });
      const standing = words
        .flatMap((text) => [...text.matchAll(pattern)].map(([, form = ""]) => form))
        .flatMap(
          (form) => all.find(([known]) => known === form || known === form.charAt(0).toLowerCase() + form.slice(1))?.[1] ?? [],
        );
      const links = document.querySelectorAll<HTMLElement>("main a.term");
      return { standing: [...new Set(standing)], linked: [...links].map(({ dataset }) => dataset.term ?? "") };
    },
    [...forms],
  );

test.each([
  ["view=proofs&phase=bp2.7&layers=3,3", ["error", "hidden layer", "chain rule"]],
  ["view=proofs&phase=softmax.2&data=blobs&output=softmax&cost=logLikelihood&layers=3", ["softmax"]],
  ["view=gradients", ["BP2", "slope", "vanishing gradient", "exploding gradient"]],
  ["view=landscape", ["cost function", "gradient descent"]],
  ["view=folding&phase=1.sigma&layers=2", ["neuron", "layer", "tanh"]],
  ["view=compare&other=optimizer:adam", ["Adam"]],
])("%s", async (link, some) => {
  const page = await openRun(site, link);
  await page.locator("main a.term").first().waitFor();
  await expect.poll(async () => (await termsOn(page)).linked).toEqual(expect.arrayContaining(some));
  const { standing, linked } = await termsOn(page);
  // In their order, so that it is where each of them stands first, and once.
  expect(linked).toEqual(standing);
  for (const term of linked) {
    const href = await page.locator(`main a.term[data-term="${term}"]`).getAttribute("href");
    expect(href).toMatch(new RegExp(`#lesson=glossary/${encodeURIComponent(term)}$`));
    await page.locator(`main a.term[data-term="${term}"]`).evaluate((element: HTMLElement) => element.click());
    await page.locator("aside .asked dt").getByText(term, { exact: true }).waitFor();
    expect(settingsOf(page).get("lesson")).toBe(`glossary/${term}`);
  }
});

test("a term whose sentence goes is a link in the next one that has it", async () => {
  const page = await openRun(site, "view=folding&layers=2");
  const linkIn = (place: string, term: string) => page.locator(place).locator(`a[data-term="${term}"]`);
  await linkIn(".stage-text", "layer").waitFor();
  expect(await linkIn(".cases", "layer").count()).toBe(0);
  // What is said of W¹ has no layers.
  await page.getByRole("button", { name: "Circle, two at most" }).click();
  await page.getByRole("button", { name: "W¹, to W¹a⁰", exact: true }).click();
  await linkIn(".cases", "layer").waitFor();
});
