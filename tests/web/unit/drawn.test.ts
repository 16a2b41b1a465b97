import { expect, test } from "vitest";
import { drawnOf, firstDrawn, withChosen } from "../../../web/src/page/ui/microscope/drawn.ts";
import { linkEnds } from "../../../web/src/page/views/links.ts";
import { layOutNetwork } from "../../../web/src/page/views/network-layout.ts";

const sizes = [2, 100, 30, 1];
const layout = layOutNetwork(sizes, 728, 380, 48, 22);
const room = layout.centres[1]?.length ?? 0;

test.each([0, 1, room - 1, room, room + 1, 50, 98, 99])("the chosen neuron is drawn, and so is its source: %i", (chosen) => {
  const { centres } = withChosen(layout, sizes, { layer: 2, neuron: Math.min(chosen, 29), from: chosen, example: 0 });
  expect(Object.keys(centres[1] ?? {})).toHaveLength(room);
  expect(centres[1]?.[chosen]).toBeDefined();
  expect(centres[2]?.[Math.min(chosen, 29)]).toBeDefined();
  // The places are those of before, from the top.
  expect(Object.values(centres[1] ?? {})).toEqual(layout.centres[1]);
});

test("a link between two that are drawn has its ends, another has none", () => {
  const moved = withChosen(layout, sizes, { layer: 2, neuron: 29, from: 99, example: 0 });
  expect(linkEnds(moved, 2, 29, 99)).not.toBeNull();
  expect(linkEnds(moved, 2, 29, 0)).toBeNull();
});

test("they stay while one goes on to a neuron that is drawn", () => {
  const firsts = Array.from({ length: 100 }, (_, chosen) => firstDrawn(chosen, 11, 100));
  expect(new Set(firsts)).toEqual(new Set([0, 11, 22, 33, 44, 55, 66, 77, 88, 89]));
});

test("it is said which they are, unless it is all of them", () => {
  const { centres } = withChosen(layout, sizes, { layer: 1, neuron: 99, from: 0, example: 0 });
  expect(drawnOf(centres[0] ?? [], 2)).toBe("");
  expect(drawnOf(centres[1] ?? [], 100)).toBe(`${101 - room}–100 of 100`);
});
