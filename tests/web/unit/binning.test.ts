import fc from "fast-check";
import { expect, test } from "vitest";
import { binned } from "../../../web/src/page/views/binning.ts";

test("values fall into equal bins around 0, out to a power of two", () => {
  const { low, high, counts } = binned([-1.6, -0.1, 0, 0.4, 0.6, 1.9], 8); // half a unit each
  expect([low, high]).toEqual([-2, 2]);
  expect([...counts]).toEqual([1, 0, 0, 1, 2, 1, 0, 1]);
});

test("what lies on the upper end is in the last bin, what lies on the lower in the first", () => {
  const { high, counts } = binned([-4, 4], 4);
  expect(high).toBe(4);
  expect([...counts]).toEqual([1, 0, 0, 1]);
});

test("zeros alone have a scale too, and what is no number is not counted", () => {
  expect(binned([0, 0], 2)).toEqual({ low: -1, high: 1, counts: new Int32Array([0, 2]) });
  expect(binned([Number.NaN, Number.POSITIVE_INFINITY, 0.3], 2)).toEqual({
    low: -0.5,
    high: 0.5,
    counts: new Int32Array([0, 1]),
  });
  expect(binned([], 3).counts).toEqual(new Int32Array(3));
});

test("every value is counted once, in the bin that it lies in", () => {
  const values = fc.array(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 997),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 40 }), (all, bins) => {
      const { low, high, counts } = binned(all, bins);
      const width = (high - low) / bins;
      for (const [i, count] of counts.entries()) {
        const inside = (value: number): boolean =>
          value >= low + i * width - 1e-9 * high && value <= low + (i + 1) * width + 1e-9 * high;
        expect(count).toBeLessThanOrEqual(all.filter(inside).length);
      }
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
    }),
  );
});
