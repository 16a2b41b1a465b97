import { expect, test } from "vitest";
import { seenAt } from "../../../web/src/page/ui/microscope/seen.ts";

const focus = { layer: 2, neuron: 1, from: 2, example: 3 };

test.each([
  ["a link that comes in", { layer: 2, of: "links", neuron: 4, from: 5 }, { neuron: 4, from: 5 }],
  ["a link that leaves", { layer: 3, of: "links", neuron: 4, from: 5 }, { neuron: 5, to: 4 }],
  ["a neuron of the layer", { layer: 2, of: "neurons", neuron: 4, from: -1 }, { neuron: 4 }],
  ["one of the layer before", { layer: 1, of: "neurons", neuron: 4, from: -1 }, { from: 4 }],
  ["one of the layer after", { layer: 3, of: "neurons", neuron: 4, from: -1 }, { to: 4 }],
  ["something far away", { layer: 5, of: "links", neuron: 4, from: 5 }, {}],
] as const)("pointing at %s looks there for as long", (_name, pointed, seen) => {
  expect(seenAt(focus, pointed)).toEqual({ ...focus, ...seen });
  expect(seenAt(focus, null)).toEqual(focus);
});
