import { expect, test } from "vitest";
import { Pace } from "../../../web/src/worker/pace.ts";

/** Lets a pace run for so long on an engine of that speed, in slices with a pause between them; returns the iterations done. */
function simulate(pace: Pace, milliseconds: number, perMillisecond: number): { done: number; longest: number } {
  let now = 0;
  let done = 0;
  let longest = 0;
  pace.start(now);
  while (now < milliseconds) {
    const iterations = pace.next(now);
    const took = iterations / perMillisecond;
    if (iterations > 0) pace.took(iterations, took);
    done += iterations;
    longest = Math.max(longest, took);
    now += took + (iterations > 0 ? 0.05 : 4);
  }
  return { done, longest };
}

test.each([1, 10, 100, 1000, 10000])("%i iterations a second are what they say", (speed) => {
  const { done } = simulate(new Pace(speed), 10_000, 200);
  expect(done).toBeGreaterThan(10 * speed * 0.95);
  expect(done).toBeLessThan(10 * speed * 1.05 + 2);
});

test("only one iteration a second leaves half a second free", () => {
  const leaves = (speed: number | null): boolean => {
    const pace = new Pace(speed);
    pace.start(0);
    pace.next(0);
    return pace.isSlow(500);
  };
  expect([1, 10, 1000, null].map(leaves)).toEqual([true, false, false, false]);
  const pace = new Pace(1);
  pace.start(0);
  pace.next(0);
  pace.next(600);
  expect(pace.isSlow(500)).toBe(false);
});

test("at full speed the engine is busy, in slices that leave room for a click", () => {
  const { done, longest } = simulate(new Pace(null), 5000, 200);
  expect(done).toBeGreaterThan(0.95 * 5000 * 200);
  expect(longest).toBeLessThan(10);
});

test("a speed the machine cannot keep is not saved up", () => {
  const pace = new Pace(10_000);
  simulate(pace, 1000, 1);
  pace.setSpeed(10);
  pace.start(0);
  expect(pace.next(100)).toBeLessThanOrEqual(2);
});

test("a clock too coarse for the first slice does not make the next one long", () => {
  const pace = new Pace(null);
  pace.start(0);
  expect(pace.next(0)).toBe(1);
  pace.took(1, 0);
  expect(pace.next(0)).toBeLessThanOrEqual(2);
});

test("after a change the engine's speed is measured anew", () => {
  const pace = new Pace(null);
  simulate(pace, 1000, 200);
  expect(pace.next(1000)).toBeGreaterThan(1000);
  pace.forget();
  expect(pace.next(1000)).toBe(1);
});

test("from full speed to one iteration a second nothing is made up for", () => {
  const pace = new Pace(null);
  simulate(pace, 5000, 200);
  const last = 5000;
  pace.next(last);
  pace.setSpeed(1);
  expect(pace.next(last + 500)).toBe(0);
  expect(pace.next(last + 1100)).toBe(1);
});
