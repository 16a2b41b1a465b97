import { expect, test } from "vitest";
import { roundValuesBetween } from "../../../web/src/page/views/contour.ts";
import { cellsInSight } from "../../../web/src/page/views/plane-cells.ts";
import { wholePlane } from "../../../web/src/page/views/plane-window.ts";

const values = Float32Array.from({ length: 100 }, (_, i) => i);

test("of the whole plane all cells are in sight, and they fill the picture", () => {
  const cells = cellsInSight(10, wholePlane(1));
  expect(cells).toMatchObject({ columns: 10, rows: 10, left: 0, top: 0, cell: 0.1 });
  expect(cells.cut(values)).toBe(values);
});

test("of the upper right quarter: its own cells and two more on the sides that go on", () => {
  const cells = cellsInSight(10, { x: 0.5, y: 0.5, half: 0.5 });
  expect(cells).toMatchObject({ columns: 7, rows: 7, cell: 0.2, top: 0 });
  expect(cells.left).toBeCloseTo(-0.4); // two cells to the left of the picture
  const cut = cells.cut(values);
  expect([...cut.subarray(0, 7)]).toEqual([3, 4, 5, 6, 7, 8, 9]);
  expect(cut[7]).toBe(13);
});

test("a cell's place on the picture is where its place on the plane is", () => {
  const window = { x: -0.31, y: 0.17, half: 0.23 };
  const { left, top, cell, columns, rows } = cellsInSight(50, window);
  // Column 0 of the cut begins left of the picture, the last ends right of it; likewise up and down.
  expect(left).toBeLessThan(0);
  expect(left + columns * cell).toBeGreaterThan(1);
  expect(top).toBeLessThan(0);
  expect(top + rows * cell).toBeGreaterThan(1);
  // The line between two columns of the plane nearest to its middle, seen in the window.
  const first = Math.floor(((window.x - window.half + 1) / 2) * 50) - 2;
  const x = -1 + (2 * (first + 4)) / 50;
  expect(left + 4 * cell).toBeCloseTo((x - window.x + window.half) / (2 * window.half));
});

test("round values between two others", () => {
  expect(roundValuesBetween(-1, 1, 11)).toEqual([-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8]);
  expect(roundValuesBetween(0.13, 47, 5)).toEqual([10, 20, 30, 40]);
  expect(roundValuesBetween(3, 3, 5)).toEqual([]);
});
