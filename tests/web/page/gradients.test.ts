/** The lens on gradients: the numbers on screen are the module's for the same link and iteration. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import { cases } from "../../../web/src/page/ui/gradients/cases.ts";
import { loadModule, startSession } from "../../bindings/module.ts";
import { number, openRun, overflow, settingsOf, trainEpochs, useSite } from "./site.ts";
import { openNoting } from "./what-comes.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const sigmoid = cases[0]?.settings ?? "";

const value = (text: string): number => {
  const plain = text.replaceAll("−", "-").replaceAll(",", "");
  return plain.endsWith("%") ? Number.parseFloat(plain) / 100 : plain === "–" ? Number.NaN : Number(plain);
};

/** The rows of a table, from layer 1 to the output, as numbers; what is written across two columns counts for both. */
async function rows(page: Page, table: string): Promise<number[][]> {
  const texts = await page
    .locator(`.lens ${table} tbody tr`)
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll("td")]
          .filter((cell) => !cell.querySelector("canvas"))
          .flatMap((cell) => Array.from({ length: cell.colSpan }, () => cell.textContent ?? "")),
      ),
    );
  return texts.map((row) => row.map(value)).reverse();
}

/** Two to four digits are on screen. */
function expectShown(shown: number | undefined, actual: number): void {
  if (Number.isNaN(actual)) expect(shown).toBeNaN();
  else expect(Math.abs((shown ?? Number.NaN) - actual)).toBeLessThanOrEqual(0.05 * Math.abs(actual) + 6e-5);
}

async function expectModulesNumbers(page: Page, session: Session): Promise<void> {
  const errors = await rows(page, ".errors");
  const neurons = await rows(page, ".neurons");
  const reports = session.layers();
  expect(errors).toHaveLength(reports.length);
  expect(neurons).toHaveLength(reports.length);
  for (const [i, report] of reports.entries()) {
    const [byWeights, bySlopes, error, gradient] = errors[i] ?? [];
    expectShown(byWeights, report.shrinkageByWeights);
    expectShown(bySlopes, report.shrinkageByDerivative);
    expectShown(error, report.errorNorm);
    expectShown(gradient, report.weightGradientNorm);
    const [saturated, dead] = neurons[i] ?? [];
    if (Number.isNaN(report.saturated)) expect(saturated).toBeNaN();
    else expect(Math.abs((saturated ?? Number.NaN) - report.saturated)).toBeLessThan(0.0051);
    if (!Number.isNaN(report.dead)) expect(Math.abs((dead ?? Number.NaN) - report.dead)).toBeLessThan(0.0051);
  }
  const ratio = (reports[0]?.errorNorm ?? Number.NaN) / (reports.at(-1)?.errorNorm ?? Number.NaN);
  expectShown(value((await page.locator("#error-ratio").textContent()) ?? ""), ratio);
}

describe("what stands in the tables", () => {
  test.each([
    ["vanishing", sigmoid],
    ["dead neurons and softmax", "data=blobs&layers=6,5&activations=relu&output=softmax&cost=logLikelihood&initializer=normal"],
    ["exploding", "layers=32,32,32&activations=relu&initializer=normal&output=sigmoid&cost=crossEntropy&learningRate=0.00001"],
  ])("%s: is what the module measures, before and after training", async (_name, settings) => {
    const page = await openRun(site, `view=gradients&${settings}`);
    await page.locator(".lens .errors").waitFor();
    const session = startSession(module, settings);
    await expectModulesNumbers(page, session);
    await trainEpochs(page, 3);
    session.train(3 * session.progress().iterationsPerEpoch);
    await page.getByText("now, epoch 3").waitFor();
    expect(await page.locator("#fingerprint").textContent()).toBe(session.fingerprint());
    await expectModulesNumbers(page, session);
  });

  test("the chain's factors make each error from the one above", async () => {
    const page = await openRun(site, `view=gradients&${sigmoid}`);
    await page.locator(".lens .errors").waitFor();
    const errors = await rows(page, ".errors");
    expect(errors).toHaveLength(7);
    for (const [i, [byWeights = 0, bySlopes = 0, error = 0]] of errors.slice(0, -1).entries()) {
      expect(bySlopes).toBeLessThanOrEqual(0.25);
      expectShown(error, (errors[i + 1]?.[2] ?? Number.NaN) * byWeights * bySlopes);
    }
  });
});

