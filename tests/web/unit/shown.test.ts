/** Which neuron the large plane shows. */
import { expect, test } from "vitest";
import { createShown } from "../../../web/src/page/state/shown.ts";
import type { Command } from "../../../web/src/protocol.ts";

function opened(sizes: number[]) {
  const sent: Command[] = [];
  const shown = createShown((command) => sent.push(command));
  shown.keepWithin(sizes);
  return { shown, asked: () => sent.at(-1) };
}

test("a lone output is shown as the output itself, pointed at or pinned", () => {
  const { shown, asked } = opened([2, 4, 1]);
  shown.show({ layer: 1, neuron: 3 });
  expect(asked()).toEqual({ type: "show", neuron: { layer: 1, neuron: 3 } });
  shown.show({ layer: 2, neuron: 0 });
  expect(asked()).toEqual({ type: "show", neuron: null });
  shown.togglePin({ layer: 1, neuron: 3 });
  shown.togglePin({ layer: 2, neuron: 0 });
  shown.show(null);
  expect(asked()).toEqual({ type: "show", neuron: null });
});

test("one output of several is a neuron like the others", () => {
  const { shown, asked } = opened([2, 4, 3]);
  shown.show({ layer: 2, neuron: 0 });
  expect(asked()).toEqual({ type: "show", neuron: { layer: 2, neuron: 0 } });
});
