/** The large plane: its colours against the module in Node, zoomed and moved in every way, and what its legend says. */
import type { Page } from "playwright-core";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import { gridOf, loadModule, pointsOf, startSession, trainEpochs as trainSession } from "../../bindings/module.ts";
import { notice, number, openRun, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const plane = (page: Page) => page.getByRole("group", { name: /^The plane/ });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const axes = (page: Page) => page.locator(".legend .axes");

type Rgb = readonly number[];

/** The colours of the picture below the points, at places given as shares of its width and height. */
const coloursAt = (page: Page, places: readonly (readonly [number, number])[]): Promise<Rgb[]> =>
  page
    .locator(".output .plane canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement, at) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      context.drawImage(canvas, 0, 0);
      return at.map(([x, y]) =>
        [...context.getImageData(Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1).data].slice(0, 3),
      );
    }, places);

/** Light colours at 0.62 of their strength: orange for -1, blue for +1. */
const [negative, zero, positive] = [
  [0xe0, 0x79, 0x1a],
  [0xf3, 0xf1, 0xec],
  [0x1f, 0x6f, 0xb5],
];
function colourOf(answer: number): number[] {
  const end = answer > 0 ? positive : negative;
  return (zero ?? []).map((from, c) => from + ((end?.[c] ?? 0) - from) * 0.62 * Math.min(1, Math.abs(answer)));
}

/** What the network answers at a place of the plane. */
const answerAt = (session: Session, x: number, y: number): number =>
  gridOf(session, 1, session.layerSizes().length - 1, { x, y, half: 1e-3 })[0] ?? Number.NaN;

const distance = (a: Rgb, b: Rgb): number => Math.max(...a.map((value, c) => Math.abs(value - (b[c] ?? 0))));

/** Where the link between two neurons of the drawing is half way. */
async function linkMiddle(page: Page, ...neurons: readonly [from: string, to: string]): Promise<[x: number, y: number]> {
  const boxes = neurons.map((neuron) => page.locator(`[data-neuron="${neuron}"]`).boundingBox());
  const [from, to] = await Promise.all(boxes);
  if (!from || !to) throw new Error("no such neurons");
  return [(from.x + from.width + to.x) / 2, (from.y + from.height / 2 + to.y + to.height / 2) / 2];
}

/** Not on the boundary, which is drawn over the colours. */
const isClear = (answer: number): boolean => Math.abs(answer) > 0.25;

