/** The landscape: the numbers on screen against the module in Node, the choice of weights, and that it is there for everybody. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { follow } from "../../../web/src/page/ui/landscape/patch.ts";
import { loadModule, startSession } from "../../bindings/module.ts";
import { testAtEverySize } from "./at-every-size.ts";
import { number, openRun, settingsOf, useSite } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const numberOf = (text: string): number => Number(text.replaceAll("−", "-"));

/** The table of the next step: the numbers of each row by its name. */
async function rows(page: Page): Promise<Record<string, number[]>> {
  const read = await page
    .locator(".step-numbers tr")
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector("th[scope=row]")?.textContent ?? "",
        ...[...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "").filter((text) => text !== ""),
      ]),
    );
  return Object.fromEntries(read.map(([name = "", ...numbers]) => [name, numbers.map(numberOf)]));
}

async function step(page: Page, iterations: number): Promise<void> {
  const target = (await number(page, "iteration")) + iterations;
  for (let i = 0; i < iterations; i++) await page.getByRole("button", { name: "1 iteration" }).click();
  await expect.poll(() => number(page, "iteration")).toBe(target);
}

function expectRow(row: number[] | undefined, expected: number[]): void {
  expect(row).toHaveLength(expected.length);
  // Two digits at least are on screen.
  for (const [i, value] of expected.entries())
    expect(Math.abs((row?.[i] ?? Number.NaN) - value)).toBeLessThan(6e-5 + 0.06 * Math.abs(value));
}

test("the next step, in two weights and all others, is the module's; so are the prediction and what happens", async () => {
  const settings = "data=xor&layers=3&learningRate=0.3&l2=0.01";
  const page = await openRun(site, `view=landscape&phase=w1.2.1,b2.1&${settings}`);
  await page.getByRole("button", { name: "1 iteration" }).waitFor();
  await step(page, 5);
  const session = startSession(module, settings);
  session.train(5);
  const [first, second] = [2, 12];
  const gradient = session.gradientCheck(0, 13).byBackpropagation;
  const { step: dw } = session.nextIteration();
  const { predicted, actual } = session.forecast().training;
  const part = (i: number): number[] => [gradient[i] ?? 0, dw[i] ?? 0, (gradient[i] ?? 0) * (dw[i] ?? 0)];
  await expect.poll(async () => Math.abs(((await rows(page))["∇C · Δw, foretold"]?.[0] ?? 9) - predicted) < 1e-3).toBe(true);
  const read = await rows(page);
  expectRow(read["w¹₂₁"], part(first));
  expectRow(read["b²₁"], part(second));
  const others = [...dw.keys()].filter((i) => i !== first && i !== second);
  expectRow(read["all others"], [others.reduce((sum, i) => sum + (gradient[i] ?? 0) * (dw[i] ?? 0), 0)]);
  expectRow(read["∇C · Δw, foretold"], [predicted]);
  expectRow(read["ΔC, what happens"], [actual]);
  // The ball stands where the two weights are, and began where they were.
  const w = session.parameters();
  const begin = startSession(module, settings).parameters();
  const place = (of: Float32Array): string =>
    `(${[first, second].map((i) => (of[i] ?? 0).toFixed(2).replace("-", "−")).join(", ")})`;
  await page.getByRole("img", { name: `Training began at ${place(begin)} and is at ${place(w)}` }).waitFor();
});

test("weights are chosen by name, stand in the link, and another kind of plane says what it is", async () => {
  const page = await openRun(site, "view=landscape&layers=3");
  await page.getByRole("combobox", { name: "to the right" }).selectOption("w¹₂₂");
  await expect.poll(() => settingsOf(page).get("phase")).toBe("w1.2.2,w2.1.1");
  await page.getByRole("combobox", { name: "upwards" }).selectOption("b²₁");
  await expect.poll(() => settingsOf(page).get("phase")).toBe("w1.2.2,b2.1");
  await page.getByRole("img", { name: /^The cost over w¹₂₂ and b²₁/ }).waitFor();
  await page.getByRole("combobox", { name: "Over" }).selectOption("two random directions");
  await expect.poll(() => settingsOf(page).get("phase")).toBe("random");
  await page.getByText("scaled to the size of each neuron's own weights").waitFor();
  await page.getByRole("button", { name: "Other directions" }).click();
  await expect.poll(() => settingsOf(page).get("phase")).toBe("random.2");
  await page.getByRole("combobox", { name: "Over" }).selectOption("the path's principal directions");
  await step(page, 3);
  await page.getByRole("img", { name: /^The cost over direction 1 and direction 2.*is at \(0\.00, 0\.00\)/ }).waitFor();
});

test("the reach is set by keyboard, and the picture follows it", async () => {
  const page = await openRun(site, "view=landscape");
  const reach = page.getByRole("slider", { name: "Reach" });
  await expect.poll(() => reach.getAttribute("aria-valuetext")).toBe("± 0.5");
  await reach.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => reach.getAttribute("aria-valuetext")).toBe("± 2");
  const session = startSession(module);
  const w = session.parameters();
  const { u, v } = follow({ u: 0, v: 0, reach: 0.5 }, w[0] ?? 0, w[12] ?? 0);
  const { costs } = session.pairSurface(0, 12, u, v, 2, 49) ?? { costs: new Float32Array() };
  const lowest = Math.min(...costs).toFixed(2);
  await expect.poll(() => page.locator(".surface-legend .heights").textContent()).toContain(lowest);
});

test("a network that is too large says so", async () => {
  const page = await openRun(site, "view=landscape&layers=128,128,128&points=1000");
  await page.getByText("is too large for a surface").waitFor();
  expect(await page.locator(".surface").count()).toBe(0);
});

testAtEverySize(site, "view=landscape", (page) => page.getByRole("img", { name: /^The cost over/ }));
