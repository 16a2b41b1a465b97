/** The stages of the folding have names of their own, and the ready cases do what their sentences say. */
import { beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { cases } from "../../../web/src/page/ui/folding/cases.ts";
import { phaseOf, seenShare, stageAt, tickOf, widthOf } from "../../../web/src/page/ui/folding/stages.ts";
import { cellColours, eased } from "../../../web/src/page/views/folding.ts";
import type { Palette } from "../../../web/src/page/views/palette.ts";
import { loadModule, startSession, trainEpochs } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

test("every stage is found by its name in the link, and what names none is the plane", () => {
  const stages = startSession(module, "layers=4,3&features=x1,x2,product").folding(2);
  const phases = stages.map(phaseOf);
  expect(phases).toEqual(
    [
      ["", "features", "1.weights", "1.bias", "1.sigma", "2.weights", "2.bias", "2.sigma", "2.turned"],
      ["3.weights", "3.bias", "3.sigma"],
    ].flat(),
  );
  for (const [at, phase] of phases.entries()) expect(stageAt(stages, phase)).toBe(at);
  expect(stageAt(stages, "error.2")).toBe(0);
  expect(stages.map(tickOf).join(" ")).toBe("x a⁰ W¹ +b¹ σ W² +b² σ ↻ W³ +b³ σ");
  expect(stages.map(widthOf)).toEqual([2, 3, 4, 4, 4, 3, 3, 3, 3, 1, 1, 1]);
  expect(stages.map(seenShare).every((share) => share > 0.3 && share < 1.000001)).toBe(true);
});

test("cells have the colour of the answer, paler where it is less sure", () => {
  const palette = {
    positive: [0, 0, 255],
    negative: [255, 0, 0],
    zero: [255, 255, 255],
    planeStrength: 1,
    classes: [
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ],
  } as unknown as Palette;
  const one = cellColours(Float32Array.of(-1, 0, 1, 9), 2, { low: -1, high: 1 }, { classes: 2, most: 1 }, palette);
  expect(one).toEqual(["rgb(255 0 0 / 0.7)", "rgb(255 255 255 / 0.7)", "rgb(0 0 255 / 0.7)", "rgb(0 0 255 / 0.7)"]);
  const three = cellColours(Float32Array.of(0, 1, 0.5), 1, { low: 0, high: 1 }, { classes: 3, most: 1 }, palette);
  expect(three).toEqual(["rgb(128 133 128 / 0.7)"]);
});

test("the way between two stages begins and ends slowly", () => {
  expect([0, 0.5, 1].map(eased)).toEqual([0, 0.5, 1]);
  expect(eased(0.1)).toBeLessThan(0.05);
});

describe("the ready cases", () => {
  const accuracyAfter = (name: string, epochs: number, seed = ""): number => {
    const session = startSession(module, `${cases.find((of) => of.name === name)?.settings}${seed}`);
    trainEpochs(session, epochs);
    return session.scores().training.accuracy;
  };
  test("are written as links have them", () => {
    for (const { settings } of cases) expect(startSession(module, settings).link()).toBe(settings);
  });
  test.each(["circle3", "circle32", "xor"])("%s: within 50 epochs all points are told apart", (name) => {
    expect(accuracyAfter(name, 50)).toBe(1);
  });
  test("circle222: never, whatever the first weights", () => {
    for (let seed = 1; seed <= 5; seed++) expect(accuracyAfter("circle222", 500, `&seed=${seed}`)).toBeLessThan(0.96);
  });
  test("spiral: within some hundred epochs, and not at once", () => {
    expect(accuracyAfter("spiral", 100)).toBeLessThan(0.95);
    expect(accuracyAfter("spiral", 500)).toBeGreaterThan(0.98);
  });
});
