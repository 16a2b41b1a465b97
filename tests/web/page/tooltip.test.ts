/** Tooltips: that each control has one, when it comes and when it stays away. */
import { expect, onTestFinished, test } from "vitest";
import { notice, openRun, useSite } from "./site.ts";

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

test("every control has a tooltip: by pointer, by keyboard, and as its description", async () => {
  const page = await openRun(site);
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll("#app button, #app input, #app select")]
      .filter((control) => !control.closest("[data-tip], dialog"))
      .map((control) => control.outerHTML),
  );
  expect(bare).toEqual([]);
  const tooltip = page.locator("#tooltip");
  await page.getByRole("button", { name: "1 epoch" }).hover();
  await tooltip.getByText("one complete pass").waitFor();
  await page.keyboard.press("Escape");
  await tooltip.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Play" }).focus();
  await page.keyboard.press("Tab");
  await tooltip.getByText("one pass forward, one back").waitFor();
  const description = () => page.evaluate(() => document.activeElement?.getAttribute("aria-describedby"));
  expect(await description()).toBe("tooltip");
  await page.getByRole("slider", { name: "Points" }).focus();
  await page.keyboard.press("Tab");
  await tooltip.getByText("the same points move").waitFor();
  expect(await description()).toBe("tooltip");
});

test("a field's tooltip goes when it is typed in, and lies on no word of what is wrong with that", async () => {
  const page = await openRun(site);
  const tooltip = page.locator("#tooltip");
  const box = page.getByRole("textbox", { name: "Neurons of the hidden layers" });
  await box.hover();
  await tooltip.getByText("The neurons of each hidden layer").waitFor();
  await box.fill("8,x");
  await tooltip.waitFor({ state: "hidden" });
  await box.press("Enter");
  const complaint = page.getByRole("alert").filter({ hasText: /./ });
  await complaint.waitFor();
  await page.mouse.move(1, 1);
  await box.hover();
  await tooltip.getByText("The neurons of each hidden layer").waitFor();
  const [tip, said] = [await tooltip.boundingBox(), await complaint.boundingBox()];
  expect((tip?.y ?? Number.NaN) + (tip?.height ?? Number.NaN)).toBeLessThanOrEqual(said?.y ?? Number.NaN);
});

test("tooltips whose code did not come are asked for again by what is pointed at next", async () => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route("**/tooltip-*.js", (route) => route.abort());
  await page.goto(site.address);
  await page.getByRole("button", { name: "1 epoch" }).hover();
  await notice(page).getByText("could not be loaded").waitFor();
  await page.unroute("**/tooltip-*.js");
  await page.getByRole("button", { name: "1 iteration" }).hover();
  await page.locator("#tooltip").getByText("one pass forward, one back").waitFor();
});

test("what moves under a resting pointer shows no tooltip before the pointer moves, and what moves away takes its own along", async () => {
  const page = await openRun(site);
  const tooltip = page.locator("#tooltip");
  const put = (left: number): Promise<void> =>
    page.getByRole("button", { name: "1 epoch" }).evaluate((button, x) => {
      Object.assign(button.style, { position: "fixed", zIndex: "9", left: `${x}px`, top: "300px" });
    }, left);
  await put(100);
  await page.mouse.move(640, 310);
  await put(600);
  await page.waitForTimeout(900); // twice as long as a tooltip takes
  expect(await tooltip.isVisible()).toBe(false);
  await page.mouse.move(642, 311);
  await tooltip.getByText("one complete pass").waitFor();
  await put(100);
  await tooltip.waitFor({ state: "hidden" });
});
