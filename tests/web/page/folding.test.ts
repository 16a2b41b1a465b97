/** The folding: what is on screen against the module in Node, the slider by mouse, keyboard and link, and that it is for everybody. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, FoldingStage } from "../../../bindings/backprop.d.ts";
import { loadModule, startSession, trainEpochs as trainSession } from "../../bindings/module.ts";
import { testAtEverySize } from "./at-every-size.ts";
import { openRun, settingsOf, trainEpochs, useSite } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const slider = (page: Page) => page.getByRole("slider", { name: "How far through the network" });
const phase = (page: Page) => settingsOf(page).get("phase");

const written = (value: number): string => value.toFixed(2).replace("-", "−");

/** The mean place of a class's points in a stage, as it is written. */
function middleOf(stage: FoldingStage, points: Float32Array, label: number): string {
  const of = [...stage.points.keys()].filter((i) => i % 2 === 0 && points[2 * i + 2] === label);
  const mean = (axis: number): number => of.reduce((sum, i) => sum + (stage.points[i + axis] ?? 0), 0) / of.length;
  return `(${written(mean(0))}, ${written(mean(1))})`;
}

test("what is told of each stage is the module's, before training and after", async () => {
  const settings = "layers=3,2&learningRate=0.1&seed=3";
  // Without motion, each stage is there at once.
  const page = await openRun(site, `view=folding&${settings}`, { reducedMotion: "reduce" });
  const session = startSession(module, settings);
  for (const epochs of [0, 10]) {
    if (epochs > 0) await trainEpochs(page, epochs);
    trainSession(session, epochs);
    const points = session.points();
    for (const { name, step, layer } of [
      { name: "+b², to z² = W²a¹ + b²", step: "biases", layer: 2 },
      { name: "σ, to a¹ = σ(z¹)", step: "activation", layer: 1 },
      { name: "x, the plane", step: "plane", layer: 0 },
      { name: "σ, to a³ = σ(z³)", step: "activation", layer: 3 },
    ]) {
      await page.getByRole("button", { name, exact: true }).click();
      const stage = session.folding(2).find((of) => of.step === step && of.layer === layer);
      if (stage === undefined) throw new Error(`no stage ${name}`);
      const middles = [0, 1].map((c) => `class ${c} around ${middleOf(stage, points, c)}`).join(", ");
      await page.getByRole("img", { name: middles }).waitFor();
      if (stage.directions.length > 4) {
        const share = `${(100 * ((stage.shares[0] ?? 0) + (stage.shares[1] ?? 0))).toFixed(1)} % of the variance`;
        await page.locator(".fold-legend").getByText(share).waitFor();
      }
      expect(await page.locator(".line-cut").count()).toBe(stage.cut === null ? 0 : 1);
    }
  }
});

test("the link leads to a stage, the ticks and the keyboard lead on, and the link follows", async () => {
  const page = await openRun(site, "view=folding&phase=1.sigma&layers=2");
  await expect.poll(() => slider(page).inputValue()).toBe("3");
  await page.getByRole("button", { name: "W², to W²a¹", exact: true }).click();
  await expect.poll(() => phase(page)).toBe("2.weights");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => phase(page)).toBe("2.bias");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => slider(page).inputValue()).toBe("4");
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect.poll(() => phase(page)).toBe(null);
  for (let i = 1; i <= 12; i++) {
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => Number(await slider(page).inputValue())).toBeCloseTo(0.05 * i);
  }
  expect(phase(page)).toBe("1.weights");
  expect(await slider(page).getAttribute("aria-valuetext")).toBe("near W¹a⁰");
  await page.keyboard.press("End");
  await expect.poll(() => phase(page)).toBe("2.sigma");
});

test.each(["no-preference", "reduce"] as const)("carried through, it comes to the end (motion: %s)", async (reducedMotion) => {
  const page = await openRun(site, "view=folding&phase=1.sigma&layers=", { reducedMotion });
  await page.getByRole("button", { name: "x, the plane", exact: true }).click();
  const places = new Set<string>();
  await page.getByRole("button", { name: "Carry through" }).click();
  await expect
    .poll(
      async () => {
        places.add(await slider(page).inputValue());
        return phase(page);
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBe("1.sigma");
  const between = [...places].filter((place) => !Number.isInteger(Number(place)));
  expect(between.length > 0).toBe(reducedMotion === "no-preference");
  await page.getByRole("button", { name: "Carry through" }).waitFor();
});

test("a ready case begins its run, which folds the plane until the cut is clean", async () => {
  const page = await openRun(site, "view=folding&phase=2.sigma");
  await page.getByRole("button", { name: "Circle, three then two" }).click();
  await expect.poll(() => settingsOf(page).get("layers")).toBe("3,2");
  await trainEpochs(page, 50);
  await page.getByRole("img", { name: /100 % of the training points are on the side of their own/ }).waitFor();
  await page.getByText("100 % of the training points are right").waitFor();
});

testAtEverySize(site, "view=folding&phase=2.sigma", (page) => page.getByRole("img", { name: /^The plane's grid/ }));
