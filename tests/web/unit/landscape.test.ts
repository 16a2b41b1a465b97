/** Cuts through the space of the weights: their names in links, which patch of them is drawn, and how. */
import { expect, test } from "vitest";
import { cutOf, phaseOf, resolutionFor, usualPair } from "../../../web/src/page/ui/landscape/cuts.ts";
import { boxOf, follow, reaches, reachOf } from "../../../web/src/page/ui/landscape/patch.ts";
import { exaggeration, heightsOf } from "../../../web/src/page/views/landscape.ts";
import { biasAt, parameterCount, weightAt } from "../../../web/src/page/views/parameters.ts";

const sizes = [2, 12, 3, 1];

test("a link names the two weights by layer, neuron and where they come from", () => {
  const cut = { kind: "pair", first: weightAt(sizes, 2, 2, 10), second: biasAt(sizes, 1, 11) } as const;
  expect(phaseOf(cut, sizes)).toBe("w2.3.11,b1.12");
  expect(cutOf("w2.3.11,b1.12", sizes)).toEqual(cut);
});

test("every pair of parameters comes back from its link", () => {
  const count = parameterCount(sizes);
  for (let first = 0; first < count; first++) {
    const cut = { kind: "pair", first, second: (first + 7) % count } as const;
    expect(cutOf(phaseOf(cut, sizes), sizes)).toEqual(cut);
  }
});

test("the usual pair needs no name; what names no two weights of this network opens it", () => {
  const usual = usualPair(sizes);
  expect([usual.first, usual.second]).toEqual([0, weightAt(sizes, 2, 0, 0)]);
  expect(phaseOf(usual, sizes)).toBe("");
  for (const phase of ["", "error.2", "w9.1.1", "w1.1.3,x", "w1.13.1", "b1.0", "w1.1.1,w1.1.1", "w1.1"])
    expect(cutOf(phase, sizes), phase).toEqual(usual);
  expect(usualPair([3, 1])).toEqual({ kind: "pair", first: 0, second: 1 });
  // One name is enough for one of them.
  expect(cutOf("b3.1", sizes)).toEqual({ ...usual, first: parameterCount(sizes) - 1 });
});

test("random directions have a seed, the path's have nothing", () => {
  for (const phase of ["random", "random.3", "path"]) expect(phaseOf(cutOf(phase, sizes), sizes)).toBe(phase);
  expect(cutOf("random.3", sizes)).toEqual({ kind: "random", seed: 3 });
});

test("large networks and sets get a coarser picture, the largest none", () => {
  expect(resolutionFor([2, 4, 2, 1], 125)).toBe(49);
  expect(resolutionFor([2, 32, 32, 32, 1], 150)).toBe(17);
  expect(resolutionFor([2, 128, 128, 128, 1], 1000)).toBe(0);
});

test("the picture stands still while the ball is well within it, and then has it in the middle again", () => {
  const patch = { u: 1, v: 0, reach: 2 };
  expect(follow(patch, 2.6, -1.6)).toBe(patch);
  expect(follow(patch, 2.8, 0.1)).toEqual({ u: 3, v: 0, reach: 2 });
  expect(follow({ ...patch, reach: 0.5 }, 2.6, 0)).toEqual({ u: 2.625, v: 0, reach: 0.5 });
});

test("reaches are round numbers", () => {
  expect(reachOf(0.23)).toBe(0.3);
  expect(reachOf(5)).toBe(5);
  expect(reachOf(1e9)).toBe(100);
  expect(reaches).toEqual([...reaches].toSorted((a, b) => a - b));
  expect(boxOf(Float32Array.of(1, 2, -3, 2.5, 0, 2))).toEqual({ width: 4, fromOrigin: 3 });
});

test("heights go from the lowest cost to the highest; what is no number is highest", () => {
  const { heights, low, high } = heightsOf(Float32Array.of(5, 1, 2, Number.NaN));
  expect([low, high]).toEqual([1, 5]);
  expect([...heights]).toEqual([1, 0, 0.5, 1]);
});

test("short steps are drawn longer by a round number", () => {
  const step = [0.003, 0.004];
  expect(exaggeration({ step, reach: 1 }, 400)).toBe(50); // one pixel long, 24 are wanted
  expect(exaggeration({ step: [1, 0], reach: 1 }, 400)).toBe(1);
  expect(exaggeration({ step: [0, 0], reach: 1 }, 400)).toBe(1);
});
