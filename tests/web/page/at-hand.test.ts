/** In one column what is changed is far from what it changes: the plane goes along, small. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { number, openRun, overflow, phone, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

const strip = (page: Page) => page.locator(".at-hand.away");
const plane = (page: Page) => page.locator(".output .plane");
const scrollTo = (page: Page, part: string): Promise<void> =>
  page.locator(part).evaluate((element) => element.scrollIntoView({ block: "center" }));
/** Of all canvases in there: a number that is another one when the picture is. */
const pictureIn = (part: Locator): Promise<number> =>
  part
    .locator("canvas")
    .evaluateAll((all) =>
      [...all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join()].reduce(
        (sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0,
        0,
      ),
    );
const picture = (page: Page): Promise<number> => pictureIn(strip(page));
const height = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

test("on a phone the plane and its costs stay in sight while what changes them is used, and lead back", async () => {
  const page = await openRun(site, "", phone);
  await page.locator(".at-hand").waitFor({ state: "attached" });
  expect(await strip(page).count()).toBe(0);
  const before = await height(page);
  await scrollTo(page, ".data");
  await strip(page).waitFor();
  expect(await height(page)).toBe(before);
  const cost = await page.locator("#training-cost").textContent();
  expect(await strip(page).textContent()).toContain(cost);
  const circle = await picture(page);
  await page.getByRole("radio", { name: "Spiral" }).check({ force: true });
  await expect.poll(() => picture(page)).not.toBe(circle);
  const untrained = await picture(page);
  await trainEpochs(page, 20);
  await expect.poll(() => picture(page)).not.toBe(untrained);
  await expect.poll(() => strip(page).textContent()).toContain(`epoch ${await number(page, "epoch")}`);
  // What is under it can be brought out of it, also by keyboard.
  await page.getByRole("button", { name: "New points" }).focus();
  const [covered, button] = await Promise.all([
    strip(page).boundingBox(),
    page.getByRole("button", { name: "New points" }).boundingBox(),
  ]);
  expect(button?.y).toBeGreaterThanOrEqual((covered?.y ?? 0) + (covered?.height ?? 0));
  await strip(page).getByRole("button", { name: "Back to the output" }).tap();
  await strip(page).waitFor({ state: "detached" });
  await expect.poll(async () => (await plane(page).boundingBox())?.y).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("sight");
});

test("the large plane, not drawn while it is out of sight, is up to date when it comes back", async () => {
  const page = await openRun(site, "", phone);
  await page.locator(".at-hand").waitFor({ state: "attached" });
  await scrollTo(page, ".data");
  await strip(page).waitFor();
  const before = await pictureIn(plane(page));
  await trainEpochs(page, 20);
  expect(await pictureIn(plane(page))).toBe(before);
  await scrollTo(page, ".output");
  await expect.poll(() => pictureIn(plane(page))).not.toBe(before);
});

test("a neuron that is pinned in the drawing is seen at once", async () => {
  const page = await openRun(site, "", phone);
  await scrollTo(page, ".drawing");
  await strip(page).waitFor();
  const output = await picture(page);
  await page.locator(".neuron").nth(3).tap();
  await expect.poll(() => picture(page)).not.toBe(output);
  expect(await strip(page).textContent()).toMatch(/Neuron.*of layer 1/);
});

describe.each([
  ["on a phone", phone.viewport, ""],
  ["on a small phone", { width: 360, height: 640 }, ""],
  ["on a phone that lies on its side", { width: 844, height: 390 }, ""],
  ["there beside a lesson", { width: 844, height: 390 }, "lesson=contents"],
])("%s", (_name, viewport, link) => {
  test("nothing overflows, and axe finds nothing", async () => {
    const page = await openRun(site, link, { ...phone, ...(viewport && { viewport }) });
    await scrollTo(page, ".data");
    await strip(page).waitFor();
    // What is too wide makes all of a phone's page smaller.
    expect(await page.evaluate(() => innerWidth)).toBe(viewport?.width);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await overflow(strip(page))).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
});

const lying = { width: 844, height: 390 };
/** Scrolls so that the part's lower edge is that far down the screen. */
const putBottom = (part: Locator, to: number): Promise<void> =>
  part.evaluate((element, to) => scrollBy(0, element.getBoundingClientRect().bottom - to), to);

test("on a phone that lies on its side the keyboard brings out of the strip what it goes to", async () => {
  const page = await openRun(site, "", { ...phone, viewport: lying });
  await scrollTo(page, ".data");
  await strip(page).waitFor();
  const button = page.getByRole("button", { name: "New points" });
  await putBottom(button, lying.height - 4);
  await button.focus();
  await expect
    .poll(async () => {
      const [covered, own] = [await strip(page).boundingBox(), await button.boundingBox()];
      return (own?.y ?? Number.NaN) + (own?.height ?? Number.NaN) <= (covered?.y ?? Number.NaN);
    })
    .toBe(true);
  // Nothing is kept free at the top, where there is no strip.
  await page.getByRole("link", { name: "Play", exact: true }).focus();
  await page.locator(".drawing").evaluate((drawing) => drawing.scrollIntoView({ block: "start", behavior: "instant" }));
  expect((await page.locator(".drawing").boundingBox())?.y).toBeCloseTo(0, 0);
});

test("a device that is laid on its side sees the plane go under the strip where that now stands", async () => {
  const page = await openRun(site, "", { viewport: { width: 844, height: 900 } });
  await scrollTo(page, ".data");
  await strip(page).waitFor();
  await page.setViewportSize(lying);
  const height = (await plane(page).boundingBox())?.height ?? Number.NaN;
  // More than enough of it stands above the strip; no longer enough would, were a strip at the top.
  await putBottom(plane(page), 0.3 * height + 40);
  await strip(page).waitFor({ state: "detached" });
});

test("where all is on one screen there is none", async () => {
  const page = await openRun(site);
  await page.locator(".data").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".at-hand").count()).toBe(0);
});
