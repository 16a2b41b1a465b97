/** Which set a point belongs to is told by its shape, seen in the pixels that are drawn around its place. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { loadModule, pointsOf, startSession } from "../../bindings/module.ts";
import { openRun, useSite } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

/** Nine points so far apart that a square around each has nothing but that point in it. */
const places = [-4, 0, 4].flatMap((x) => [-4, 0, 4].map((y) => [x, y] as const));
const own = (label: (i: number) => number): string => places.map(([x, y], i) => `${x},${y},${label(i)}`).join(";");
const around = 1.5;

interface Silhouette {
  /** Of what is drawn, in pixels. */
  width: number;
  height: number;
  /** Which part of its bounding box is filled. */
  filled: number;
}

/** What is drawn around places of the plane, given as shares of the picture's width and height, on the canvas of the points. */
const silhouettes = (page: Page, at: readonly (readonly [number, number])[], reach: number): Promise<Silhouette[]> =>
  page
    .locator(".output .plane canvas")
    .nth(1)
    .evaluate(
      (canvas: HTMLCanvasElement, { at, reach }) => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height);
        const context = copy.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
        context.drawImage(canvas, 0, 0);
        const half = Math.floor(reach * canvas.width);
        return at.map(([x, y]) => {
          const side = 2 * half + 1;
          const left = Math.round(x * canvas.width) - half;
          const { data } = context.getImageData(left, Math.round(y * canvas.height) - half, side, side);
          const [columns, rows] = [new Set<number>(), new Set<number>()];
          let count = 0;
          for (let i = 0; i < side * side; i++)
            if ((data[4 * i + 3] as number) > 127) {
              count += 1;
              columns.add(i % side);
              rows.add(Math.floor(i / side));
            }
          return { width: columns.size, height: rows.size, filled: count / (columns.size * rows.size) };
        });
      },
      { at, reach },
    );

/** A square fills its bounding box, a disc π/4 of it, a square on its tip a half. */
const shapes = { square: 1, disc: Math.PI / 4, diamond: 1 / 2 };
function shapeOf({ width, height, filled }: Silhouette): string {
  if (width === 0) return "nothing";
  if (Math.abs(width - height) > 2) return `${width} x ${height}`;
  return Object.entries(shapes).find(([, share]) => Math.abs(filled - share) < 0.06)?.[0] ?? `filled by ${filled}`;
}

const byPart = ["disc", "square", "diamond"];

test.each([
  ["of two classes", "data=own", (i: number) => i % 2],
  ["of three classes", "data=own", (i: number) => i % 3],
  ["with values to predict", "data=ownValues", (i: number) => i / 4 - 1],
])("%s: training points are discs, validation points squares, test points diamonds", async (_name, data, label) => {
  const settings = `${data}&own=${own(label)}&training=40&validation=30&batchSize=1`;
  // Three pixels of the canvas to one of the page: enough to tell shapes apart.
  const page = await openRun(site, `seal=off&${settings}`, { deviceScaleFactor: 3 });
  const session = startSession(module, settings);
  const points = pointsOf(session);
  const half = session.planeHalf();
  const at = points.map(({ x, y }) => [(x + half) / (2 * half), (half - y) / (2 * half)] as const);
  const drawn = async (): Promise<string[]> => (await silhouettes(page, at, around / (2 * half))).map(shapeOf);
  const expected = points.map(({ part }) => byPart[part]);
  expect(new Set(expected)).toEqual(new Set(byPart));
  await expect.poll(drawn).toEqual(expected);
  // Sealed, the test set's points are not there.
  await page.getByRole("button", { name: "Details" }).click();
  await page.getByRole("checkbox", { name: "Seal test sets until I open them" }).check();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect.poll(drawn).toEqual(expected.map((shape) => (shape === "diamond" ? "nothing" : shape)));
});

test("the legend beside the plane names each shape and shows it", async () => {
  const page = await openRun(site);
  const marks = page.locator(".legend .marks");
  for (const [set, shape] of [
    ["training", "discs"],
    ["validation", "squares"],
    ["test", "diamonds"],
  ] as const) {
    await marks.locator("li", { has: page.locator(`.mark-${set}`) }).hover();
    await expect.poll(() => page.locator("#tooltip").textContent()).toContain(shape);
  }
  const looks = await marks.locator("i[class^=mark-]").evaluateAll((all) =>
    all.map((mark) => {
      const { borderRadius, transform } = getComputedStyle(mark);
      return [borderRadius !== "0px", transform !== "none"];
    }),
  );
  // A disc is round, a diamond a square that is turned.
  expect(looks.map(([isRound, isTurned]) => (isRound ? "disc" : isTurned ? "diamond" : "square"))).toEqual(byPart);
});
