/** The instruments under the microscope: the batch on its plane, the fan, the gauge, the chain; their numbers worked out anew. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { loadModule, pointsOf, startSession, traceOf, trainingTraces } from "../../bindings/module.ts";
import { openRun, settingsOf, useSite } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const value = (text: string | null): number => Number((text ?? "").replaceAll("−", "-").replaceAll(",", ""));
const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => sum(Array.from(a, (x, i) => x * (b[i] ?? Number.NaN)));

const gauge = (page: Page, row: "mini-batch" | "training set"): Promise<number[]> =>
  page
    .locator(".gauge tbody tr", { hasText: row })
    .locator("td")
    .allTextContents()
    .then((texts) => texts.map(value));

/** Four decimals are on screen. */
const asShown = (x: number): number => Number(Math.abs(x) < 0.001 ? x.toExponential(1) : x.toFixed(4));

test.each(["layers=3,2", "data=blobs&layers=4&learningRate=0.3"])(
  "%s: the gauge foretells the gradient times the step, and tells what the cost then does",
  async (settings) => {
    const session = startSession(module, settings);
    const next = session.nextIteration();
    const batchCost = (): number => mean(Array.from(next.points, (point) => traceOf(session, point).cost));
    const trainingCost = (): number => mean(trainingTraces(session).map(({ cost }) => cost));
    // The gradient of the batch from the gradients of its examples, one by one.
    const traces = Array.from(next.points, (point) => traceOf(session, point));
    const predicted = mean(traces.map(({ gradient }) => dot(gradient, next.step)));
    const predictedOfAll = mean(trainingTraces(session).map(({ gradient }) => dot(gradient, next.step)));
    const before = [batchCost(), trainingCost()] as const;
    session.train(1);
    const [actual, actualOfAll] = [batchCost() - before[0], trainingCost() - before[1]];

    const page = await openRun(site, `view=microscope&phase=update&${settings}`);
    await expect.poll(() => gauge(page, "mini-batch")).toEqual([asShown(predicted), asShown(actual)]);
    expect(await gauge(page, "training set")).toEqual([asShown(predictedOfAll), asShown(actualOfAll)]);
  },
);

test("raising the learning rate right there breaks the straight line, and the gauge says so", async () => {
  const page = await openRun(site, "view=microscope&layers=4,4&learningRate=0.01");
  const verdict = page.locator(".gauge .verdict");
  await verdict.getByText("The straight line holds").waitFor();
  const [foretold] = await gauge(page, "mini-batch");
  const past = page.locator(".gauge").getByText("the steps before");
  expect(await past.count()).toBe(0);
  await page.getByRole("button", { name: "Raise Learning rate" }).click();
  await expect.poll(() => settingsOf(page).get("learningRate")).toBeNull(); // 0.03 is what a link leaves out
  await expect.poll(async () => (await gauge(page, "mini-batch"))[0]).toBeCloseTo(3 * (foretold as number), 2);
  for (let i = 0; i < 6; i++) await page.getByRole("button", { name: "Raise Learning rate" }).click();
  await verdict.getByText(/The step is too long|The cost is curved/).waitFor();
  // Step by step the picture grows by one.
  const steps = page.locator(".gauge canvas");
  await page.locator(".gauge").getByRole("button", { name: "1 iteration" }).click();
  await page.locator(".gauge").getByRole("button", { name: "1 iteration" }).click();
  await expect.poll(() => steps.getAttribute("aria-label"), { timeout: 3000 }).toMatch(/^The last 3 steps\. Iteration 3:/);
  await past.waitFor();
});

