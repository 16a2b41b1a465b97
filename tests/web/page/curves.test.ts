/** The curves of the Play view: their values against the module in Node, what they show, and the marks of changed settings. */
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { loadModule, records, startSession, trainEpochs as trainSession } from "../../bindings/module.ts";
import { number, openRun, phone, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const chart = (page: Page) => page.locator(".play-view .chart");
const reading = (page: Page) => chart(page).getAttribute("aria-valuetext");
const choices = (page: Page) => page.getByRole("button", { name: "What the curves show" });

/** "epoch 3: training 0.512, .." as numbers by their names. */
async function numbersOf(page: Page): Promise<Record<string, number>> {
  const values = ((await reading(page)) ?? "").split(": ").at(-1) ?? "";
  return Object.fromEntries(
    values.split(", ").map((pair) => {
      const [name = "", value = ""] = pair.split(" ");
      return [name, Number.parseFloat(value)];
    }),
  );
}

test("read by keyboard, every epoch's costs and accuracies are the module's, with the penalty and without", async () => {
  const settings = "data=moons&layers=3&l2=0.01";
  const page = await openRun(site, `seal=off&${settings}`);
  await trainEpochs(page, 6);
  const session = startSession(module, settings);
  trainSession(session, 6);
  const past = records(session.history(0), 8);
  expect(past).toHaveLength(7);
  const expectAt = async (record: number, expected: readonly number[], digits: number): Promise<void> => {
    const numbers = await numbersOf(page);
    for (const [i, name] of ["training", "validation", "test"].entries())
      expect(numbers[name], `${name} at ${record}`).toBeCloseTo(expected[i] ?? Number.NaN, digits);
  };
  await chart(page).focus();
  await page.keyboard.press("Home");
  for (const [record, [epoch, training = 0, validation = 0, test = 0]] of past.entries()) {
    await expect.poll(() => reading(page)).toContain(`epoch ${epoch}:`);
    await expectAt(record, [training, validation, test], 2);
    await page.keyboard.press("ArrowRight");
  }
  await choices(page).click();
  await page.getByRole("checkbox", { name: "with the penalty" }).check();
  await page.keyboard.press("Escape");
  const last = past.at(-1) ?? [];
  const penalty = last[4] ?? 0;
  expect(penalty).toBeGreaterThan(0.01);
  await expectAt(
    6,
    last.slice(1, 4).map((cost) => cost + penalty),
    2,
  );
  await choices(page).click();
  await page.getByRole("radio", { name: "accuracy" }).check();
  await expect.poll(() => reading(page)).toContain("%");
  await expectAt(
    6,
    last.slice(5).map((share) => 100 * share),
    0,
  );
  await page.getByRole("slider", { name: /^Accuracy by epoch, from 0 to 6/ }).waitFor();
  expect(await page.getByRole("radio", { name: "linear" }).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
});

test("a changed setting is marked with its name and values, also by iteration; Reset takes the marks away", async () => {
  const settings = "points=100&training=50&batchSize=10"; // 5 iterations to an epoch
  const page = await openRun(site, settings);
  await trainEpochs(page, 3);
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  await trainEpochs(page, 2);
  await page.getByRole("textbox", { name: "Batch size m" }).fill("25");
  await page.keyboard.press("Enter");
  await trainEpochs(page, 1);
  await chart(page).focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => reading(page)).toContain("epoch 4, Learning rate η 0.03 → 0.1: ");
  await page.locator(".cost .when", { hasText: "at epoch 4, Learning rate η 0.03 → 0.1" }).waitFor();
  await choices(page).click();
  await page.getByRole("radio", { name: "iteration" }).check();
  await page.keyboard.press("Escape");
  await chart(page).focus();
  await page.keyboard.press("End");
  // Five epochs of 5 iterations and one of 2.
  await expect.poll(() => reading(page)).toContain("iteration 27, Batch size m 10 → 25: ");
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => number(page, "epoch")).toBe(0);
  await trainEpochs(page, 5);
  await chart(page).focus();
  await page.keyboard.press("End");
  // From the beginning with the batches of now.
  await expect.poll(() => reading(page)).toMatch(/^iteration 10: /);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("on %s, what the curves show is chosen with the curves in sight", async (_name, device) => {
  const page = await openRun(site, "", device);
  await trainEpochs(page, 3);
  await choices(page).scrollIntoViewIfNeeded();
  await choices(page).click();
  await page.getByRole("radio", { name: "iteration" }).waitFor(); // the box is there before what it holds
  const box = async (what: Locator) => (await what.boundingBox()) ?? { x: Number.NaN, y: 0, width: 0, height: 0 };
  const [popover, curves] = [await box(page.locator(".popover:popover-open")), await box(page.locator(".cost .chart"))];
  const isApart = popover.x + popover.width <= curves.x || popover.y + popover.height <= curves.y;
  expect(isApart, JSON.stringify({ popover, curves })).toBe(true);
  expect(popover.x).toBeGreaterThanOrEqual(0);
  expect(popover.y).toBeGreaterThanOrEqual(0);
});

test("pointed at and touched, the chart tells the record below; the first epochs are all there after many", async () => {
  const page = await openRun(site, "", phone);
  await trainEpochs(page, 400);
  await chart(page).locator("canvas").waitFor();
  await chart(page).scrollIntoViewIfNeeded();
  const box = (await chart(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.touchscreen.tap(box.x + 0.6 * box.width, box.y + box.height / 2);
  await expect.poll(() => page.locator(".cost .when").textContent()).toMatch(/^at epoch (1[5-9]|2[0-5])\d$/);
  await chart(page).focus();
  await page.keyboard.press("Home");
  for (const epoch of [0, 1, 2, 3]) {
    await expect.poll(() => reading(page)).toContain(`epoch ${epoch}:`);
    await page.keyboard.press("ArrowRight");
  }
});

test("the pointer reads the curve; a linear scale begins at 0, and in regression R² is seen", async () => {
  const page = await openRun(site, "data=waves", { colorScheme: "dark" });
  await trainEpochs(page, 5);
  const box = (await chart(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await chart(page).locator("canvas").waitFor();
  await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2);
  await expect.poll(() => page.locator(".cost .when").textContent()).toMatch(/^at epoch 5$/);
  await choices(page).click();
  expect(await page.getByRole("radio", { name: "log" }).isChecked()).toBe(true);
  await page.getByRole("radio", { name: "linear" }).check();
  await page.locator(".cost .when", { hasText: "C by epoch, linear scale" }).waitFor();
  await page.getByRole("radio", { name: "R²" }).check();
  await page.locator(".cost .when", { hasText: "R² by epoch" }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test("what is said of the curve covers none of the values that it reads", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 6);
  const box = (await chart(page).boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(box.x + 100, box.y + 30);
  await page.mouse.move(box.x + 120, box.y + 40);
  await page.locator("#tooltip").getByText("to read its values").waitFor();
  const covered = await page.evaluate(() => {
    const tip = (document.querySelector("#tooltip") as HTMLElement).getBoundingClientRect();
    return [...document.querySelectorAll("[data-spot^=readings-], .play-view .chart canvas")].filter((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      return left < tip.right && right > tip.left && top < tip.bottom && bottom > tip.top;
    }).length;
  });
  expect(covered).toBe(0);
});
