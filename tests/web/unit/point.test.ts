/** One point looked at: the way from point to point, what the network says of it, and where it pulls. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf } from "../../../web/src/page/ui/point/answer.ts";
import { type Direction, nearest, nextIn, type Seen } from "../../../web/src/page/ui/point/nearest.ts";
import { pullsOf } from "../../../web/src/page/ui/point/pulls.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

const seen = (...places: [number, number][]): Seen[] => places.map((at, index) => ({ index, at }));

describe("from point to point", () => {
  const points = seen([50, 50], [60, 52], [90, 50], [50, 10], [52, 80], [0, 49]);
  test("the nearest to a place, within reach", () => {
    expect(nearest(points, [88, 51])?.index).toBe(2);
    expect(nearest(points, [70, 70], 5)).toBeNull();
    expect(nearest([], [0, 0])).toBeNull();
  });
  test.each([
    ["right", 1],
    ["left", 5],
    ["up", 3],
    ["down", 4],
  ] as const)("%s of the first", (direction, index) => {
    expect(nextIn(points, points[0] as Seen, direction)?.index).toBe(index);
  });
  test("at the edge there is none", () => {
    expect(nextIn(points, points[2] as Seen, "right")).toBeNull();
  });

  test("all points of a grid are reached by arrows, and each arrow leads where it points", () => {
    const grid = seen(...Array.from({ length: 25 }, (_, i): [number, number] => [20 * (i % 5), 20 * Math.floor(i / 5)]));
    const reached = new Set([12]);
    for (let found = 0; found < reached.size; found++)
      for (const direction of ["left", "right", "up", "down"] as const) {
        const next = nextIn(grid, grid[[...reached][found] as number] as Seen, direction);
        if (next !== null) reached.add(next.index);
      }
    expect(reached.size).toBe(25);
    const place = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2 }),
        fc.constantFrom<Direction>("left", "right", "up", "down"),
        (places, direction) => {
          const from = seen(...places)[0] as Seen;
          const next = nextIn(seen(...places), from, direction);
          if (next === null) return;
          const [across, down] = [next.at[0] - from.at[0], next.at[1] - from.at[1]];
          const along = { left: -across, right: across, up: -down, down }[direction];
          expect(along).toBeGreaterThan(0);
          expect(along).toBeGreaterThanOrEqual(Math.min(Math.abs(across), Math.abs(down)));
        },
      ),
    );
  });
});

test("the answer is the side of the threshold, the largest output, or the value", () => {
  const of = (classes: number, outputs: number[], label: number, desired: [number, number]) =>
    answerOf({ classes }, Float64Array.from(outputs), label, desired);
  expect(of(2, [0.2], 0, [-1, 1])).toEqual({ given: "class 1", isRight: false, wanted: "class 0" });
  expect(of(2, [0.2], 0, [0, 1])).toEqual({ given: "class 0", isRight: true, wanted: "class 0" });
  expect(of(3, [0.2, 0.1, 0.7], 2, [0, 1])).toMatchObject({ given: "class 2", isRight: true });
  expect(of(0, [0.25], -0.5, [0, 1])).toEqual({ given: "0.2500", isRight: null, wanted: "−0.5000" });
});

test("pulls are the largest entries of the point's own gradient, against which the step goes", async () => {
  const module = await loadModule();
  const engine = new Engine(module);
  const settings = "data=moons&layers=3,2&activations=relu&seed=4";
  engine.open(settings);
  engine.train(20);
  engine.watch({ point: { index: 7 } });
  const reading = engine.frame(1).readings.point;
  const session = startSession(module, settings);
  session.train(20);
  const gradient = session.trace(7)?.gradient as Float64Array;
  expect(reading?.gradient).toEqual(gradient);
  expect(reading?.example).toBe(session.nextIteration().points.indexOf(7));

  const pulls = pullsOf([2, 3, 2, 1], gradient, 4);
  const sizes = Array.from(gradient, Math.abs).sort((a, b) => b - a);
  expect(pulls.strongest.map(({ slope }) => Math.abs(slope))).toEqual(sizes.slice(0, 4).filter((size) => size > 0));
  expect(pulls.strongest[0]?.strength).toBe(1);
  expect([pulls.up, pulls.down, pulls.none]).toEqual([
    gradient.filter((slope) => slope < 0).length,
    gradient.filter((slope) => slope > 0).length,
    gradient.filter((slope) => slope === 0).length,
  ]);

  // A small step against it makes the point's cost smaller.
  const check = session.pointCheck(7, 0, gradient.length);
  for (const [i, slope] of gradient.entries()) if (check?.atKink[i] === 0) expect(check.byDifference[i]).toBeCloseTo(slope, 4);
  engine.watch({ point: { index: 10_000 } });
  expect(engine.frame(1).readings.point).toBeNull();
});
