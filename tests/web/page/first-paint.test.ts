/** What the HTML alone shows is what the page shows when it has come, at the same places; and nothing moves meanwhile. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openRun, phone, useSite } from "./site.ts";

const site = useSite();

const sizes: [string, BrowserContextOptions][] = [
  ["a phone", phone],
  ["a laptop", {}],
  ["a large screen", { viewport: { width: 1920, height: 1080 } }],
];

/** The words of the header's title and views and of the welcome, with their places in whole pixels. */
const shown = (page: Page) =>
  page
    .locator(".top h1, .top nav a, .welcome p, .welcome .begin")
    .evaluateAll((elements) =>
      elements.map((element) => [
        element.textContent,
        ...[element.getBoundingClientRect()].flatMap(({ x, y }) => [x, y].map(Math.round)),
      ]),
    );

test.each(sizes)("on %s the first paint is the page's own header and welcome, and nothing moves", async (_name, options) => {
  const page = await openRun(site, "", options);
  const whole = await shown(page);
  const moved = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
        ).observe({ type: "layout-shift", buffered: true });
        setTimeout(resolve, 300, 0);
      }),
  );
  expect(moved).toBeLessThan(0.001);
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 720 },
    ...options,
    javaScriptEnabled: false,
  });
  const bare = await context.newPage();
  await bare.goto(site.address);
  expect(await shown(bare)).toEqual(whole);
  await context.close();
});

test("who comes by a link, or has been welcomed before, is not welcomed by the HTML", async () => {
  const page = await openRun(site);
  // The script never comes: what is seen is the HTML's own.
  const welcomes = async (hash: string): Promise<number> => {
    await page.goto("about:blank");
    await page.route("**/index-*.js", () => {});
    await page.goto(`${site.address}${hash}`, { waitUntil: "commit" });
    await page.locator(".top h1").waitFor();
    await page.locator("#no-simd").waitFor({ state: "attached" });
    return page.locator(".welcome").count();
  };
  expect(await welcomes("")).toBe(1);
  expect(await welcomes("#view=proofs")).toBe(0);
  await page.evaluate(() => localStorage.setItem("welcome", "dismissed"));
  expect(await welcomes("")).toBe(0);
  await page.unroute("**/index-*.js");
});
