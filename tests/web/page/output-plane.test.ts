/** The large plane: its colours against the module in Node, at the highest zoom too, and what its legend says. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { loadModule, pointsOf, startSession, trainEpochs as trainSession } from "../../bindings/module.ts";
import {
  answerAt,
  answersAt,
  axes,
  button,
  colourOf,
  coloursAt,
  distance,
  isClear,
  linkMiddle,
  plane,
  worstColour,
} from "./plane.ts";
import { openRun, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

test("the colours are the network's answers there, on the whole plane and zoomed and moved by keyboard", async () => {
  const settings = "data=moons&layers=5";
  const page = await openRun(site, settings);
  await trainEpochs(page, 20);
  const session = startSession(module, settings);
  trainSession(session, 20);
  const shares = [0.12, 0.37, 0.63, 0.88].flatMap((x) => [0.14, 0.41, 0.66, 0.91].map((y) => [x, y] as const));
  const expectColours = async (centreX: number, centreY: number, half: number): Promise<void> => {
    const answers = shares.map(([x, y]) => answerAt(session, centreX + (2 * x - 1) * half, centreY + (1 - 2 * y) * half));
    expect(answers.filter(isClear).length).toBeGreaterThan(8);
    await expect.poll(() => worstColour(page, shares, answers)).toBeLessThan(6);
  };
  const half = session.planeHalf();
  await expectColours(0, 0, half);
  await plane(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("+");
  const near = half / 1.5 ** 3;
  await expect.poll(() => axes(page).textContent()).toContain("×3.4");
  await expectColours(0, 0, near);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expectColours(near / 3, (2 * near) / 3, near);
  await page.keyboard.press("0");
  await expectColours(0, 0, half);
});

test("of several classes, each place has their colours, mixed by how probable they are", async () => {
  const settings = "data=blobs&layers=4";
  const page = await openRun(site, settings);
  await trainEpochs(page, 10);
  const session = startSession(module, settings);
  trainSession(session, 10);
  const css = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return ["--zero", "--plane-strength", "--class-0", "--class-1", "--class-2"].map((name) =>
      style.getPropertyValue(name).trim(),
    );
  });
  const [zero = [], , ...classes] = css.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
  const strength = Number(css[1]);
  const half = session.planeHalf();
  const places = Array.from({ length: 100 }, (_, i) => [((i % 10) + 0.5) / 10, (Math.floor(i / 10) + 0.5) / 10] as const);
  const shares = places.map(([x, y]) => answersAt(session, (2 * x - 1) * half, (1 - 2 * y) * half));
  // Not on the lines between two classes.
  const isClear = (of: readonly number[]): boolean => {
    const [first = 0, second = 0] = of.toSorted((a, b) => b - a);
    return first - second > 0.15;
  };
  const mixed = (of: readonly number[]): number[] => {
    const decided = strength * ((Math.max(...of) - 1 / 3) / (1 - 1 / 3));
    return zero.map(
      (from, c) => from + (of.reduce((sum, share, k) => sum + share * (classes[k]?.[c] ?? 0), 0) - from) * decided,
    );
  };
  // Some are nearly sure, some are not.
  expect(shares.filter((of) => isClear(of) && Math.max(...of) < 0.8).length).toBeGreaterThan(5);
  const worst = async () => {
    const colours = await coloursAt(page, places);
    return Math.max(...shares.map((of, i) => (isClear(of) ? distance(colours[i] ?? [], mixed(of)) : 0)));
  };
  await expect.poll(worst).toBeLessThan(10);
});

test("the line lies where the answer is half way between the two classes, and nowhere else", async () => {
  const settings = "data=xor&layers=4&output=sigmoid&cost=crossEntropy";
  const page = await openRun(site, settings);
  await trainEpochs(page, 60);
  const session = startSession(module, settings);
  trainSession(session, 60);
  const half = session.planeHalf();
  const count = 200;
  const along = Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  let crossings = 0;
  for (const y of [0.2, 0.4, 0.7, 0.9]) {
    const sides = along.map((x) => answerAt(session, (2 * x - 1) * half, (1 - 2 * y) * half) > 0.5);
    const expected = along.filter((_, i) => i > 0 && sides[i] !== sides[i - 1]);
    crossings += expected.length;
    const dark = async (): Promise<number[]> => {
      const width = 1000;
      const row = Array.from({ length: width }, (_, i) => (i + 0.5) / width);
      const colours = await coloursAt(
        page,
        row.map((x) => [x, y] as const),
      );
      const places = row.filter((_, i) => Math.max(...(colours[i] ?? [255])) < 185); // paler than the line are even the two ends of the scale
      // One line is some pixels wide.
      return places.filter((x, i) => i === 0 || x - (places[i - 1] ?? 0) > 0.02);
    };
    await expect.poll(async () => (await dark()).length, { message: `at ${y}` }).toBe(expected.length);
    for (const [i, x] of (await dark()).entries()) expect(Math.abs(x - (expected[i] ?? 9)), `at ${y}`).toBeLessThan(0.015);
  }
  expect(crossings).toBeGreaterThan(2);
});

test("at the highest zoom the boundary is as sharp as on the whole plane", async () => {
  const settings = "data=xor&features=x1&layers=";
  const page = await openRun(site, settings);
  /** Gives the one weight a value; its link goes from the input to the output. */
  const setWeight = async (value: number): Promise<void> => {
    await page.mouse.click(...(await linkMiddle(page, "0 0", "1 0")));
    const editor = page.getByRole("dialog", { name: /^w/ });
    await editor.getByLabel("Value", { exact: true }).fill(String(value));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await editor.waitFor({ state: "detached" });
  };
  const width = await page
    .locator(".output .plane canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.width);
  const middles = Array.from({ length: width }, (_, i) => (i + 0.5) / width);
  const row = middles.map((x) => [x, 0.35] as const);
  const expectRow = async (weight: number, half: number): Promise<void> => {
    const session = startSession(module, settings);
    session.setParameter(0, weight);
    const answers = middles.map((x) => answerAt(session, (2 * x - 1) * half, 0.3 * half));
    expect(answers.filter((answer) => isClear(answer) && Math.abs(answer) < 0.95).length).toBeGreaterThan(2);
    await expect.poll(() => worstColour(page, row, answers)).toBeLessThan(12);
  };
  await setWeight(16);
  await expectRow(16, 6);
  await plane(page).focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press("+");
  await expect.poll(() => axes(page).textContent()).toContain("×32");
  await setWeight(16 * 32);
  await expectRow(16 * 32, 6 / 32);
});

