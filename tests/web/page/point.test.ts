/** A point of the plane, clicked, tapped or reached by keys: its numbers beside the plane, against the core's own. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, ExampleTrace } from "../../../bindings/backprop.d.ts";
import { loadModule, startSession } from "../../bindings/module.ts";
import { goTo, openRun, overflow, phone, trainEpochs, useSite, violations } from "./site.ts";
import { settled } from "./workers.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

type Page = Awaited<ReturnType<typeof openRun>>;
const plane = (page: Page) => page.getByRole("application", { name: /^The points on the plane/ });
const panel = (page: Page) => page.locator(".point-panel");

/** Where a place of the plane, ±6, is in the picker. */
async function placeOf(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const { width } = (await plane(page).boundingBox()) ?? { width: 0 };
  return { x: ((x + 6) / 12) * width, y: ((6 - y) / 12) * width };
}

const settings = "data=moons&points=40&layers=3,2&seed=4";
function traced(epochs: number, point: number): { trace: ExampleTrace; points: Float32Array } {
  const session = startSession(module, settings);
  session.train(epochs * session.progress().iterationsPerEpoch);
  return { trace: session.trace(point) as ExampleTrace, points: session.points() };
}

/** As the page writes them. */
const written = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

test("a click shows prediction, cost, every z and a, and the strongest pulls; training goes on under it", async () => {
  const page = await openRun(site, settings);
  await trainEpochs(page, 2);
  // A point of the training set that no other one lies near.
  const { points } = traced(2, 0);
  const places = Array.from({ length: points.length / 4 }, (_, i) => [points[4 * i], points[4 * i + 1]] as [number, number]);
  const isAlone = ([x, y]: [number, number], i: number): boolean =>
    points[4 * i + 3] === 0 && places.every(([u, v], j) => i === j || Math.hypot(u - x, v - y) > 0.4);
  const index = places.findIndex(isAlone);
  const { trace } = traced(2, index);
  const [x, y] = places[index] as [number, number];
  await plane(page).click({ position: await placeOf(page, x, y) });
  await panel(page)
    .getByRole("heading", { name: `Training point ${index + 1}` })
    .waitFor();
  await expect
    .poll(() => page.locator("#point-cost").textContent())
    .toBe(trace.cost.toPrecision(2).length < 6 && trace.cost < 0.1 ? trace.cost.toPrecision(2) : trace.cost.toFixed(3));
  const rows = await panel(page)
    .locator("tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  const expected = trace.activations.flatMap((a, layer) => {
    const z = trace.weightedInputs[layer] ?? new Float64Array();
    return [...(z.length > 0 ? [z] : []), a].map((values) => Array.from(values, (value) => written(value, 2)));
  });
  expect(rows.map(([, ...values]) => values)).toEqual(expected);
  const label = points[4 * index + 2] as number;
  const decided = Number((trace.activations.at(-1)?.[0] ?? 0) > 0);
  expect(await panel(page).locator(".judgement").textContent()).toContain(
    decided === label ? `class ${decided}, right` : `class ${decided}, should be class ${label}`,
  );
  const steepest = Math.max(...Array.from(trace.gradient, Math.abs));
  const sign = trace.gradient.includes(steepest) ? "↓ down" : "↑ up";
  expect(await panel(page).locator(".pulls li").first().textContent()).toContain(sign);
  const before = await panel(page).locator("table").textContent();
  await trainEpochs(page, 5);
  await expect.poll(() => panel(page).locator("table").textContent()).not.toBe(before);
  await page.getByRole("button", { name: "Let go of this point" }).click();
  expect(await panel(page).count()).toBe(0);
});

test("the arrow keys go from point to point, Escape lets go, and other data let go by themselves", async () => {
  const page = await openRun(site);
  await plane(page).focus();
  await page.keyboard.press("ArrowRight");
  await panel(page).waitFor();
  const name = () => panel(page).getAttribute("aria-label");
  const first = await name();
  await page.keyboard.press("ArrowUp");
  await expect.poll(name).not.toBe(first);
  await page.keyboard.press("Escape");
  expect(await panel(page).count()).toBe(0);
  await page.keyboard.press("ArrowLeft");
  await panel(page).waitFor();
  await page.getByRole("radio", { name: "XOR" }).check({ force: true });
  await expect.poll(() => panel(page).count()).toBe(0);
});

