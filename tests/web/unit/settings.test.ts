import { expect, test } from "vitest";
import { nextOnLadder, nextRate, settingsText } from "../../../web/src/page/state/settings.ts";

test("settings are written as the core reads them", () => {
  expect(settingsText({ layers: [8, 8], learningRate: 0.03 })).toBe("layers=8,8&learningRate=0.03");
  expect(settingsText({ layers: [] })).toBe("layers=");
  expect(
    settingsText({
      own: [
        [1, 2, 0],
        [-3, 0.5, 1],
      ],
    }),
  ).toBe("own=1,2,0;-3,0.5,1");
});

test("what is typed cannot smuggle in another setting", () => {
  expect(settingsText({ learningRate: "0.1&seed=7" })).toBe("learningRate=0.1%26seed%3D7");
});

test.each([
  [0.03, 1, [1, 3], 0.1],
  [0.03, -1, [1, 3], 0.01],
  [0.05, 1, [1, 3], 0.1],
  [0.05, -1, [1, 3], 0.03],
  [10, 1, [1, 2, 5], 20],
  [10, -1, [1, 2, 5], 5],
  [7, 1, [1, 2, 5], 10],
] as const)("from %d in direction %d on the ladder %j comes %d", (value, direction, rungs, next) => {
  expect(nextOnLadder(value, direction, rungs)).toBe(next);
});

test("the learning rate goes no further than its limits", () => {
  const limits = { low: 0.001, high: 10, whole: false };
  expect([nextRate(0.03, 1, limits), nextRate(10, 1, limits), nextRate(0.001, -1, limits)]).toEqual([0.1, 10, 0.001]);
});
