/** Which links and biases are drawn, and what is found at a place of the drawing. */
import { describe, expect, it, test } from "vitest";
import { leastDrawn, linkEnds, pointOnLink } from "../../../web/src/page/views/links.ts";
import { layOutNetwork } from "../../../web/src/page/views/network-layout.ts";
import { parameterNear, spotOf } from "../../../web/src/page/views/parameter-marks.ts";
import { parameterCount, weightAt } from "../../../web/src/page/views/parameters.ts";

const fit = { narrowestColumn: 88, pictures: 1 / 2, strips: true };
const wide = [2, 60, 60, 1];
const layout = layOutNetwork(wide, 728, 500, 84, 22, fit);
/** Weights of all sizes: the later, the larger, with either sign. */
const parameters = Float32Array.from({ length: parameterCount(wide) }, (_, i) => (i % 2 === 0 ? 1 : -1) * (i + 1) * 0.001);
const leasts = leastDrawn(wide, parameters);

test("where there is no room for all links, those of small weight are left out first", () => {
  expect(leastDrawn([2, 8, 8, 1], parameters)).toEqual([0, 0, 0, 0]);
  const least = leasts[2] ?? 0;
  const first = weightAt(wide, 2, 0, 0);
  const sizes = Array.from(parameters.subarray(first, first + 3600), Math.abs);
  expect(sizes.filter((size) => size >= least)).toHaveLength(400);
  expect(Math.max(...sizes.filter((size) => size < least))).toBeLessThan(least);
});

test("a strip's biases lie within their pictures, each in its own", () => {
  for (const layer of [1, 2])
    for (let neuron = 0; neuron < 60; neuron++) {
      const spot = spotOf(layout, { layer, neuron, from: null }) ?? { x: 0, y: 0 };
      const centre = layout.centres[layer]?.[neuron] ?? { x: 0, y: 0 };
      const half = (layout.strips[layer]?.side ?? 0) / 2;
      expect(Math.abs(spot.x - centre.x)).toBeLessThan(half);
      expect(Math.abs(spot.y - centre.y)).toBeLessThan(half);
      expect(spot.x < centre.x && spot.y > centre.y).toBe(true);
    }
});

describe("parameterNear()", () => {
  const at = (l: number, j: number, k: number, t: number) => {
    const ends = linkEnds(layout, l, j, k);
    return ends === null ? { x: 0, y: 0 } : pointOnLink(ends, t);
  };
  it("finds links that are drawn, and none that is left out", () => {
    let count = 0;
    for (const t of [0.3, 0.5, 0.7])
      for (let j = 0; j < 60; j += 7) {
        const { x, y } = at(2, j, 3, t);
        const found = parameterNear(layout, wide, parameters, leasts, x, y, 7);
        if (found === null) continue;
        count += 1;
        const weight = parameters[weightAt(wide, found.layer, found.neuron, found.from ?? 0)] ?? 0;
        expect(found.from).not.toBeNull();
        expect(Math.abs(weight)).toBeGreaterThanOrEqual(leasts[found.layer] ?? Number.NaN);
      }
    expect(count).toBeGreaterThan(0);
    // The largest is there, or one that lies over it: links of one row of a strip begin and end together.
    const { x, y } = at(2, 59, 59, 0.25);
    const found = parameterNear(layout, wide, parameters, leasts, x, y, 7);
    expect(linkEnds(layout, found?.layer ?? 0, found?.neuron ?? 0, found?.from ?? 0)).toEqual(linkEnds(layout, 2, 59, 59));
  });

  it("finds a bias before the links around it", () => {
    const small = [2, 3, 1];
    const drawing = layOutNetwork(small, 728, 500, 84, 22, fit);
    const flat = new Float32Array(parameterCount(small));
    const spot = spotOf(drawing, { layer: 1, neuron: 2, from: null }) ?? { x: 0, y: 0 };
    expect(parameterNear(drawing, small, flat, leastDrawn(small, flat), spot.x + 3, spot.y - 3, 7)).toEqual({
      layer: 1,
      neuron: 2,
      from: null,
    });
  });
});
