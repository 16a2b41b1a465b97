/** Where numbers stand in lines: on them, apart from each other and from the edge, where there are no points, and along the line. */
import { expect, test } from "vitest";
import { placeTexts } from "../../../web/src/page/views/line-numbers.ts";
import type { Position } from "../../../web/src/page/views/plane-window.ts";

const size = 300;
const height = 10;
const width = 24;

/** A line through places at equal steps from one end to the other. */
const straight = (from: Position, to: Position): Position[] =>
  Array.from({ length: 101 }, (_, i) => [from[0] + ((to[0] - from[0]) * i) / 100, from[1] + ((to[1] - from[1]) * i) / 100]);

const circle = (radius: number): Position[] =>
  Array.from({ length: 201 }, (_, i) => [
    150 + radius * Math.cos((i * Math.PI) / 100),
    150 + radius * Math.sin((i * Math.PI) / 100),
  ]);

const place = (line: Position[], points: Position[] = []) =>
  placeTexts([{ parts: [line], width }], size, height, points)[0] ?? null;

test("a number stands on its line, turned as it is, to be read from the left, and nowhere cut off", () => {
  for (const [from, to] of [
    [
      [0, 40],
      [300, 140],
    ],
    [
      [300, 140],
      [0, 40],
    ],
    [
      [20, 300],
      [120, 0],
    ],
  ] as [Position, Position][]) {
    const at = place(straight(from, to));
    const slope = (to[1] - from[1]) / (to[0] - from[0]);
    expect(Math.tan(at?.angle ?? 0)).toBeCloseTo(slope, 6);
    expect(Math.abs(at?.angle ?? 9)).toBeLessThanOrEqual(Math.PI / 2);
    expect((at?.y ?? 0) - from[1]).toBeCloseTo(slope * ((at?.x ?? 0) - from[0]), 6);
    for (const along of [-width / 2, width / 2]) {
      const [x, y] = [(at?.x ?? 0) + along * Math.cos(at?.angle ?? 0), (at?.y ?? 0) + along * Math.sin(at?.angle ?? 0)];
      expect(Math.min(x, y, size - x, size - y)).toBeGreaterThanOrEqual(height / 2);
    }
  }
});

test("lines too short or too bent for their number have none", () => {
  expect(place(straight([100, 100], [120, 100]))).toBe(null);
  expect(place(circle(8))).toBe(null);
  expect(place(circle(80))).not.toBe(null);
  expect(place(straight([0, 2], [300, 2]))).toBe(null); // along the edge
});

test("numbers keep apart", () => {
  const lines = Array.from({ length: 8 }, (_, i) => ({ parts: [straight([0, 100 + 6 * i], [300, 100 + 6 * i])], width }));
  const places = placeTexts(lines, size, height, []).filter((at) => at !== null);
  expect(places.length).toBeGreaterThanOrEqual(4);
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * width);
});

test("where there is room beside points, it is taken", () => {
  const points = Array.from({ length: 40 }, (_, i): Position => [i * 5, 150]); // up to the middle and beyond
  expect(place(straight([0, 150], [300, 150]), points)?.x).toBeGreaterThan(200 + width / 2);
});

test("a line that moves a little takes its number along", () => {
  const points: Position[] = [
    [40, 60],
    [90, 130],
    [200, 180],
    [260, 90],
  ];
  const at = (shift: number) => place(straight([0, 100 + shift], [300, 160 + shift]), points);
  for (let shift = 0; shift < 3; shift += 0.5)
    expect(Math.hypot((at(shift)?.x ?? 0) - (at(0)?.x ?? 0), (at(shift)?.y ?? 0) - (at(0)?.y ?? 99))).toBeLessThan(12);
});
