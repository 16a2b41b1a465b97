/** One name for one neuron. */
import { expect, test } from "vitest";
import { neuronName, neuronTitle } from "../../../web/src/page/ui/neuron-name.ts";

test.each([
  [{ layer: 1, neuron: 0 }, [2, 3, 1], "neuron 1 of layer 1"],
  [{ layer: 2, neuron: 0 }, [2, 3, 1], "output neuron"],
  [{ layer: 2, neuron: 2 }, [2, 3, 3], "output neuron of class 2"],
])("%j in a network of %j is the %s", (place, sizes, name) => {
  expect(neuronName(place, sizes)).toBe(name);
  expect(neuronTitle(place, sizes).toLowerCase()).toBe(name);
  expect(neuronTitle(place, sizes)).toMatch(/^[A-Z]/);
});