test("the colours are the network's answers there, on the whole plane and zoomed and moved by keyboard", async () => {
  const settings = "data=moons&layers=5";
  const page = await openRun(site, settings);
  await trainEpochs(page, 20);
  const session = startSession(module, settings);
  trainSession(session, 20);
  const shares = [0.12, 0.37, 0.63, 0.88].flatMap((x) => [0.14, 0.41, 0.66, 0.91].map((y) => [x, y] as const));
  const expectColours = async (centreX: number, centreY: number, half: number): Promise<void> => {
    const answers = shares.map(([x, y]) => answerAt(session, centreX + (2 * x - 1) * half, centreY + (1 - 2 * y) * half));
    const worst = async (): Promise<number> => {
      const colours = await coloursAt(page, shares);
      return Math.max(...answers.map((answer, i) => (isClear(answer) ? distance(colours[i] ?? [], colourOf(answer)) : 0)));
    };
    expect(answers.filter(isClear).length).toBeGreaterThan(8);
    await expect.poll(worst).toBeLessThan(6);
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
  const expectRow = async (weight: number, half: number): Promise<void> => {
    const session = startSession(module, settings);
    session.setParameter(0, weight);
    const answers = middles.map((x) => answerAt(session, (2 * x - 1) * half, 0.3 * half));
    const worst = async (): Promise<number> => {
      const colours = await coloursAt(
        page,
        middles.map((x) => [x, 0.35] as const),
      );
      return Math.max(...answers.map((answer, i) => (isClear(answer) ? distance(colours[i] ?? [], colourOf(answer)) : 0)));
    };
    expect(answers.filter((answer) => isClear(answer) && Math.abs(answer) < 0.95).length).toBeGreaterThan(2);
    await expect.poll(worst).toBeLessThan(12);
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
  const worst = async (): Promise<number> => {
    const colours = await coloursAt(page, shares);
    return Math.max(...answers.map((answer, i) => (isClear(answer) ? distance(colours[i] ?? [], colourOf(answer)) : 0)));
  };
  expect(answers.filter(isClear).length).toBeGreaterThan(30);
  await expect.poll(worst).toBeLessThan(20);
});

/** A frame or plane: what of the plane it brings, as the link has it, and how finely; null for a frame that brings none. */
interface Seen {
  type: "frame" | "plane";
  plane: { sight: [x: number, y: number, zoom: number]; resolution: number } | null;
}

/** A page that notes what comes from the worker. */
async function openNoting(settings: string) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen: Seen[] = [];
    Object.assign(window, { seen });
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(...of: ConstructorParameters<typeof Original>) {
        super(...of);
        this.addEventListener("message", ({ data }) => {
          if (data.type !== "frame" && data.type !== "plane") return;
          const { plane } = data.frame ?? data;
          const sightOf = ({ x, y, half }: { x: number; y: number; half: number }): [number, number, number] => [
            x,
            y,
            1 / half,
          ];
          seen.push({ type: data.type, plane: plane && { sight: sightOf(plane.window), resolution: plane.resolution } });
        });
      }
    };
  });
  await page.goto(`${site.address}#${settings}`);
  /** What has come since it was last asked for. */
  const takeSeen = () => page.evaluate(() => (window as unknown as { seen: Seen[] }).seen.splice(0));
  const lastPlane = () =>
    page.evaluate(() => (window as unknown as { seen: Seen[] }).seen.findLast(({ plane }) => plane)?.plane);
  return { page, takeSeen, lastPlane };
}

/** Beside other work a page may take its time. */
const patiently = { timeout: 20_000 };

test("what is in sight comes in its usual detail while it trains, in full at rest; a move brings nothing else", async () => {
  const { page, takeSeen, lastPlane } = await openNoting("sight=0.25,0.5,8&data=moons");
  const sight = [0.25, 0.5, 8];
  await expect.poll(lastPlane, patiently).toEqual({ sight, resolution: 300 });

  await button(page, "Play").click();
  await expect.poll(() => number(page, "epoch"), patiently).toBeGreaterThan(0);
  await takeSeen();
  await expect.poll(() => number(page, "epoch"), patiently).toBeGreaterThan(50);
  const training = (await takeSeen()).flatMap(({ plane }) => plane ?? []);
  expect(training.length).toBeGreaterThan(1);
  expect(new Set(training.map((plane) => JSON.stringify(plane)))).toEqual(
    new Set([JSON.stringify({ sight, resolution: 100 })]),
  );
  await button(page, "Pause").click();
  await expect.poll(lastPlane, patiently).toEqual({ sight, resolution: 300 });
  await takeSeen();

  await plane(page).press("+");
  const near = [0.25, 0.5, 12];
  await expect.poll(lastPlane, patiently).toEqual({ sight: near, resolution: 300 });
  for (const { type, plane } of await takeSeen()) expect({ type, sight: plane?.sight }).toEqual({ type: "plane", sight: near });
});

