import { expect, test } from "vitest";
import { boundaryLines, roundValuesBetween } from "../../../web/src/page/views/contour.ts";
import { placeCells } from "../../../web/src/page/views/plane-cells.ts";
import { isWithin, toPixels, wholePlane } from "../../../web/src/page/views/plane-window.ts";

test("cells over what is in sight fill the picture", () => {
  for (const window of [wholePlane(1), { x: 0.3, y: -0.7, half: 1 / 32 }])
    expect(placeCells(8, window, window)).toEqual({ side: 8, left: 0, top: 0, cell: 0.125 });
});

test("of the upper right quarter, cells over the whole plane reach out of the picture to the left and below", () => {
  expect(placeCells(10, wholePlane(1), { x: 0.5, y: 0.5, half: 0.5 })).toEqual({ side: 10, left: -1, top: 0, cell: 0.2 });
});

test("of the whole plane, cells over the upper right quarter have its place", () => {
  expect(placeCells(10, { x: 0.5, y: 0.5, half: 0.5 }, wholePlane(1))).toEqual({ side: 10, left: 0.5, top: 0, cell: 0.05 });
});

test("a cell's place on the picture is where its place on the plane is", () => {
  const window = { x: -0.4, y: 0.3, half: 0.1 };
  const sight = { x: -0.31, y: 0.17, half: 0.23 };
  const { left, top, cell, side } = placeCells(50, window, sight);
  const [x, y] = toPixels(sight, 1, [window.x + window.half, window.y - window.half]);
  expect(left + side * cell).toBeCloseTo(x);
  expect(top + side * cell).toBeCloseTo(y);
});

test("a window lies within itself and what is around it, not in what leaves out a part of it", () => {
  const window = { x: 0.3, y: -0.7, half: 1 / 32 };
  expect(isWithin(window, window)).toBe(true);
  expect(isWithin(window, wholePlane(1))).toBe(true);
  expect(isWithin(wholePlane(1), window)).toBe(false);
  for (const [x, y] of [
    [0.01, 0],
    [-0.01, 0],
    [0, 0.01],
    [0, -0.01],
  ] as const)
    expect(isWithin({ ...window, x: window.x + x, y: window.y + y }, window)).toBe(false);
});

test("round values between two others", () => {
  expect(roundValuesBetween(-1, 1, 11)).toEqual([-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8]);
  expect(roundValuesBetween(0.13, 47, 5)).toEqual([10, 20, 30, 40]);
  expect(roundValuesBetween(3, 3, 5)).toEqual([]);
});

test("a line leaves the picture in the direction in which it comes there", () => {
  const side = 10;
  const cells = { side, left: 0, top: 0, cell: 1 / side };
  // Through the middle: down and up to the right (rows go down), and steeply.
  for (const slope of [-0.53, 0.31, 2.9]) {
    const values = Float32Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [(i % side) + 0.5 - side / 2, Math.floor(i / side) + 0.5 - side / 2];
      return y - slope * x;
    });
    const lines = boundaryLines(cells, values, 1, 0);
    const all = lines.flat();
    for (const [x, y] of all) expect(y - 0.5).toBeCloseTo(slope * (x - 0.5), 5);
    const along = all.map(([x, y]) => (Math.abs(slope) < 1 ? x : y));
    expect(Math.min(...along)).toBeCloseTo(0, 5);
    expect(Math.max(...along)).toBeCloseTo(1, 5);
  }
});

test("the tip of a region that enters at the edge is drawn where it is, to about a cell", () => {
  const side = 50;
  const cells = { side, left: 0, top: 0, cell: 1 / side };
  let seed = 1;
  const random = (low: number, high: number): number => {
    seed = (seed * 16807) % 2147483647;
    return low + ((high - low) * seed) / 2147483647;
  };
  let tips = 0;
  for (let i = 0; i < 1000; i++) {
    const [x0, y0, slope, opening] = [random(0.94, 1), random(0.1, 0.9), random(-0.7, 0.7), random(0.1, 1.2)];
    // Positive to the right of (x0, y0), between two lines from there to the edge.
    const value = (x: number, y: number): number => opening * (x - x0) - Math.abs(y - y0 - slope * (x - x0));
    const middle = (at: number): number => (at + 0.5) / side;
    const values = Float32Array.from({ length: side * side }, (_, at) =>
      value(middle(at % side), middle(Math.floor(at / side))),
    );
    const lines = boundaryLines(cells, values, 1, 0);
    tips += lines.length;
    // Up or down to the true line, in cells.
    for (const [x, y] of lines.flat()) expect(side * Math.abs(value(x, y))).toBeLessThan(1.3);
  }
  expect(tips).toBeGreaterThan(500);
});
