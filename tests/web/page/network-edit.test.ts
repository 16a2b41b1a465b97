/** Weights and biases by hand: what is said of them, what an edit does, and what is frozen. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { editor, linkMiddle, neuron } from "./network.ts";
import { notice, number, openRun, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();
const fingerprint = (page: Page) => page.locator("#fingerprint").textContent();

test("a link that is pointed at says its name, where it leads, its value and its gradient", async () => {
  const page = await openRun(site, "seed=3");
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.mouse.move(x, y);
  const card = page.locator(".parameter-card");
  await card.getByText("from neuron 1 of layer 1 to neuron 1 of layer 2").waitFor();
  expect((await card.locator("math").first().textContent())?.replaceAll(/\s/g, "")).toBe("w112");
  const words = (await neuron(page, 2, 1).getAttribute("aria-label")) ?? "";
  const named = /weights ([−\d.]+) from neuron 1/.exec(words)?.[1] ?? "";
  expect(await card.locator("b").first().textContent()).toContain(named.slice(0, -1));
  await expect.poll(() => card.locator("b").nth(1).textContent()).toMatch(/^−?\d.*\d$/);
  await page.mouse.move(5, 5);
  await expect.poll(() => card.count()).toBe(0);
});

test("a click edits it: every picture and cost follows at once, the footer says so, and Reset undoes it", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 3);
  const cost = await number(page, "training-cost");
  const picture = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const plane = ".output .plane canvas";
  const thumbnails = ".links-room canvas";
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  const box = editor(page).getByLabel("Value", { exact: true });
  const before = { plane: await picture(plane), thumbnails: await picture(thumbnails) };
  await box.fill("2,5");
  await page.keyboard.press("Enter");
  await expect.poll(() => neuron(page, 2, 1).getAttribute("aria-label"), { timeout: 5000 }).toContain("weights 2.50 from");
  await expect.poll(() => number(page, "training-cost")).not.toBe(cost);
  await expect.poll(() => picture(plane)).not.toBe(before.plane);
  await expect.poll(() => picture(thumbnails)).not.toBe(before.thumbnails);
  await page.getByText("Changed in mid-run").waitFor();
  const edited = await fingerprint(page);
  await editor(page).getByRole("button", { name: "Zero" }).click();
  await expect.poll(() => fingerprint(page)).not.toBe(edited);
  await editor(page).getByRole("slider").fill("2.5");
  await expect.poll(() => fingerprint(page)).toBe(edited);
  await page.keyboard.press("Escape");
  await expect.poll(() => editor(page).count()).toBe(0);
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => page.getByText("Changed in mid-run").count()).toBe(0);
  const fresh = await openRun(site);
  expect(await fingerprint(page)).toBe(await fingerprint(fresh));
});

test("what is done by hand is marked on the curve with its name, counts as tuning, and Share says that the link goes without", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this experiment" });
  await dialog.getByText("with the same numbers to the last bit").waitFor();
  expect(await dialog.getByText("by hand").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open the test set" }).click();
  await trainEpochs(page, 3);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  await editor(page).getByLabel("Value", { exact: true }).fill("many");
  await page.keyboard.press("Enter");
  await editor(page).getByText("A weight or a bias is a number").waitFor();
  expect(await page.locator(".tuned").count()).toBe(0);
  await editor(page).getByLabel("Value", { exact: true }).fill("2.5");
  await page.keyboard.press("Enter");
  await page.getByText("Tuned once after looking.").waitFor();
  // As it is already.
  await page.keyboard.press("Enter");
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await page.getByText("Tuned 2 times after looking.").waitFor();
  await page.keyboard.press("Escape");
  await trainEpochs(page, 1);
  const chart = page.getByRole("slider", { name: /^Cost by epoch/ });
  await chart.focus();
  await page.keyboard.press("End");
  await expect
    .poll(() => chart.getAttribute("aria-valuetext"))
    .toMatch(/^epoch 4, w²₁₁ by hand −?[\d.]+ → 2\.5, Freeze w²₁₁ on: /);
  await page.getByRole("button", { name: "Share" }).click();
  await dialog.getByText("none of the weights and biases that were set or frozen by hand").waitFor();
});

test("what is no number gets a sentence, stays to be put right, and changes nothing", async () => {
  const page = await openRun(site);
  const before = await fingerprint(page);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  const box = editor(page).getByLabel("Value", { exact: true });
  for (const text of ["three", "", "1e9"]) {
    await box.fill(text);
    await page.keyboard.press("Enter");
    await editor(page).getByText("A weight or a bias is a number from −1,000,000 to 1,000,000.").waitFor();
    expect(await box.inputValue()).toBe(text);
    await box.fill("0.5");
    await page.keyboard.press("Enter");
    await expect.poll(() => editor(page).getByText("A weight or a bias is").count()).toBe(0);
    // The slider is where the weight is, and as fine as before.
    const slider = editor(page).getByRole("slider", { name: "Value, by slider" });
    await expect.poll(() => slider.evaluate(({ value, max }: HTMLInputElement) => [value, max])).toEqual(["0.5", "5"]);
  }
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await page.locator(".links[aria-label*='1 of the parameters frozen']").waitFor();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => fingerprint(page)).toBe(before);
  const taken = /Reset takes back .* w\S+ has its initial value again, and w\S+ is no longer frozen\./;
  await page.getByRole("status").getByText(taken).waitFor();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await page.getByText(taken).waitFor({ state: "detached" });
});

test("what is said of a weight goes with the keyboard, and goes away with it", async () => {
  const page = await openRun(site);
  const card = page.locator(".parameter-card");
  await neuron(page, 1, 1).focus();
  await page.keyboard.press("ArrowLeft");
  await card.getByText("from input x₁ to neuron 1 of layer 1").waitFor();
  await page.keyboard.press("ArrowRight");
  await card.waitFor({ state: "detached" });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await card.getByText("from neuron 2 of layer 1 to neuron 2 of layer 2").waitFor();
});

test("what is done by hand before the start is called so, and other initial weights say that they undo it", async () => {
  const page = await openRun(site);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await page.getByText("Set by hand before the start").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New seed" }).click();
  await notice(page).getByText("The new run takes back what was done by hand: w²₁₁ is no longer frozen.").waitFor();
  expect(await page.getByText("Set by hand before the start").count()).toBe(0);
});

test("a frozen weight stays what it is while all others learn", async () => {
  const page = await openRun(site);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  await editor(page).getByRole("slider").fill("1.5");
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await expect.poll(() => editor(page).locator(".readings-line").textContent()).toMatch(/= 0$/);
  await trainEpochs(page, 20);
  await expect.poll(() => neuron(page, 2, 1).getAttribute("aria-label")).toContain("weights 1.50 from");
  expect(await editor(page).getByLabel("Value", { exact: true }).inputValue()).toBe("1.5");
  await expect.poll(() => page.locator(".links[role=img]").getAttribute("aria-label")).toContain("1 of the parameters frozen");
  // Another neuron's weights are other parameters; it is still frozen.
  await page.getByRole("button", { name: "Add a neuron of layer 1" }).click();
  await expect.poll(() => settingsOf(page).get("layers")).toBe("5,4");
  await expect
    .poll(() =>
      editor(page)
        .getByRole("checkbox", { name: /Freeze/ })
        .isChecked(),
    )
    .toBe(true);
  await trainEpochs(page, 5);
  await expect.poll(() => neuron(page, 2, 1).getAttribute("aria-label")).toContain("weights 1.50 from");
});

test("the arrow keys walk from a neuron over its weights to its bias; Enter edits, Escape returns", async () => {
  const page = await openRun(site);
  await neuron(page, 3, 1).focus();
  await page.keyboard.press("ArrowLeft");
  const handle = page.locator(".parameter-handle");
  await expect.poll(() => handle.getAttribute("aria-label")).toMatch(/^w³₁₁, from neuron 1 of layer 2 to the output neuron/);
  for (let k = 2; k <= 4; k++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => handle.getAttribute("aria-label")).toMatch(/^w³₁₄/);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => handle.getAttribute("aria-label")).toMatch(/^b³₁, bias of the output neuron: 0\.00/);
  await page.keyboard.press("Enter");
  await expect
    .poll(() =>
      editor(page)
        .getByLabel("Value", { exact: true })
        .evaluate((box) => box === document.activeElement),
    )
    .toBe(true);
  await expect.poll(() => editor(page).getByLabel("Value", { exact: true }).inputValue()).toBe("0");
  await page.keyboard.type("0.75");
  await page.keyboard.press("Enter");
  await expect.poll(() => neuron(page, 3, 1).getAttribute("aria-label")).toContain("bias 0.75");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => handle.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => neuron(page, 2, 4).evaluate((button) => button === document.activeElement)).toBe(true);
});