test("the fan: one example's gradients are those of the examples, and all of them together are the full gradient", async () => {
  const session = startSession(module, "layers=3");
  const gradients = trainingTraces(session).map(({ gradient }) => gradient);
  const full = Array.from({ length: gradients[0]?.length ?? 0 }, (_, i) => mean(gradients.map((gradient) => gradient[i] ?? 0)));
  const cosines = gradients.map((gradient) => dot(gradient, full) / Math.sqrt(dot(gradient, gradient) * dot(full, full)));
  const fan = session.gradientFan(1, 24, 1);
  for (const cosine of fan.cosines) expect(Math.min(...cosines.map((other) => Math.abs(other - cosine)))).toBeLessThan(1e-4);

  const page = await openRun(site, "view=microscope&layers=3");
  const slider = page.getByRole("slider", { name: "Examples in a mini-batch" });
  await slider.press("Home");
  expect(await slider.getAttribute("aria-valuetext")).toBe("1");
  await page
    .locator(".fan")
    .getByText(`Mean cosine ${mean([...fan.cosines]).toFixed(3)}`)
    .waitFor();
  await slider.press("End");
  const all = pointsOf(session).filter(({ part }) => part === 0).length;
  expect(await slider.getAttribute("aria-valuetext")).toBe(`all ${all}`);
  await page.locator(".fan").getByText("Mean cosine 1.000: an angle of 0°").waitFor();
  // It measures; it does not change the run.
  expect(settingsOf(page).get("batchSize")).toBeNull();
});

test("a click on a point of the mini-batch chooses that example, and the link keeps it", async () => {
  const session = startSession(module, "noise=0.3");
  const { points } = session.nextIteration();
  const chosen = pointsOf(session)[points[6] as number];
  const half = session.planeHalf();
  const page = await openRun(site, "view=microscope&noise=0.3");
  const plane = page.locator(".batch-plane .plane");
  const box = await plane.boundingBox();
  if (!chosen || !box) throw new Error("no point or no plane");
  const across = (1 + chosen.x / half) / 2;
  const down = (1 - chosen.y / half) / 2;
  await plane.click({ position: { x: across * box.width, y: down * box.height } });
  await page.getByText("Example 7 of 10 enters as").waitFor();
  expect(settingsOf(page).get("focus")).toBe("1.1.1.7");
  const trace = traceOf(session, points[6] as number);
  const shown = Array.from(trace.activations[0] ?? [], (x) => x.toFixed(4).replace("-", "−")).join(", ");
  await page.getByText(`a⁰ = (${shown})`).waitFor();
});

test.each([
  ["layers=3,2", "1.2.1.3", 2],
  ["layers=3,2&data=blobs", "1.2.2.1", 18],
  ["layers=3", "2.1.3.2", 1],
])(
  "the chain of a weight with %s, focus %s: each path's factors make its product, and all paths the entry",
  async (settings, focus, paths) => {
    const page = await openRun(site, `view=microscope&phase=weights&${settings}&focus=${focus}`);
    const chain = page.locator(".chain");
    await chain.getByText(paths === 1 ? "along one path" : `along ${paths} paths`).waitFor();
    const products: number[] = [];
    for (const path of await chain.locator("li").all()) {
      const factors = (await path.locator(".factor b").allTextContents()).map(value);
      const product = factors.pop() as number;
      const made = factors.reduce((total, factor) => total * factor, 1);
      // Factors have four decimals or two digits.
      expect(Math.abs(made - product)).toBeLessThan(0.06 * Math.abs(product) + 1e-4);
      products.push(product);
    }
    expect(products.length).toBe(Math.min(paths, 6));
    const [layer, neuron, from, example] = focus.split(".").map(Number) as [number, number, number, number];
    const session = startSession(module, settings);
    const trace = traceOf(session, session.nextIteration().points[example - 1] as number);
    const entry = (trace.errors[layer]?.[neuron - 1] ?? 0) * (trace.activations[layer - 1]?.[from - 1] ?? 0);
    expect(value(await chain.locator(".result").textContent())).toBe(asShown(entry));
    expect(await chain.locator(".agrees").count()).toBe(1);
    if (paths <= 6) expect(sum(products)).toBeCloseTo(entry, 3);
  },
);