test("at rest, whatever is pointed at in the network leaves the plane as sharp as it is", async () => {
  const { page, takeSeen, lastPlane } = await openNoting("data=moons&layers=3");
  await expect.poll(lastPlane, patiently).toMatchObject({ resolution: 300 });
  await page.evaluate(async () => {
    // What has come is drawn with the next picture on screen.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const { prototype } = CanvasRenderingContext2D;
    const draw = prototype.drawImage as (...of: unknown[]) => void;
    prototype.drawImage = function (...of: unknown[]) {
      if (this.canvas.closest(".output")) this.canvas.dataset.drawn = "again";
      draw.apply(this, of);
    };
  });
  const gradient = page.locator(".parameter-card p").last();
  const seen: Seen[] = [];
  for (const to of ["1 0", "1 1", "1 2"]) {
    await takeSeen();
    await page.mouse.move(...(await linkMiddle(page, "0 0", to)));
    await expect.poll(() => gradient.textContent(), patiently).toMatch(/= .*\d/);
    seen.push(...(await takeSeen()));
  }
  expect(seen.length).toBeGreaterThan(2);
  expect(new Set(seen.map(({ type, plane }) => `${type} ${plane?.resolution}`))).toEqual(new Set(["frame undefined"]));
  expect(await page.locator("[data-drawn]").count()).toBe(0);
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

test("zoomed by buttons, which say when there is no further", async () => {
  const page = await openRun(site);
  expect(await button(page, "Zoom out").getAttribute("aria-disabled")).toBe("true");
  for (let i = 0; i < 9; i++) await button(page, "Zoom in").click();
  expect(await button(page, "Zoom in").getAttribute("aria-disabled")).toBe("true");
  await expect.poll(() => axes(page).textContent()).toContain("×32");
  await button(page, "Zoom out").click();
  await expect.poll(() => axes(page).textContent()).toContain("×21");
  await button(page, "Show the whole plane").click();
  await expect.poll(() => axes(page).textContent()).toContain("±6");
});

test("the wheel zooms where the pointer is, dragging moves; another run is seen whole", async () => {
  const page = await openRun(site);
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + 0.75 * box.width, box.y + 0.25 * box.height];
  await page.mouse.move(x, y);
  const ends = async (): Promise<number[]> =>
    ((await plane(page).getAttribute("aria-label"))?.match(/−?\d+\.\d+/g) ?? []).map(
      (end) => Math.round(10 * Number(end.replace("−", "-"))) / 10,
    );
  await page.mouse.wheel(0, -Math.log(2) / 0.002); // twice as large; (3, 3) stays
  await expect.poll(ends).toEqual([-1.5, 4.5, -1.5, 4.5]);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 4, y - box.width / 4, { steps: 5 }); // a quarter of the picture is 1.5
  await page.mouse.up();
  await expect.poll(ends).toEqual([-3, 3, -3, 3]);
  await page.goto(`${site.address}#data=xor`);
  await expect.poll(() => plane(page).getAttribute("aria-label")).toMatch(/^The plane\./);
});

test("a double click looks closer where it is, another shows the whole plane", async () => {
  const page = await openRun(site);
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.dblclick(box.x + 3, box.y + 3);
  await expect.poll(() => axes(page).textContent()).toContain("×2.3");
  expect(await plane(page).getAttribute("aria-label")).toMatch(/x₁ from −[56]\.\d+ to −0\.\d+, x₂ from 0\.\d+ to [56]\.\d+/);
  await page.mouse.dblclick(box.x + 3, box.y + 3);
  await expect.poll(() => axes(page).textContent()).toContain("±6");
});

test("what is in sight stands in the link and comes back with the run; another run is seen whole", async () => {
  const page = await openRun(site, "sight=0.5,-0.25,4&data=moons");
  const label = () => plane(page).getAttribute("aria-label");
  await expect.poll(label).toContain("x₁ from 1.5000 to 4.5000, x₂ from −3.0000 to 0");
  expect(await axes(page).textContent()).toContain("×4");
  await plane(page).focus();
  await page.keyboard.press("+");
  await expect.poll(() => settingsOf(page).get("sight")).toBe("0.5,-0.25,6");
  const seen = await label();
  await page.reload();
  await expect.poll(label).toBe(seen);
  await trainEpochs(page, 1);
  await page.getByRole("button", { name: "Presets" }).click();
  await page.getByRole("button", { name: /^The spiral/ }).click();
  await expect.poll(label).toMatch(/^The plane\./);
  await expect.poll(() => settingsOf(page).has("sight")).toBe(false);
  await page.getByRole("button", { name: "Back to my run" }).click();
  await expect.poll(label).toBe(seen);
  await button(page, "Show the whole plane").click();
  await expect.poll(() => settingsOf(page).has("sight")).toBe(false);
});

