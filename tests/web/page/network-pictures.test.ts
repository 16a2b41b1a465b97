/** Every neuron's picture lies, all of it, under the neuron's button; of the drawing only what has changed is drawn again. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { number, openRun, phone, trainEpochs, useSite } from "./site.ts";

const site = useSite();

/** For each neuron on screen its picture's colours at some places; "" where it does not reach. */
const pictures = (page: Page) =>
  page.locator(".sheet .neuron").evaluateAll((buttons) => {
    const canvas = document.querySelector(".links-room canvas") as HTMLCanvasElement;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d") as OffscreenCanvasRenderingContext2D;
    copy.drawImage(canvas, 0, 0);
    const sheet = canvas.getBoundingClientRect();
    const ratio = canvas.width / sheet.width;
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    return buttons.map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const at = (x: number, y: number): string => {
        const [column, row] = [Math.floor((x - sheet.left) * ratio), Math.floor((y - sheet.top) * ratio)];
        const [red, green, blue, alpha] = data.slice(4 * (row * canvas.width + column));
        return alpha === 255 ? `${red} ${green} ${blue}` : "";
      };
      return {
        middle: at(left + width / 2, top + height / 2),
        left: at(left + width / 5, top + height / 2),
        right: at(left + (4 * width) / 5, top + height / 2),
        top: at(left + width / 2, top + height / 5),
        bottom: at(left + width / 2, top + (4 * height) / 5),
        insideCorner: at(left + 5, top + 5),
        outsideCorner: at(left + 1.5, top + 1.5),
        insideRim: at(left + 2, top + height / 4),
        outsideRim: at(left - 1.5, top + height / 4),
      };
    });
  });

const isBlue = (colour = ""): boolean => {
  const [red = 0, , blue = 0] = colour.split(" ").map(Number);
  return blue > red;
};

test.each([
  ["a laptop", {}],
  ["a phone", phone],
  ["a dense screen", { deviceScaleFactor: 1.5 }],
])("on %s each neuron has its picture, round and inside its rim, also one that has just come", async (_name, options) => {
  const page = await openRun(site, "features=x1,x2,product&layers=3,2", options);
  const seen = async (count: number) => {
    await expect.poll(async () => (await pictures(page)).filter(({ middle }) => middle !== "").length).toBe(count);
    for (const picture of await pictures(page)) {
      expect(picture.insideCorner).not.toBe("");
      expect(picture.insideRim).not.toBe("");
      expect(picture.outsideCorner).toBe("");
      expect(picture.outsideRim).toBe("");
    }
  };
  await page.locator(".links").scrollIntoViewIfNeeded(); // out of sight nothing is drawn
  await seen(9);
  await page.getByRole("button", { name: "Add a neuron of layer 1" }).click();
  await seen(10);
});

test("on a phone the network is drawn when it is scrolled to, not before", async () => {
  const page = await openRun(site, "layers=3,2", phone);
  const drawn = async () => (await pictures(page)).filter(({ middle }) => middle !== "").length;
  await page.locator(".plane canvas").nth(1).waitFor();
  expect(await drawn()).toBe(0);
  await page.locator(".links").scrollIntoViewIfNeeded();
  await expect.poll(drawn).toBe(8);
});

test("pictures are those of their own neurons, and follow the training", async () => {
  const page = await openRun(site, "layers=4,2");
  await expect
    .poll(async () => new Set((await pictures(page)).map(({ insideCorner }) => insideCorner)).size)
    .toBeGreaterThan(4);
  const before = await pictures(page);
  const [x1, x2] = before;
  // Right way up: x₁ grows to the right, x₂ upwards, from orange to blue.
  expect([isBlue(x1?.left), isBlue(x1?.right)]).toEqual([false, true]);
  expect([isBlue(x2?.bottom), isBlue(x2?.top)]).toEqual([false, true]);
  await trainEpochs(page, 20);
  await expect.poll(async () => (await pictures(page)).at(-1)).not.toEqual(before.at(-1));
  expect((await pictures(page)).slice(0, 2)).toEqual([x1, x2]);
});

/** All pixels of the drawing. */
const drawing = (page: Page): Promise<string> =>
  page.locator(".links-room canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** Runs until so many more iterations are on screen. */
const goOn = async (page: Page, more: number): Promise<void> => {
  const target = (await number(page, "iteration")) + more;
  await expect.poll(() => number(page, "iteration"), { timeout: 20_000 }).toBeGreaterThan(target);
};

/** After Pause: as many frames of the screen as the worker never takes bring nothing more. */
const lastFrameHasCome = (page: Page): Promise<void> =>
  page.locator("#fingerprint").evaluate(async ({ textContent }, frames) => {
    const now = (): string | null | undefined => document.getElementById("fingerprint")?.textContent;
    for (let same = 0, last: string | null | undefined = textContent; same < frames; last = now()) {
      await new Promise(requestAnimationFrame);
      same = now() === last ? same + 1 : 0;
    }
  }, 30);

test("while weights hardly change, links stay as they are drawn; what rests is drawn as it is", async () => {
  // None is so near to 0 that it could change its sign.
  const page = await openRun(site, "data=spiral&learningRate=1e-5&layers=4,2&biasInitializer=tenth");
  await page.getByRole("button", { name: "Play" }).click();
  await goOn(page, 1);
  await page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    Object.assign(window, { strokes: 0 });
    prototype.stroke = new Proxy(prototype.stroke, {
      apply: (stroke, context: CanvasRenderingContext2D, of) => {
        if (context.canvas.matches(".links-room canvas")) (window as unknown as { strokes: number }).strokes++;
        return Reflect.apply(stroke, context, of);
      },
    });
  });
  const strokes = () => page.evaluate(() => (window as unknown as { strokes: number }).strokes);
  const before = await drawing(page);
  await goOn(page, 200);
  expect(await strokes()).toBe(0);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect.poll(strokes).toBeGreaterThan(0);
  await lastFrameHasCome(page);
  const rests = await drawing(page);
  expect(rests).not.toBe(before);
  // All of it is drawn anew in other colours, and in these again.
  for (const colorScheme of ["dark", "light"] as const) {
    const last = await drawing(page);
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => drawing(page)).not.toBe(last);
  }
  expect(await drawing(page)).toBe(rests);
});
