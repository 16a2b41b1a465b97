import { expect, test } from "vitest";
import { checkOrder } from "../../../web/src/worker/check-order.ts";

test.each([
  [37, 541],
  [393, 51],
  [4417, 5],
  [1000, 1],
  [10, 3],
])("of %i parameters in stretches of %i, each is checked once", (parameters, length) => {
  const { stretches, startOf } = checkOrder(parameters, length);
  const seen = Array.from({ length: stretches }, (_, i) => startOf(i)).flatMap((first) =>
    Array.from({ length: Math.min(length, parameters - first) }, (_, i) => first + i),
  );
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: parameters }, (_, i) => i));
});

test("of a huge network, every tenth has its share after twenty of 149,121", () => {
  const { startOf } = checkOrder(149_121, 1);
  const tenths = new Set(Array.from({ length: 20 }, (_, i) => Math.floor((10 * startOf(i)) / 149_121)));
  expect(tenths.size).toBe(10);
});
