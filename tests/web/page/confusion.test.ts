/** The closer look: confusion matrices, predicted against actual values and histograms, counted anew from the module in Node. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import { loadModule, pointsOf, startSession, traceOf, trainEpochs as trainSession } from "../../bindings/module.ts";
import { openRun, overflow, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const numbersIn = (page: Page, caption: string): Promise<number[][]> =>
  page
    .locator("table.confusion", { has: page.locator("caption", { hasText: caption }) })
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => Number.parseFloat(cell.textContent ?? ""))),
    );

/** From every point's own trace: the class whose neuron answers most; of one neuron, the side of its answer. */
function countedAnew(session: Session, part: number, classes: number, middle: number): number[][] {
  const counts = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  for (const [i, point] of pointsOf(session).entries()) {
    if (point.part !== part) continue;
    const answers = [...(traceOf(session, i).activations.at(-1) ?? [])];
    const taken = answers.length > 1 ? answers.indexOf(Math.max(...answers)) : Number((answers[0] ?? 0) > middle);
    const row = counts[point.label] as number[];
    row[taken] = (row[taken] ?? 0) + 1;
  }
  return counts;
}

test.each([
  ["three classes", "data=pinwheel&noise=0.4&layers=3", 3, 0],
  ["two classes of one neuron", "data=spiral&output=sigmoid&cost=crossEntropy", 2, 0.5],
])(
  "%s: every set's matrix counts the points, with what is found and what is right",
  async (_name, settings, classes, middle) => {
    const page = await openRun(site, `seal=off&${settings}`);
    await trainEpochs(page, 4);
    await page.getByRole("button", { name: "Closer pictures" }).click();
    await expect.poll(() => settingsOf(page).get("figures")).toBe("answers");
    const session = startSession(module, settings);
    trainSession(session, 4);
    for (const [part, caption] of ["Training", "Validation", "Test"].entries()) {
      const counts = countedAnew(session, part, classes, middle);
      const found = counts.map((row, c) => Math.round((100 * (row[c] ?? 0)) / row.reduce((sum, count) => sum + count, 0)));
      await expect.poll(() => numbersIn(page, caption)).toEqual(counts.map((row, c) => [...row, found[c]]));
    }
  },
);

test("while the test set is sealed its matrix is not there", async () => {
  const page = await openRun(site, "data=moons&figures=answers");
  await page.locator("table.confusion caption", { hasText: "Validation" }).waitFor();
  expect(await page.locator("table.confusion").count()).toBe(2);
  await page.getByText("The test set is sealed: its matrix stays hidden").waitFor();
});

test("predicted against actual: every set's RMSE is that of the points' own predictions", async () => {
  const settings = "data=waves&layers=6";
  const page = await openRun(site, `seal=off&figures=answers&${settings}`);
  await trainEpochs(page, 5);
  const session = startSession(module, settings);
  trainSession(session, 5);
  const squares: number[][] = [[], [], []];
  for (const [i, { label, part }] of pointsOf(session).entries())
    squares[part]?.push((label - (traceOf(session, i).activations.at(-1)?.[0] ?? Number.NaN)) ** 2);
  for (const [part, name] of ["Training", "Validation", "Test"].entries()) {
    const of = squares[part] ?? [];
    const rmse = Math.sqrt(of.reduce((sum, square) => sum + square, 0) / of.length);
    const cell = page.locator(".errors-by-set tr", { hasText: name }).locator("td").last();
    await expect.poll(async () => Math.abs(Number(await cell.textContent()) - rmse) < 0.002).toBe(true);
  }
  await page.getByRole("img", { name: /^Predicted against actual values of 250 points/ }).waitFor();
});

test("histograms of each layer tell the weights' range; nothing of it is measured before it is opened", async () => {
  const settings = "data=xor&layers=4,3";
  const page = await openRun(site, settings);
  const session = startSession(module, settings);
  const weights = session.parameters().subarray(0, 8); // 4 neurons of 2 inputs
  const end = 2 ** Math.ceil(Math.log2(Math.max(...weights.map(Math.abs))));
  await page.getByRole("button", { name: "Closer pictures" }).click();
  await page.locator("[data-spot=figures-layers]").click();
  const picture = page.getByRole("img", { name: /^Weights of Layer 1/ });
  expect(await picture.getAttribute("aria-label")).toContain(`−${end.toFixed(4)} to ${end.toFixed(4)}`);
  expect(await page.getByRole("img", { name: /^(Activations|Weights|Gradient) of / }).count()).toBe(9);
  await page.keyboard.press("Escape");
  await page.locator(".figures").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Closer pictures");
  expect(settingsOf(page).get("figures")).toBeNull();
});

test("the ends of a histogram's axis do not run into each other, however small they are", async () => {
  const page = await openRun(site, "figures=layers&layers=8,8,8,8&activations=sigmoid");
  await page.locator(".layer-histograms").waitFor();
  const gaps = await page.evaluate(() =>
    [...document.querySelectorAll(".histogram .ends")].map((of) => {
      const [first, last] = [of.firstElementChild, of.lastElementChild].map((end) => end?.getBoundingClientRect());
      return first && last && of.childElementCount > 1 ? last.left - first.right : Number.POSITIVE_INFINITY;
    }),
  );
  expect(gaps).toHaveLength(15);
  expect(Math.min(...gaps)).toBeGreaterThan(6);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
  ["the narrowest phone", { viewport: { width: 320, height: 700 } }],
])("axe finds nothing on %s, and nothing overflows", async (_name, device) => {
  const page = await openRun(site, "data=blobs&classes=6&figures=answers", device);
  await page.locator("table.confusion").first().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.locator("[data-spot=figures-layers]").click();
  await page.locator(".layer-histograms").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
