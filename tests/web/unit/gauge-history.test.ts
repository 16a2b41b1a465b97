import { expect, test } from "vitest";
import { verdictOn, withStep } from "../../../web/src/page/ui/microscope/gauge-history.ts";

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
