/** The network written as one function, and its symbols in the drawing. */
import { expect, test } from "vitest";
import { linkMiddle, neuron } from "./network.ts";
import { openRun, useSite, violations } from "./site.ts";

const site = useSite();

test("the formula shows what is pointed at in the drawing", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "formula" }).click();
  await page.getByRole("group", { name: "The network as one function" }).waitFor(); // the drawing makes room for it
  const lit = () =>
    expect.poll(() =>
      page.locator(".composite-panel .lit").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.symbol)),
    );
  await neuron(page, 1, 2).hover();
  await lit().toEqual(["function 1"]);
  await neuron(page, 0, 1).hover();
  await lit().toEqual(["neurons 0"]);
  await neuron(page, 3, 1).hover();
  await lit().toEqual(["neurons 3"]);
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.mouse.move(x, y);
  await lit().toEqual(["weights 2"]);
  await page.mouse.move(5, 5);
  await lit().toEqual([]);
});

test("the formula is the network's own, and its symbols show their places", async () => {
  const page = await openRun(site, "layers=3,2&activations=relu,sigmoid");
  await page.getByRole("button", { name: "formula" }).click();
  const formula = page.getByRole("group", { name: "The network as one function" });
  await expect
    .poll(async () => (await formula.textContent())?.replaceAll(/\s/g, ""))
    .toBe("a3=tanh(W3sigmoid(W2ReLU(W1x+b1)+b2)+b3)");
  await page.getByText("Depth 3").waitFor();
  await page.getByText("20 parameters: 14 weights and 6 biases").waitFor();
  await formula.locator('[data-symbol="neurons 3"]').hover();
  await expect.poll(() => page.locator(".neuron.lit").count()).toBe(1);
  // Weights and biases stand out from all others, in a picture of their own for each layer.
  const drawn = () =>
    page.locator(".drawing canvas").evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join());
  const pictures = [await drawn()];
  for (const symbol of ["weights 1", "weights 2", "biases 1", "biases 2"]) {
    await formula.locator(`[data-symbol="${symbol}"]`).hover();
    await expect.poll(async () => pictures.includes(await drawn()), { message: symbol }).toBe(false);
    pictures.push(await drawn());
  }
  await formula.locator('[data-symbol="function 1"]').focus();
  await expect.poll(() => page.locator(".head.lit").textContent()).toContain("Layer 1");
  expect(await violations(page)).toEqual([]);
});