test("another run begins without a chosen point, also on the same data; changes of this one keep it", async () => {
  const page = await openRun(site, settings);
  await plane(page).focus();
  await page.keyboard.press("ArrowRight");
  await panel(page).waitFor();
  await page.getByRole("button", { name: "Raise Learning rate" }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain("learningRate");
  await panel(page).waitFor();
  await goTo(page, "data=moons&points=40&layers=5&seed=4");
  await panel(page).waitFor({ state: "detached" });
});

test("points of a sealed test set are not to be found, opened ones are", async () => {
  const page = await openRun(site, "seal=0&data=xor&points=40");
  const points = startSession(module, "data=xor&points=40").points();
  const places = Array.from({ length: points.length / 4 }, (_, i) => [points[4 * i], points[4 * i + 1]] as [number, number]);
  const index = places.findIndex(
    ([x, y], i) => points[4 * i + 3] === 2 && places.every(([u, v], j) => i === j || Math.hypot(u - x, v - y) > 0.9),
  );
  const [x, y] = places[index] as [number, number];
  await plane(page).click({ position: await placeOf(page, x, y) });
  await panel(page)
    .getByRole("heading", { name: `Test point ${index + 1}` })
    .waitFor();
  await panel(page).getByText("Nothing is learned from this point.").waitFor();
  const sealed = await openRun(site, "data=xor&points=40");
  await plane(sealed).click({ position: await placeOf(sealed, x, y) });
  await settled(sealed);
  expect(await panel(sealed).count()).toBe(0);
});

test("the link leads to the microscope, to this very example if it is in the next mini-batch", async () => {
  const page = await openRun(site, "batchSize=150&points=250");
  await plane(page).focus();
  for (const key of ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp"]) {
    await page.keyboard.press(key);
    await panel(page).locator(".judgement").waitFor();
    await settled(page);
    if ((await panel(page).getByRole("link", { name: "This point under the microscope" }).count()) > 0) break;
  }
  const number = Number(/\d+$/.exec((await panel(page).getAttribute("aria-label")) ?? "")?.[0]);
  const example = startSession(module, "batchSize=150")
    .nextIteration()
    .points.indexOf(number - 1);
  await panel(page).getByRole("link", { name: "This point under the microscope" }).click();
  await page
    .getByText(`example ${example + 1}`)
    .first()
    .waitFor();
});

test("nothing moves for the panel at 1280 x 720, and it stays within the window", async () => {
  const page = await openRun(site, "layers=8,8,8,8&data=pinwheel");
  const places = () =>
    page.evaluate(() =>
      [".network", ".plane", ".chart"].map((part) => document.querySelector(part)?.getBoundingClientRect().toJSON()),
    );
  const before = await places();
  await plane(page).focus();
  await page.keyboard.press("ArrowRight");
  await panel(page).locator(".pulls").waitFor();
  expect(await places()).toEqual(before);
  const box = (await panel(page).boundingBox()) ?? { x: -1, y: 0, width: 0, height: 9999 };
  expect(box.x).toBeGreaterThan(0);
  expect(box.y + box.height).toBeLessThanOrEqual(720);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds nothing on %s", async (_name, device) => {
  const page = await openRun(site, "data=xor", device);
  const points = startSession(module, "data=xor").points();
  const index = Array.from({ length: points.length / 4 }, (_, i) => i).findIndex((i) => points[4 * i + 3] === 0);
  const position = await placeOf(page, points[4 * index] as number, points[4 * index + 1] as number);
  if (device === phone) await plane(page).tap({ position });
  else await plane(page).click({ position });
  await panel(page).locator(".pulls li").first().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