test("in the moment in which more of the plane comes into sight, all of it is there", async () => {
  const settings = "data=moons&layers=5";
  const page = await openRun(site, `${settings}&sight=0.5,0.5,32`);
  await trainEpochs(page, 20);
  const session = startSession(module, settings);
  trainSession(session, 20);
  const shares = Array.from({ length: 64 }, (_, i) => [((i % 8) + 0.5) / 8, (Math.floor(i / 8) + 0.5) / 8] as const);
  const half = session.planeHalf();
  const answers = shares.map(([x, y]) => answerAt(session, (2 * x - 1) * half, (1 - 2 * y) * half));
  // The engine does not hear of it, and no other frame comes.
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => {};
  });
  await plane(page).press("0");
  await expect.poll(() => axes(page).textContent()).toContain("±6");
  expect(answers.filter(isClear).length).toBeGreaterThan(30);
  await expect.poll(() => worstColour(page, shares, answers)).toBeLessThan(20);
});

test.each([1, 2, 3])("the plane has the device's own pixels, %i to one of the page", async (deviceScaleFactor) => {
  const page = await openRun(site, "", { deviceScaleFactor });
  const sizes = (): Promise<number[][]> =>
    page
      .locator(".output .plane canvas")
      .evaluateAll((all) =>
        all.map((canvas) => [(canvas as HTMLCanvasElement).width, canvas.getBoundingClientRect().width * devicePixelRatio]),
      );
  await expect.poll(async () => (await sizes()).length).toBeGreaterThan(1);
  await expect
    .poll(async () => Math.max(...(await sizes()).map(([has = 0, wanted = 0]) => Math.abs(has - wanted))))
    .toBeLessThan(1);
});

test("discretised there are two colours and the line, and the link says so", async () => {
  const page = await openRun(site, "data=circle&layers=4");
  await trainEpochs(page, 15);
  await button(page, "Discretise").click();
  await expect.poll(() => settingsOf(page).get("discretize")).toBe("true");
  expect(await button(page, "Discretise").getAttribute("aria-pressed")).toBe("true");
  const places = Array.from({ length: 400 }, (_, i) => [((i % 20) + 0.5) / 20, (Math.floor(i / 20) + 0.5) / 20] as const);
  const counts = new Map<string, number>();
  for (const colour of await coloursAt(page, places)) counts.set(String(colour), (counts.get(String(colour)) ?? 0) + 1);
  const two = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 2);
  expect(two.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(330);
  for (const end of [-1, 1])
    expect(two.some(([colour]) => distance(colour.split(",").map(Number), colourOf(end)) <= 1)).toBe(true);
  await page.reload();
  await expect.poll(() => button(page, "Discretise").getAttribute("aria-pressed")).toBe("true");
});

test("of values to predict, the legend's ends are the data's own, and it says how far apart the lines are", async () => {
  const settings = "data=hills&labelNoise=0.2";
  const page = await openRun(site, settings);
  const values = pointsOf(startSession(module, settings)).map(({ label }) => label);
  const two = (value: number): string => `${value < 0 ? "−" : "+"}${Number(Math.abs(value).toPrecision(2))}`;
  const scale = page.locator(".legend .scale");
  await expect.poll(() => scale.textContent()).toContain(two(Math.min(...values)));
  expect(await scale.textContent()).toContain(two(Math.max(...values)));
  expect(await scale.textContent()).toMatch(/line every 0\.[25]$/);
});

test("the lines of equal predictions have their values written into them, round and as far apart as the legend says", async () => {
  const page = await openRun(site, "data=waves&layers=8,8");
  const step = Number(/line every ([\d.]+)/.exec((await page.locator(".legend .scale").textContent()) ?? "")?.[1]);
  await page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    const draw = prototype.fillText;
    prototype.fillText = function (text, ...at) {
      if (this.canvas.closest(".plane") !== null) this.canvas.dataset.texts = `${this.canvas.dataset.texts ?? ""}|${text}`;
      draw.call(this, text, ...at);
    };
  });
  await trainEpochs(page, 80);
  const values = async (): Promise<number[]> => {
    const texts = ((await page.locator(".plane canvas").first().getAttribute("data-texts")) ?? "").split("|").slice(1);
    return [...new Set(texts)].map((text) => Number(text.replace("−", "-")));
  };
  await expect.poll(async () => (await values()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  for (const value of await values()) expect(value / step).toBeCloseTo(Math.round(value / step), 9);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds nothing on %s, zoomed, discretised, and with values to predict", async (_name, device) => {
  const page = await openRun(site, "data=waves&discretize=true", device);
  await button(page, "Zoom in").click();
  expect(await violations(page)).toEqual([]);
});
