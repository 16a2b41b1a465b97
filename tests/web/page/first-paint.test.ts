/** What the HTML alone shows is what the page shows when it has come, at the same places; and nothing moves meanwhile. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
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

/** How much of the page has moved since it was opened, as the browser counts it. */
async function moved(page: Page): Promise<number> {
  expect(await page.evaluate(() => PerformanceObserver.supportedEntryTypes)).toContain("layout-shift");
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
        ).observe({ type: "layout-shift", buffered: true });
        setTimeout(resolve, 300, 0);
      }),
  );
}

test.each(sizes)("on %s the first paint is the page's own header and welcome, and nothing moves", async (_name, options) => {
  const page = await openRun(site, "", options);
  const whole = await shown(page);
  expect(await moved(page)).toBeLessThan(0.001);
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

test.each(sizes)("on %s nothing moves for a newcomer by a link to an experiment either", async (_name, options) => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  // The browser counts no shift where elements are replaced by others, as the HTML's are: their places are compared.
  let letThrough = (): void => {};
  const painted = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/index-*.js", async (route) => {
    await painted;
    await route.continue();
  });
  await page.goto(`${site.address}#data=xor`, { waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  const first = await shown(page);
  letThrough();
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  expect(await shown(page)).toEqual(first);
  expect(first.length).toBeGreaterThan(9); // title, views, and the welcome
  expect(await moved(page)).toBeLessThan(0.001);
});

test("over a slow line the sentence that says so stays until the page is there", async () => {
  const context = await site.browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const hold = async (files: string): Promise<() => void> => {
    let letThrough = (): void => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(files, async (route) => {
      await held;
      await route.continue();
    });
    return letThrough;
  };
  const [script, engine] = [await hold("**/index-*.js"), await hold("**/*.wasm")];
  await page.goto(site.address, { waitUntil: "commit" });
  const seen = (of: string): Promise<[string, string]> =>
    page.locator(of).evaluate((part) => {
      const { content, opacity } = getComputedStyle(part, "::before");
      return [content, opacity];
    });
  const said: [string, string] = ['"The training engine is on its way…"', "1"];
  await expect.poll(() => seen(".desk")).toEqual(said);
  script();
  await page.locator("main[aria-busy]").waitFor({ state: "attached" });
  expect(await seen("main")).toEqual(said);
  // It comes no sooner or later for what is done meanwhile.
  const late = () => page.locator("main").evaluate((main) => main.style.getPropertyValue("--late"));
  const before = await late();
  expect(before).toMatch(/s$/);
  await page.getByRole("link", { name: "Proofs" }).click();
  await page.locator(".top [aria-current]", { hasText: "Proofs" }).waitFor();
  expect(await late()).toBe(before);
  await page.getByRole("link", { name: "Play", exact: true }).click();
  engine();
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  expect((await seen("main"))[0]).toBe("none");
});

test("the HTML welcomes whom the page will welcome, and says which view is open", async () => {
  const page = await openRun(site);
  // The script never comes: what is seen is the HTML's own.
  const seen = async (hash: string): Promise<[number, string[]]> => {
    await page.goto("about:blank");
    await page.route("**/index-*.js", () => {});
    await page.goto(`${site.address}${hash}`, { waitUntil: "commit" });
    await page.locator(".top h1").waitFor();
    await page.locator("#no-simd").waitFor({ state: "attached" });
    return [await page.locator(".welcome").count(), await page.locator(".top [aria-current]").allTextContents()];
  };
  expect(await seen("")).toEqual([1, ["Play"]]);
  expect(await seen("#data=xor")).toEqual([1, ["Play"]]);
  expect(await seen("#hide=speed")).toEqual([0, ["Play"]]);
  expect(await seen("#lesson=bp2/3")).toEqual([0, ["Play"]]);
  expect(await seen("#view=proofs")).toEqual([0, ["Proofs"]]);
  await page.evaluate(() => localStorage.setItem("lessons", JSON.stringify({ finished: [], last: "" })));
  expect(await seen("")).toEqual([1, ["Play"]]);
  await page.evaluate(() => localStorage.setItem("lessons", JSON.stringify({ finished: [], last: "bp2/3" })));
  expect(await seen("")).toEqual([0, ["Play"]]);
  await page.evaluate(() => localStorage.clear());
  await page.evaluate(() => localStorage.setItem("welcome", "dismissed"));
  expect(await seen("#data=xor")).toEqual([0, ["Play"]]);
  await page.unroute("**/index-*.js");
});