test("the chart has the past, also when the view is opened late, and says it in words", async () => {
  const page = await openRun(site, sigmoid);
  await trainEpochs(page, 12);
  await page.getByRole("link", { name: "Gradients" }).click();
  const chart = page.getByRole("img", { name: /by epoch, from 0 to 12: layer 1 1\.3e−5 to/ });
  await chart.waitFor();
  await page.getByRole("button", { name: "‖∂C/∂W‖" }).click();
  await page.getByRole("img", { name: /^‖∂C\/∂W‖ by epoch, from 0 to 12: layer 1 1\.7e−6 to/ }).waitFor();
});

test("a chosen layer is explained with its numbers and its slope, and stands in the link", async () => {
  const page = await openRun(site, `view=gradients&${sigmoid}`);
  await page.getByRole("button", { name: "layer 3", exact: true }).click();
  expect(settingsOf(page).get("phase")).toBe("layer.3");
  await page.getByText("the weights W4 made it").waitFor();
  const report = startSession(module, sigmoid).layers()[2];
  const sentence = (await page.getByText("the weights W4 made it").textContent()) ?? "";
  const [above, byWeights, bySlopes, error] = sentence.match(/[\d.]+(e−\d+)?/g)?.map(value) ?? [];
  expectShown(byWeights, report?.shrinkageByWeights ?? Number.NaN);
  expectShown(bySlopes, report?.shrinkageByDerivative ?? Number.NaN);
  expectShown(error, report?.errorNorm ?? Number.NaN);
  expectShown(above, startSession(module, sigmoid).layers()[3]?.errorNorm ?? Number.NaN);
  await page.getByRole("img", { name: /The activation function sigmoid and its slope.* at most 1\/4, at z = 0/ }).waitFor();
  await page.getByRole("button", { name: "output", exact: true }).click();
  await page.getByRole("img", { name: /The activation function tanh and its slope.* at most 1, at z = 0/ }).waitFor();
});

test("a case opens its run and says what there is to see", async () => {
  const page = await openRun(site, "view=gradients");
  for (const { label, settings, sentence } of cases) {
    await page.getByRole("button", { name: label, exact: true }).click();
    await page.locator(".cases .sentence", { hasText: sentence }).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe(`#view=gradients&${settings}`);
  }
});

test("frames carry readings only while the view is open", async () => {
  const { page, lastReadings: lastSeen } = await openNoting(site);
  await trainEpochs(page, 2);
  expect(await lastSeen()).toEqual([]);
  await page.getByRole("link", { name: "Gradients" }).click();
  await expect.poll(lastSeen).toEqual(["layers", "layersPast", "histograms", "curve"]);
  await page.getByRole("link", { name: "Play" }).click();
  await expect.poll(lastSeen).toEqual([]);
  await trainEpochs(page, 2);
  expect(await lastSeen()).toEqual([]);
});

test("training is started, paused and slowed here too", async () => {
  const page = await openRun(site, `view=gradients&${sigmoid}`);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => number(page, "iteration")).toBeGreaterThan(30);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("textbox", { name: "Learning rate η" }).fill("0.5");
  await page.keyboard.press("Enter");
  await expect.poll(() => settingsOf(page).get("learningRate")).toBe("0.5");
});

const sizes: [string, BrowserContextOptions][] = [
  ["a laptop", {}],
  ["980 wide", { viewport: { width: 980, height: 720 } }],
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ["320 wide", { viewport: { width: 320, height: 700 } }],
];
test.each(sizes)("nothing is cut off on %s, with ten layers", async (_name, options) => {
  const page = await openRun(site, "view=gradients&layers=8,8,8,8,8,8,8,8,8,8&activations=sigmoid", options);
  await page.locator(".lens .errors").waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".lens td, .lens th, .cases button, .gradients p")]
      .filter(
        (element) => element.offsetParent !== null && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
      )
      .map((element) => element.outerHTML.slice(0, 160)),
  );
  expect(cut).toEqual([]);
});

test("of values to predict it says how much of them is explained, not how many are right", async () => {
  const page = await openRun(site, "view=gradients&data=waves");
  await page.locator(".cases").getByText("R² is").waitFor();
  expect(await page.locator(".cases").textContent()).not.toContain("are right");
});
