import { expect, test } from "vitest";
import { readFocus, within, writeFocus } from "../../../web/src/page/ui/equation/focus.ts";
import { layerOf, phasesOf } from "../../../web/src/page/ui/microscope/phases.ts";

test("layer, neuron, from and example stand in the link from 1, and nothing where all are the first", () => {
  const focus = { layer: 2, neuron: 2, from: 0, example: 3 };
  expect(writeFocus(focus)).toBe("2.3.1.4");
  expect(readFocus("2.3.1.4")).toEqual(focus);
  expect(writeFocus(readFocus(""))).toBe("");
});

test("nonsense is the first of each, and what is cut short as well", () => {
  const first = { layer: 1, neuron: 0, from: 0, example: 0 };
  for (const text of ["", "x", "-1.0.0.0", "1e9", "..", "NaN.NaN.NaN.NaN", "99999999999"])
    expect(readFocus(text)).toEqual(first);
  expect(readFocus("2.4")).toEqual({ ...first, layer: 2, neuron: 3 });
});

test("what the network or the phase does not have becomes the last one that it has", () => {
  const sizes = [2, 3, 1];
  const phases = phasesOf(2);
  const of = (name: string) => phases.find((phase) => phase.name === name) as (typeof phases)[number];
  const at = (phase: string, focus: string) => {
    const wanted = readFocus(focus);
    return within(sizes, { ...wanted, layer: layerOf(of(phase), 2, wanted.layer) }, 10);
  };
  expect(at("weights", "9.9.9.9")).toEqual({ layer: 2, neuron: 0, from: 2, example: 8 });
  // A phase of one layer is about that layer.
  expect(at("error.1", "2.3.9.99")).toEqual({ layer: 1, neuron: 2, from: 1, example: 9 });
});
