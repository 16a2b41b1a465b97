/** Outlines of where values on a grid reach a threshold. */
import { expect, test } from "vitest";
import { type Corner, ringsAround } from "../../../web/src/page/views/rings.ts";

const grid = (side: number, value: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: side * side }, (_, i) => value((i % side) + 0.5, Math.floor(i / side) + 0.5));

/** What a ring goes around, in cells; the sign tells in which direction. */
const area = (ring: readonly Corner[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)) / 2, 0);

test("around a disc there is one ring, which lies where the disc ends", () => {
  const [ring = [], ...others] = ringsAround(
    grid(40, (x, y) => 15 - Math.hypot(x - 20, y - 20)),
    40,
    5,
  );
  expect(others).toEqual([]);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [x, y] of ring) expect(Math.abs(Math.hypot(x - 20, y - 20) - 10)).toBeLessThan(0.02);
});

test("a hole has a ring of its own, the other way around", () => {
  const areas = ringsAround(
    grid(40, (x, y) => 5 - Math.abs(Math.hypot(x - 20, y - 20) - 10)),
    40,
    0,
  ).map(area);
  expect(areas).toHaveLength(2);
  const [small = 0, large = 0] = areas.toSorted((one, other) => Math.abs(one) - Math.abs(other));
  expect(small * large).toBeLessThan(0);
  expect(Math.abs(small)).toBeCloseTo(Math.PI * 25, -1);
  expect(Math.abs(large)).toBeCloseTo(Math.PI * 225, -1);
});

test("a region at the edge is closed along the edge", () => {
  const [ring = [], ...others] = ringsAround(
    grid(4, (x) => x),
    4,
    2,
  );
  expect(others).toEqual([]);
  expect(new Set(ring.map(([x]) => x))).toEqual(new Set([2, 2.5, 3.5, 4]));
  expect(ring.filter(([x]) => x === 2).map(([, y]) => y)).toEqual(expect.arrayContaining([0.5, 1.5, 2.5, 3.5]));
});

test("places that touch at a corner alone are two", () => {
  expect(ringsAround(Float32Array.of(1, 0, 0, 1), 2, 0.5)).toHaveLength(2);
  expect(ringsAround(Float32Array.of(0, 1, 1, 0), 2, 0.5)).toHaveLength(2);
  expect(ringsAround(Float32Array.of(1, 1, 0, 1), 2, 0.5)).toHaveLength(1);
});

test("what is no number is outside, what is infinite is where it is", () => {
  expect(ringsAround(new Float32Array(9).fill(Number.NaN), 3, 0)).toEqual([]);
  const single = Float32Array.of(0, 0, 0, 0, Number.POSITIVE_INFINITY, 0, 0, 0, Number.NaN);
  const rings = ringsAround(single, 3, 1);
  expect(rings).toHaveLength(1);
  for (const place of rings.flat(2)) expect(place).toSatisfy(Number.isFinite);
});

test("each value at random is inside the rings exactly if it reaches the threshold", () => {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const values = grid(20, random);
  const rings = ringsAround(values, 20, 0.5);
  for (let y = 0; y < 20; y++)
    for (let x = 0; x < 20; x++)
      expect(isInside(rings, x + 0.5, y + 0.5), `${x} ${y}`).toBe((values[20 * y + x] as number) >= 0.5);
});

/** Whether a line to the right crosses the rings an odd number of times. */
const isInside = (rings: readonly (readonly Corner[])[], x: number, y: number): boolean =>
  rings
    .flatMap((ring) => ring.slice(1).map((to, i) => [ring[i] as Corner, to] as const))
    .filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)).length %
    2 ===
  1;
