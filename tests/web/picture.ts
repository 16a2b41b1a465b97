/** Not a test: makes the README's pictures with the tests' own browser (see web/picture). */
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { number, openRun, useSite } from "./page/site.ts";

const site = useSite();

/** Without a tooltip, and when what moves has come to rest. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(640, 5);
  await page.waitForTimeout(600);
  await page.screenshot({ path: resolve(import.meta.dirname, `../../web/${name}.jpg`), type: "jpeg", quality: 90 });
  await page.close();
}

test("picture", async () => {
  const page = await openRun(site, "seal=off&data=spiral&points=500&noise=0&layers=8,8,8,8&learningRate=0.01");
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => number(page, "test-accuracy"), { timeout: 40_000 }).toBe(100);
  await page.getByRole("button", { name: "Pause" }).click();
  await take(page, "picture");
});

test("microscope", async () => {
  const page = await openRun(site, "lesson=bp2/1");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.locator(".phases [aria-current]", { hasText: "BP2" }).waitFor();
  await take(page, "microscope");
});
