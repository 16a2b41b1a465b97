/** What has little room on a phone is whole, and apart from its neighbours. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openRun, overflow, phone, useSite } from "./site.ts";

const site = useSite();
const lying = { ...phone, viewport: { width: 844, height: 390 } };
const formula = (page: Page) => page.getByRole("group", { name: "The network as one function" });

test.each([390, 360])("the formula of two hidden layers is whole at %i, a longer one fades where it goes on", async (width) => {
  const page = await openRun(site, "", { ...phone, viewport: { width, height: 844 } });
  await page.locator("[data-spot=formula]").tap();
  await formula(page).waitFor();
  await page.evaluate(() => document.fonts.ready);
  expect(await overflow(formula(page))).toBeLessThanOrEqual(0);
  expect(await formula(page).getAttribute("data-fades")).toBeNull();
  await page.getByRole("button", { name: "Add a hidden layer" }).tap();
  await page.getByRole("button", { name: "Add a hidden layer" }).tap();
  await expect.poll(() => formula(page).getAttribute("data-fades")).toBe("right");
});

test("the numbers of a point's layers stand apart", async () => {
  const page = await openRun(site, "layers=8,8", phone);
  await page.locator(".point-picker").tap({ position: { x: 150, y: 150 } });
  const table = page.locator(".point-panel table");
  await table.waitFor();
  const gaps = await table.evaluate((all) =>
    [...all.querySelectorAll("tr")].flatMap((row) => {
      const boxes = [...row.querySelectorAll("td")].map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect();
      });
      return boxes.slice(1).map((box, i) => box.left - (boxes[i]?.right ?? 0));
    }),
  );
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8);
  expect(await overflow(page.locator(".point-panel"))).toBeLessThanOrEqual(0);
});

test("all inputs to choose from are pictured in the same size", async () => {
  const page = await openRun(site, "", { ...phone, viewport: { width: 360, height: 640 } });
  await page.locator("[data-spot=features]").tap();
  const tiles = page.locator(".feature-tiles canvas");
  await tiles.first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const widths = await tiles.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
  expect(widths.length).toBeGreaterThan(8);
  expect(new Set(widths).size).toBe(1);
});

test("an empty set is said to have no points", async () => {
  const page = await openRun(site, "validation=0", phone);
  const validation = page.locator('[data-spot="readings-validation"]');
  await validation.getByText("no points").waitFor();
  expect(await validation.textContent()).not.toContain("–");
  await page.locator(".data").evaluate((data) => data.scrollIntoView());
  await page.locator(".at-hand.away").getByText("no points").waitFor();
});

describe("on a phone that lies on its side, beside a lesson", () => {
  test("the header's buttons are one row, and so are those that train", async () => {
    const page = await openRun(site, "lesson=contents", lying);
    await page.locator(".lessons").waitFor();
    const middles = (parts: string): Promise<number[]> =>
      page.locator(parts).evaluateAll((all) =>
        all.map((one) => {
          const { top, height } = one.getBoundingClientRect();
          return Math.round(top + height / 2);
        }),
      );
    for (const row of [".top h1, .top .share, .top .presets", ".transport > button, .counts"]) {
      const all = await middles(row);
      expect(all.length, row).toBeGreaterThan(2);
      expect(Math.max(...all) - Math.min(...all), row).toBeLessThan(8);
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

test.each([
  ["on a phone", phone],
  ["on its side", lying],
  ["on a laptop", {}],
])("the heads of the landscape's numbers keep to their columns %s", async (_name, device) => {
  const page = await openRun(site, "view=landscape", device);
  const heads = page.locator(".step-numbers thead th");
  await heads.first().waitFor();
  for (const head of await heads.all()) expect(await overflow(head), (await head.textContent()) ?? "").toBeLessThanOrEqual(0);
});

test("beside a lesson the bar of the landscape is one row at 1280 px", async () => {
  const page = await openRun(site, "view=landscape&lesson=contents");
  await page.locator(".lessons").waitFor();
  await page.locator(".hyperparameters").waitFor();
  expect((await page.locator(".controls").boundingBox())?.height).toBeLessThan(70);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