test("pointing at a path shows it in the drawing and nothing else", async () => {
  const page = await openRun(site, "view=microscope&phase=weights&layers=3,2&focus=1.2.1.1");
  await page.locator(".chain li button").first().hover();
  // One neuron of each of the four layers.
  await expect.poll(() => page.locator(".bench .neuron.active").count()).toBe(4);
  await page.mouse.move(2, 2);
  await expect.poll(() => page.locator(".bench .neuron.active").count()).toBe(3);
});

test("pointing at a weight names its row j and its column k in the matrix, and the link keeps the one that was chosen", async () => {
  const page = await openRun(site, "view=microscope&phase=forward.2&layers=3,4&focus=2.3.2.1");
  await page.locator(".matrix .index", { hasText: "j=3" }).waitFor();
  await page.locator(".matrix .index", { hasText: "k=2" }).waitFor();
  await page.getByText("leads to neuron 3 from neuron 2").waitFor();
  // The straight link between the first neurons of layers 1 and 2, half way.
  const centre = async (name: RegExp): Promise<{ x: number; y: number }> => {
    const box = await page.getByRole("button", { name }).boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  const [from, to] = [await centre(/^Neuron 2 of layer 1/), await centre(/^Neuron 1 of layer 2/)];
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.locator(".matrix .index", { hasText: "j=1" }).waitFor();
  await page.getByText("to j = 1 (row) from k = 2 (column)").waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => settingsOf(page).get("focus")).toBe("2.1.2.1");
});

test("the update of plain gradient descent is worked out with η and the gradient; with a penalty, with its gradient too", async () => {
  const page = await openRun(site, "view=microscope&phase=update&layers=3&focus=1.2.1.1");
  const line = async (): Promise<number[]> =>
    ((await page.locator(".expansion p").textContent()) ?? "").match(/−?\d+(\.\d+)?(e−\d+)?/g)?.map(value) ?? [];
  await expect.poll(async () => (await line()).length).toBe(4);
  const [w, eta, gradient, moved] = (await line()) as [number, number, number, number];
  expect(eta).toBe(0.03);
  expect(w - eta * gradient).toBeCloseTo(moved, 3);
  const penalised = await openRun(site, "view=microscope&phase=update&layers=3&l2=0.5&focus=1.2.1.1");
  await penalised.getByText("the penalty has a gradient of its own").waitFor();
});

test("indices of several digits stand apart in the formulas", async () => {
  const page = await openRun(site, "view=microscope&phase=update&layers=12&focus=1.11.2.1");
  const indices = async (formula: string): Promise<string[]> =>
    (await page.locator(`${formula} :is(msub, msubsup) > mrow`).allTextContents()).filter((text) => /\d/.test(text));
  await expect.poll(async () => new Set(await indices(".expansion"))).toEqual(new Set(["11,2"]));
  await page.getByRole("button", { name: "Neuron j: the one before" }).click();
  await page.getByRole("button", { name: "Neuron j: the one before" }).click();
  await expect.poll(async () => new Set(await indices(".expansion"))).toEqual(new Set(["92"]));
});

test("the update names what makes the step: an optimiser with its rules, or clipping and dropout", async () => {
  const page = await openRun(site, "view=microscope&phase=update&layers=3&optimizer=adam&beta1=0.8&focus=1.2.1.1");
  await page.getByText("The optimiser, Adam, makes a step").waitFor();
  // m, v, w, and what is done with the step.
  expect(await page.locator(".equation .formula math").count()).toBeGreaterThanOrEqual(4);
  await page.getByText("β₁ 0.8, β₂ 0.999.").waitFor();
  const clipped = await openRun(site, "view=microscope&phase=update&layers=3&dropout=0.5&clipNorm=0.01");
  await clipped.getByText("clipping and dropout have a hand in it").waitFor();
  await clipped.getByRole("button", { name: "Back" }).first().click();
  await clipped.getByText("Here the whole network is shown").waitFor();
});
