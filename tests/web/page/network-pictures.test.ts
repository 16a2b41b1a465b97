/** Every neuron's picture lies, all of it, under the neuron's button. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openRun, phone, trainEpochs, useSite } from "./site.ts";

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
  await seen(9);
  await page.getByRole("button", { name: "Add a neuron of layer 1" }).click();
  await seen(10);
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
