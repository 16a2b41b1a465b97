/** The whole course, walked through as a reader would: every step in its order, every task done by hand. */
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type Course, readCourse } from "../../../web/build/lessons/course.ts";
import { readKnown } from "../../../web/build/lessons/known.ts";
import { loadModule } from "../../bindings/module.ts";
import { openPage, overflow, useSite } from "./site.ts";
import { settled } from "./workers.ts";

const root = resolve(import.meta.dirname, "../../..");
const site = useSite();
let course: Course;
beforeAll(async () => {
  course = await readCourse(join(root, "web/lessons"), await readKnown(await loadModule(), join(root, "web/src/page")), root);
});

type Deed = (page: Page) => Promise<void>;

const press =
  (name: string | RegExp, times = 1): Deed =>
  async (page) => {
    for (let i = 0; i < times; i++) await page.locator("main").getByRole("button", { name, exact: true }).first().click();
  };
const hover =
  (symbol: string): Deed =>
  (page) =>
    page.locator(`.equation [data-symbol="${symbol}"]`).first().hover();
const choose =
  (label: string, option: string): Deed =>
  async (page) => {
    await page.getByLabel(label, { exact: true }).first().selectOption(option);
  };
/** A field in More. */
const more =
  (set: Deed): Deed =>
  async (page) => {
    await page.getByRole("button", { name: /^More/ }).click();
    await set(page);
    await page.getByRole("button", { name: "Done", exact: true }).click();
  };
const type =
  (label: string, text: string): Deed =>
  async (page) => {
    await page.getByLabel(label, { exact: true }).fill(text);
    await page.keyboard.press("Tab");
  };
const all =
  (...deeds: Deed[]): Deed =>
  async (page) => {
    for (const deed of deeds) await deed(page);
  };
/** Unless it goes on already. */
const play: Deed = async (page) => {
  if ((await page.locator("main").getByRole("button", { name: "Pause", exact: true }).count()) === 0) await press("Play")(page);
};
const next = (times: number): Deed => press("Next", times);
const prove: Deed = async (page) => {
  await press("Prove it")(page);
  await page.locator("dialog .agrees").waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
};
const inLesson =
  (name: string): Deed =>
  (page) =>
    page.locator("aside").getByRole("button", { name, exact: true }).click();

const deeds: Record<string, Deed> = {
  "layers/1": play,
  "layers/5": all(press("Add a hidden layer"), press("Remove a neuron of layer 1"), press("Remove a neuron of layer 2", 2)),
  "weighted-input/1": hover("z"),
  "weighted-input/2": hover("a"),
  "weighted-input/4": all(choose("Activation of layer 1", "relu"), play),
  "feedforward/1": next(4),
  "feedforward/3": press("Add a hidden layer", 4),
  "cost/3": choose("Cost C", "meanSquared"),
  "cost/4": choose("Cost C", "crossEntropy"),
  "gradient-descent/3": press("1 iteration", 6),
  "gradient-descent/5": press("Raise Learning rate η", 4),
  "stochastic/2": press("1 iteration", 5),
  "sets/1": play,
  "sets/3": all(more(type("L2 penalty λ · off", "0.03")), play),
  "folding/1": press("σ, to a² = σ(z²)"),
  "matrices/1": press("from k: the next", 2),
  "matrices/2": hover("W"),
  "chain-rule/2": (page) => page.locator(".chain button").first().hover(),
  "bp1/3": all(press("Example: the next"), hover("slope")),
  "bp1/4": all(inLesson("Change the cost to cross-entropy"), press("Example: the one before")),
  "bp2/1": next(2),
  "bp2/3": (page) =>
    page
      .getByRole("button", { name: /^Neuron 2 of layer 1/ })
      .first()
      .hover(),
  "bp3/1": next(1),
  "bp4/1": all(next(1), press("Layer: the next", 2), press("from k: the next")),
  "algorithm/2": next(11),
  "algorithm/4": prove,
  "proofs/2": (page) => pressUntil(page, '[data-spot~="next-line"]', 6),
  "vanishing/1": play,
  "vanishing/4": play,
  "vanishing/6": more(choose("Initial weights", "heNormal")),
  "learning-materials/4": all(
    press("Add a hidden layer"),
    (page) => page.getByRole("link", { name: "Microscope" }).click(),
    prove,
  ),
  "final-words/2": all(
    inLesson("Hint"),
    (page) => page.locator("aside").getByRole("link", { name: "This one" }).click(),
    choose("Speed · iterations/s", "null"),
    play,
  ),
  "final-words/3": press("Open the test set"),
  "clinic-1/3": all(more(choose("Initial weights", "uniform")), play),
  "clinic-2/2": all(press("Lower Learning rate η"), play),
  "clinic-3/2": all(choose("Activation of layer 2", "leakyRelu"), play),
  "clinic-4/2": all(more(choose("Initial weights", "normalFanIn")), play),
  "clinic-5/2": all(choose("Cost C", "crossEntropy"), play),
  "clinic-6/2": all(more(type("L2 penalty λ · off", "0.03")), play),
  "clinic-7/2": all(more(choose("Initial weights", "heNormal")), play),
};

async function pressUntil(page: Page, selector: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await page.locator(selector).first().click();
}

test("from the first step to the last, each task is found undone and can be done", { timeout: 240_000 }, async () => {
  const [first] = course.lessons;
  const page = await openPage(site, `#lesson=${first?.name}`);
  const lesson = page.locator("aside");
  const left = new Set(Object.keys(deeds));
  for (const { name, title, steps } of course.lessons)
    for (const [i, { parts }] of steps.entries()) {
      const place = `${name}/${i + 1}`;
      const now = (): string | null => new URLSearchParams(new URL(page.url()).hash.slice(1)).get("lesson");
      await expect.poll(now, { message: place }).toBe(i === 0 ? name : place);
      await lesson.getByRole("heading", { name: title, level: 2 }).waitFor();
      // The formulas keep to the column.
      expect(await overflow(lesson), place).toBeLessThanOrEqual(0);
      if (parts.some(({ kind }) => kind === "task")) {
        await lesson.locator(".task:not(.done)").waitFor();
        // It is set up, and would have been noticed if it were done already.
        await settled(page);
        expect(await lesson.locator(".task.done").count(), place).toBe(0);
        await deeds[place]?.(page);
        left.delete(place);
        await lesson
          .locator(".task.done")
          .waitFor({ timeout: 20_000 })
          .catch(() => expect.fail(`${place} was not noticed to be done`));
        // Every number of the sentence comes, with a frame of after the change at the latest.
        await expect.poll(() => lesson.locator(".outcome").textContent(), { message: place }).not.toContain("–");
      }
      const isLast = name === course.lessons.at(-1)?.name && i === steps.length - 1;
      if (!isLast) await lesson.locator("nav a, nav button").last().click();
    }
  expect([...left]).toEqual([]);
});
