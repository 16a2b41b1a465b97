import { expect, test } from "vitest";
import type { Iteration } from "../../../web/src/page/ui/equation/iteration.ts";
import { exaggerationOf, movedBy, shareAt } from "../../../web/src/page/ui/microscope/motion.ts";

const of = (parameters: number[], step: number[]): Iteration =>
  ({ parameters: Float32Array.from(parameters), step: Float64Array.from(step) }) as Partial<Iteration> as Iteration;

test.each([
  [[2, -1], [0.001, 0], 1000],
  [[2, -1], [0.03, 0], 20],
  [[2, -1], [-0.4, 0], 2],
  [[2, -1], [1.5, 0], 1],
  [[0, 0], [0.1, 0], 2],
  [[2, -1], [0, 0], 1],
  [[2, -1], [Number.NaN, 0], 1],
])("weights %j with steps %j are drawn moving %i times as far", (parameters, step, times) => {
  expect(exaggerationOf(of(parameters, step))).toBe(times);
});

test("links rest, go all the way, stay, and come back", () => {
  const shares = Array.from({ length: 361 }, (_, i) => shareAt(i / 100));
  expect([Math.min(...shares), Math.max(...shares)]).toEqual([0, 1]);
  expect(shares[0]).toBe(0);
  expect(shareAt(2)).toBe(1);
  expect([...movedBy(of([1, 2], [0.5, -1]), 2)]).toEqual([2, 0]);
});
