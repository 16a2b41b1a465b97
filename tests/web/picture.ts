/** Not a test: makes the README's picture with the tests' own browser (see web/picture). */
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { number, openRun, openSite } from "./page/site.ts";

test("picture", async () => {
  const site = await openSite();
  const page = await openRun(site, "data=spiral&points=500&noise=0&layers=8,8,8,8&learningRate=0.01");
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => number(page, "test-accuracy"), { timeout: 40_000 }).toBe(100);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.mouse.move(640, 5);
  await page.waitForTimeout(600);
  await page.screenshot({ path: resolve(import.meta.dirname, "../../web/picture.jpg"), type: "jpeg", quality: 90 });
  await page.close();
  await site.close();
});