test("a sight that is none is answered with a sentence, and the whole plane is shown", async () => {
  const page = await openRun(site, "sight=0.5,up,4&data=moons");
  await notice(page).getByText("“sight=0.5,up,4” is no part of the plane").waitFor();
  expect(await plane(page).getAttribute("aria-label")).toMatch(/^The plane\./);
  await expect.poll(() => Object.fromEntries(settingsOf(page))).toEqual({ data: "moons" });
});

test("however long it is dragged, the address follows without being written all the time", async () => {
  const page = await openRun(site, "sight=0,0,8");
  const written = await page.evaluate(() => {
    let count = 0;
    for (const way of ["replaceState", "pushState"] as const) {
      const before = history[way].bind(history);
      history[way] = (...of) => {
        count += 1;
        before(...of);
      };
    }
    return new Promise<number>((resolve) => {
      const plane = document.querySelector(".sight") as HTMLElement;
      plane.focus();
      for (let i = 0; i < 300; i++) {
        const key = i % 3 === 0 ? "ArrowLeft" : "ArrowUp";
        plane.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
      setTimeout(() => resolve(count), 1000);
    });
  });
  expect(written).toBe(1);
  expect(settingsOf(page).get("sight")).toBe("-0.875,0.875,8");
});

test("while it is dragged, the network beside it is not rendered again", async () => {
  const page = await openRun(site, "sight=0,0,8");
  const select = page.getByRole("combobox", { name: "Activation of layer 1" });
  // Rendered, a list is asked for its value, which may have to be set.
  await select.evaluate((own: HTMLSelectElement) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value") as Required<PropertyDescriptor>;
    own.dataset.asked = "0";
    Object.defineProperty(own, "value", {
      get: () => {
        own.dataset.asked = String(Number(own.dataset.asked) + 1);
        return get.call(own);
      },
      set: (value) => set.call(own, value),
    });
  });
  const asked = async (): Promise<number> => Number(await select.getAttribute("data-asked"));
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20, { steps: 20 });
  await page.mouse.up();
  await expect.poll(() => settingsOf(page).get("sight")).toMatch(/^-0\.\d+,0\.\d+,8$/);
  expect(await asked()).toBe(0);
  await page.getByRole("spinbutton", { name: "Neurons of layer 1", exact: true }).press("ArrowUp");
  await expect.poll(asked).toBeGreaterThan(0);
});

test("two fingers zoom, one finger moves what is zoomed and else scrolls the page", async () => {
  const page = await openRun(site, "", phone);
  await plane(page).scrollIntoViewIfNeeded();
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const touches = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: [number, number][]) =>
    touches.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y], id) => ({ x: box.x + x * box.width, y: box.y + y * box.height, id })),
    });
  await touch("touchStart", [0.4, 0.5]);
  await touch("touchStart", [0.4, 0.5], [0.6, 0.5]);
  for (const spread of [0.15, 0.2]) await touch("touchMove", [0.5 - spread, 0.5], [0.5 + spread, 0.5]);
  await touch("touchEnd");
  await expect.poll(() => axes(page).textContent()).toContain("×2");
  const before = await plane(page).getAttribute("aria-label");
  await touch("touchStart", [0.5, 0.5]);
  for (const x of [0.45, 0.4, 0.3]) await touch("touchMove", [x, 0.5]);
  await touch("touchEnd");
  await expect.poll(() => plane(page).getAttribute("aria-label")).not.toBe(before);
  // The browser takes the first tap after a flick for the end of it.
  await plane(page).tap();
  await button(page, "Show the whole plane").tap();
  await expect.poll(() => axes(page).textContent()).toContain("±6");
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
  await expect.poll(async () => (await values()).length, patiently).toBeGreaterThanOrEqual(3);
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
