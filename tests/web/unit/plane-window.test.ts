import fc from "fast-check";
import { expect, test } from "vitest";
import {
  mostZoom,
  moved,
  type PlaneWindow,
  scaled,
  toPixels,
  toPlane,
  wholePlane,
  zoomed,
  zoomOf,
} from "../../../web/src/page/views/plane-window.ts";

const half = 6;
const whole = wholePlane(half);
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Some window that zooming and moving can lead to. */
const windows = fc
  .tuple(number(1, mostZoom), number(-half, half), number(-half, half), number(-half, half), number(-half, half))
  .map(([factor, x, y, byX, byY]) => moved(zoomed(whole, half, factor, [x, y]), half, [byX, byY]));
const places = fc.tuple(number(-half, half), number(-half, half));

const close = (a: readonly number[], b: readonly number[]): void => {
  for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i] as number, 7);
};

test("the whole plane: the upper left corner is (-half, half), the middle the origin, x to the right and y up", () => {
  expect(toPixels(whole, 300, [-6, 6])).toEqual([0, 0]);
  expect(toPixels(whole, 300, [0, 0])).toEqual([150, 150]);
  expect(toPixels(whole, 300, [3, 3])).toEqual([225, 75]);
  expect(toPlane(whole, 300, [300, 300])).toEqual([6, -6]);
});

test("a window's own corners are the picture's", () => {
  const window = { x: 2, y: -1, half: 1.5 };
  expect(toPixels(window, 100, [0.5, 0.5])).toEqual([0, 0]);
  expect(toPixels(window, 100, [3.5, -2.5])).toEqual([100, 100]);
});

test("from the plane to pixels and back is the same place, in any window", () => {
  fc.assert(fc.property(windows, places, (window, place) => close(toPlane(window, 284, toPixels(window, 284, place)), place)));
});

test("what is pointed at stays there when it is zoomed in on", () => {
  fc.assert(
    fc.property(places, number(1, mostZoom), (place, factor) => {
      close(toPixels(zoomed(whole, half, factor, place), 284, place), toPixels(whole, 284, place));
    }),
  );
});

test("nothing beside the plane comes into sight, and neither the whole nor the largest picture is passed", () => {
  const isInside = ({ x, y, half: reach }: PlaneWindow): boolean =>
    reach <= half && reach >= half / mostZoom && Math.max(Math.abs(x), Math.abs(y)) + reach <= half + 1e-9;
  fc.assert(
    fc.property(windows, number(0.01, 100), places, places, (window, factor, at, by) => {
      expect(isInside(moved(zoomed(window, half, factor, at), half, by))).toBe(true);
    }),
  );
  expect(zoomed(zoomed(whole, half, 4, [5, 5]), half, 0.01, [-3, 2])).toEqual(whole);
});

test("the same window of a plane of another size", () => {
  const window = zoomed(wholePlane(1), 1, 4, [0.5, 0]);
  expect(scaled(window, half)).toEqual(zoomed(whole, half, 4, [3, 0]));
  expect(zoomOf(window, 1)).toBe(4);
});
