import { describe, expect, test } from "vitest";
import { openRun, useSite } from "./site.ts";

const site = useSite();

describe("the formula of what a control sets stands in its tooltip", () => {
  test.each([
    ["learning-rate", "small learns slowly", "∂C"],
    ["batch-size", "a few are a mini-batch", "∇C"],
    ["cost-choice", "What training makes small", "∥y"],
    ["activations", "applies to its weighted input", "tanh"],
  ])("%s", async (spot, sentence, part) => {
    const page = await openRun(site);
    await page.locator(`[data-spot="${spot}"]`).first().hover();
    const tooltip = page.locator("#tooltip");
    await tooltip.getByText(sentence).waitFor();
    const formula = (await tooltip.locator("math").first().textContent()) ?? "";
    expect(formula.replaceAll("‖", "∥")).toContain(part);
  });
});

test("an activation function is drawn with its slope, for the layer that is pointed at; the instrument goes with the tooltip", async () => {
  const page = await openRun(site, "activations=relu,sigmoid");
  const tooltip = page.locator("#tooltip");
  for (const [layer, name] of [
    [0, "ReLU"],
    [1, "sigmoid"],
  ] as const) {
    await page.locator('[data-spot="activations"]').nth(layer).hover();
    await expect.poll(() => tooltip.locator("b").textContent()).toBe(name);
    // Something is drawn: not all pixels are alike.
    await expect
      .poll(() =>
        tooltip.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
          // Of a copy: Chromium warns of a canvas that is read again and again.
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d") as OffscreenCanvasRenderingContext2D;
          copy.drawImage(canvas, 0, 0);
          return new Set(copy.getImageData(0, 0, canvas.width, canvas.height).data).size;
        }),
      )
      .toBeGreaterThan(5);
    await page.keyboard.press("Escape");
    await page.mouse.move(640, 690);
  }
  expect(await tooltip.locator("canvas").count()).toBe(0);
});

test("a schedule is drawn with its numbers, also under More and by keyboard", async () => {
  const page = await openRun(site, "schedule=cosine&scheduleEpochs=40");
  await page.getByRole("button", { name: /^More/ }).click();
  await page.getByRole("combobox", { name: "Optimiser" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.getByRole("combobox", { name: "Schedule of η" }).focus();
  const tooltip = page.locator("#tooltip");
  await tooltip.getByText("How the learning rate changes from epoch to epoch").waitFor();
  await tooltip.getByText("over 120 epochs").waitFor();
  expect(await tooltip.locator("canvas").count()).toBe(1);
});
