/** Steps from the hidden layers that there are: how many, and of how many neurons. For `Playground.change`. */
import type { Experiment } from "../../../../bindings/backprop";
import type { Settings } from "./settings";

/** Neurons of a layer that is new. */
const usualNeurons = 4;

export const withDepth =
  (of: (depth: number) => number) =>
  ({ layers }: Experiment): Settings => {
    const depth = of(layers.length);
    return depth === layers.length ? {} : { layers: Array.from({ length: depth }, (_, i) => layers[i] ?? usualNeurons) };
  };

/** `layer` is counted from 1, as on the page; nothing is changed where it is gone. */
export const withNeurons =
  (layer: number, of: (neurons: number) => number) =>
  ({ layers }: Experiment): Settings => {
    const neurons = layers[layer - 1];
    if (neurons === undefined || of(neurons) === neurons) return {};
    return { layers: layers.with(layer - 1, of(neurons)) };
  };
