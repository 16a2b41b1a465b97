/** The microscope: BP1 to BP4 by hand, from the matrices on screen, against what the page says comes out. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { number, openRun, settingsOf, useSite } from "./site.ts";

const site = useSite();

type Matrix = number[][];

const value = (text: string): number => Number(text.replace("−", "-").replace("−", "-"));

/** The matrices of the phase by name, as the tables have them. */
async function matrices(page: Page): Promise<Record<string, Matrix>> {
  const tables = page.locator(".matrix table");
  const read = await tables.evaluateAll((all) =>
    all.map((table) => [
      (table.getAttribute("aria-label") ?? "").split(",")[0] ?? "",
      [...table.querySelectorAll("tbody tr")].map((row) =>
        [...row.querySelectorAll("td:not(.index)")].map((cell) => cell.textContent ?? ""),
      ),
    ]),
  );
  return Object.fromEntries((read as [string, string[][]][]).map(([name, rows]) => [name, rows.map((row) => row.map(value))]));
}

const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => (b[0] ?? []).map((_, c) => row.reduce((sum, x, k) => sum + x * (b[k]?.[c] ?? Number.NaN), 0)));
const entrywise = (a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix =>
  a.map((row, r) => row.map((x, c) => f(x, b[r]?.[c] ?? Number.NaN)));
const mean = (row: number[]): number => row.reduce((sum, x) => sum + x, 0) / row.length;

/** Four decimals are on screen, and products of two such numbers are compared. */
function expectClose(actual: Matrix | undefined, expected: Matrix): void {
  expect(actual?.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  for (const [r, row] of expected.entries())
    for (const [c, x] of row.entries())
      expect(Math.abs((actual?.[r]?.[c] ?? Number.NaN) - x)).toBeLessThan(2e-3 * Math.max(1, Math.abs(x)));
}

async function openMicroscope(settings: string): Promise<(phase: string) => Promise<Record<string, Matrix>>> {
  const page = await openRun(site, `view=microscope&${settings}`);
  await page.getByRole("button", { name: "z¹ a¹", exact: true }).click();
  await page.getByRole("checkbox", { name: "whole mini-batch" }).check();
  await page.getByRole("checkbox", { name: "numbers" }).check();
  return async (phase) => {
    await page.getByRole("button", { name: phase, exact: true }).click();
    await page.locator(`.phases [aria-current]`, { hasText: phase.split(" BP")[0] as string }).waitFor();
    return matrices(page);
  };
}

describe("the four equations from the numbers on screen", () => {
  test("forward, BP1, BP2 and BP3, BP4 of a network of tanh", async () => {
    const at = await openMicroscope("layers=3,4&batchSize=6&noise=0.3");
    const first = await at("z¹ a¹");
    const bias = (first["b¹"] ?? []).map((row) => Array.from({ length: 6 }, () => row[0] ?? Number.NaN));
    expectClose(
      first["z¹"],
      entrywise(times(first["W¹"] ?? [], first["a⁰"] ?? []), bias, (x, y) => x + y),
    );
    expectClose(
      first["a¹"],
      (first["z¹"] ?? []).map((row) => row.map(Math.tanh)),
    );

    const cost = await at("cost");
    const bp1 = await at("δ³ BP1");
    // The quadratic cost's gradient is a - y.
    expectClose(
      bp1["∇ₐC"],
      entrywise(cost["a³"] ?? [], cost.y ?? [], (a, y) => a - y),
    );
    expectClose(
      bp1["δ³"],
      entrywise(cost["a³"] ?? [], cost.y ?? [], (a, y) => (a - y) * (1 - a * a)),
    );

    const second = await at("z² a²");
    const third = await at("z³ a³");
    const bp2 = await at("δ² BP2");
    expectClose(
      bp2["(W³)ᵀ"],
      (third["W³"]?.[0] ?? []).map((w) => [w]),
    );
    const back = times(bp2["(W³)ᵀ"] ?? [], bp1["δ³"] ?? []);
    expectClose(
      bp2["δ²"],
      entrywise(back, second["a²"] ?? [], (x, a) => x * (1 - a * a)),
    );

    const bp3 = await at("∂C/∂b BP3");
    const bp4 = await at("∂C/∂W BP4");
    const delta1 = (await at("δ¹ BP2"))["δ¹"] ?? [];
    expectClose(
      bp3["∂C/∂b¹"],
      delta1.map((row) => [mean(row)]),
    );
    expectClose(
      bp4["∂C/∂W¹"],
      times(delta1, bp4["(a⁰)ᵀ"] ?? []).map((row) => row.map((x) => x / 6)),
    );
  });

  test("BP1 of softmax with log-likelihood is a - y", async () => {
    const at = await openMicroscope("data=blobs&output=softmax&cost=logLikelihood&layers=3&batchSize=5");
    const cost = await at("cost");
    expect((cost.y ?? []).length).toBe(3);
    expectClose(
      (await at("δ² BP1"))["δ²"],
      entrywise(cost["a²"] ?? [], cost.y ?? [], (a, y) => a - y),
    );
  });
});

test("the difference quotient beside an error and beside a gradient agrees with it", async () => {
  const page = await openRun(site, "view=microscope&phase=error.1");
  await page.locator(".difference .agrees").waitFor();
  await page.getByRole("button", { name: "∂C/∂W BP4" }).click();
  await page.locator(".difference", { hasText: "∂C/∂w" }).locator(".agrees").waitFor();
});

test("Prove it checks every parameter, and says so", async () => {
  const page = await openRun(site, "view=microscope&layers=3&l2=0.01");
  await page.getByRole("button", { name: "Prove it" }).click();
  await page.getByText("All 13 parameters agree").waitFor();
  expect(await page.locator(".proof tbody tr").count()).toBe(13);
  expect(await page.locator(".proof tbody th").allTextContents()).toContain("w¹₃₂");
  // One by one, too.
  for (const row of await page.locator(".proof tbody tr").all()) {
    const [byBackpropagation, byDifference] = (await row.locator("td").allTextContents()).map(value);
    expect(byBackpropagation).toBeCloseTo(byDifference as number, 6);
  }
});

test("Next goes through all phases, performs the iteration, and Back returns; the phase stands in the link", async () => {
  const page = await openRun(site, "view=microscope&layers=3");
  await page.locator(".phases [aria-current]").waitFor();
  const phases = await page.locator(".phases li").count();
  for (let i = 1; i < phases; i++) await page.keyboard.press("ArrowRight");
  await page.locator(".phases [aria-current]", { hasText: "update" }).waitFor();
  expect(settingsOf(page).get("phase")).toBe("update");
  const updated = value((await page.locator(".expansion .result").last().textContent()) ?? "");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.locator(".phases [aria-current]", { hasText: "batch" }).waitFor();
  await page.getByText("iteration 2,").waitFor();
  await page.getByRole("button", { name: "∂C/∂W BP4" }).click();
  await page.getByRole("button", { name: "update", exact: true }).click();
  await page.getByRole("checkbox", { name: "numbers" }).check();
  // The weight is now what the update said it would be.
  expect((await matrices(page))["W¹"]?.[0]?.[0]).toBeCloseTo(updated, 3);
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.locator(".phases [aria-current]", { hasText: "∂C/∂W" }).waitFor();
});

test("pointing at a symbol lights its place in the drawing, and pointing at a neuron its symbols", async () => {
  const page = await openRun(site, "view=microscope&phase=error.1&layers=3,2");
  await page.locator('.formulas [data-symbol="deltaAfter"]').hover();
  await expect.poll(() => page.locator(".microscope-view .neuron.lit").count()).toBe(2);
  await page.getByRole("button", { name: /^Neuron 2 of layer 1/ }).hover();
  await expect.poll(() => page.locator('.formulas [data-symbol="delta"].lit').count()).toBe(1);
  await page.getByRole("button", { name: /^Neuron 2 of layer 1/ }).click();
  await page.getByText("Neuron 2 fed every neuron of layer 2").waitFor();
});

test("training goes on under the microscope when the view is left, and its numbers follow", async () => {
  const page = await openRun(site, "layers=3");
  await page.getByRole("button", { name: "1 epoch" }).click();
  await expect.poll(() => number(page, "epoch")).toBe(1);
  await page.getByRole("link", { name: "Microscope" }).click();
  await page.getByText("iteration 16,").waitFor();
  expect(settingsOf(page).get("view")).toBe("microscope");
  await page.goBack();
  await expect.poll(() => number(page, "epoch")).toBe(1);
});
