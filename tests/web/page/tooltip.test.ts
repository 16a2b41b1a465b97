/** When a tooltip stays away. */
import { expect, test } from "vitest";
import { openRun, useSite } from "./site.ts";

const site = useSite();
/** Twice as long as a tooltip takes. */
const longEnough = 900;

test("a focus that comes back with Escape brings no tooltip; one that comes by Tab does", async () => {
  const page = await openRun(site);
  const tooltip = page.locator("#tooltip");
  const share = page.getByRole("button", { name: "Share" });
  await share.hover();
  await tooltip.waitFor();
  await share.click();
  await page.getByRole("dialog").waitFor();
  await page.mouse.move(640, 400);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await share.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.waitForTimeout(longEnough);
  expect(await tooltip.isVisible()).toBe(false);
  // Who goes on without a key, as with a screen reader, has asked for it.
  await page.getByRole("button", { name: "Help" }).focus();
  await tooltip.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-describedby"))).toBe("tooltip");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await tooltip.getByText("link").waitFor();
  // Dismissed, it is until the pointer has been elsewhere, however it moves there.
  await page.keyboard.press("Escape");
  await tooltip.waitFor({ state: "hidden" });
  await page.mouse.move(640, 300);
  await share.hover();
  await tooltip.waitFor();
  await page.keyboard.press("Escape");
  await share.hover({ position: { x: 12, y: 12 } });
  await page.waitForTimeout(longEnough);
  expect(await tooltip.isVisible()).toBe(false);
});

test("a key that gives no focus to another control silences none that gets it later", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "1 iteration" }).press("Enter");
  await page.waitForTimeout(1100); // longer than such a focus is waited for
  const next = page.getByRole("button", { name: "1 epoch" });
  await next.focus();
  await page.locator("#tooltip").waitFor();
  expect(await next.getAttribute("aria-describedby")).toBe("tooltip");
});

test("a tooltip and the name of the parameter that is pointed at are never both in sight", async () => {
  const page = await openRun(site);
  const [tooltip, card] = [page.locator("#tooltip"), page.locator(".parameter-card")];
  // By keyboard to a parameter, while the pointer comes to rest on a control.
  await page.locator(".neuron").nth(3).focus();
  await page.keyboard.press("ArrowLeft");
  await card.waitFor();
  await page.getByRole("button", { name: "1 epoch" }).hover();
  await tooltip.waitFor();
  expect(await card.isVisible()).toBe(false);
  await page.mouse.move(1, 1);
  await tooltip.waitFor({ state: "hidden" });
  await card.waitFor();
});
