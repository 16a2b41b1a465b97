import { expect, test } from "vitest";
import { asideOn, verdictOn, withStep } from "../../../web/src/page/ui/microscope/gauge-history.ts";
import { forecastRange } from "../../../web/src/page/views/forecast-chart.ts";

const step = (iteration: number) => ({ iteration, predicted: -iteration, actual: -1 });

test("steps follow each other; one seen again is replaced, and going back takes the later ones away", () => {
  const three = [1, 2, 3].reduce((steps, iteration) => withStep(steps, step(iteration)), [] as ReturnType<typeof withStep>);
  expect(three.map(({ iteration }) => iteration)).toEqual([1, 2, 3]);
  expect(withStep(three, { ...step(3), actual: 7 })).toEqual([step(1), step(2), { ...step(3), actual: 7 }]);
  expect(withStep(three, step(1))).toEqual([step(1)]);
});

test.each([
  [-0.01, -0.0099, /straight line holds.* 1\.0 %/],
  [-0.01, -0.005, /curved: it does 0\.50 times/],
  [-0.01, 0.02, /too long: the gradient foretells a fall, and the cost rises/],
  [0.01, -0.02, /opposite/],
  [0, 0, /gradient is zero/],
  [Number.NaN, 1, /no number/],
  [-1, Number.POSITIVE_INFINITY, /no number/],
])("foretold %d, happens %d", (predicted, actual, verdict) => {
  expect(verdictOn({ predicted, actual })).toMatch(verdict);
});

test.each([
  // Seen in the course: the mini-batch's cost falls, the training set's rises.
  [-0.01, -0.005, -0.0037, 0.0353, /training set the cost rises, though its gradient foretells the contrary/],
  [-0.01, -0.005, 0.002, 0.003, /training set the cost rises\.$/],
  [-0.01, 0.02, -0.01, -0.004, /training set the cost falls\.$/],
  [-0.01, -0.005, -0.01, -0.004, /^$/],
  [-0.01, -0.005, Number.NaN, Number.NaN, /^$/],
])("mini-batch %d, %d; training set %d, %d", (predicted, actual, predictedOfAll, actualOfAll, aside) => {
  expect(asideOn({ predicted, actual }, { predicted: predictedOfAll, actual: actualOfAll })).toMatch(aside);
});

test("the chart's scale follows the recent steps", () => {
  const steps = [-12, 4, 0.03].map((actual, iteration) => ({ iteration, predicted: -0.01, actual }));
  const { low, high } = forecastRange(steps);
  expect(high).toBeCloseTo(4 / 3);
  expect(low).toBeCloseTo(-12 / 9);
  // Steps of about the same length are all whole, the oldest too.
  const alike = [-0.07, -0.06, -0.05, -0.04, -0.03].map((actual, iteration) => ({ iteration, predicted: actual, actual }));
  expect(forecastRange(alike)).toEqual({ low: -0.07, high: 0 });
  // Of the newest step alone nothing is cut.
  expect(forecastRange(steps.slice(-1))).toEqual({ low: -0.01, high: 0.03 });
  expect(forecastRange([{ iteration: 1, predicted: Number.NaN, actual: Number.POSITIVE_INFINITY }])).toEqual({
    low: 0,
    high: 0,
  });
});
