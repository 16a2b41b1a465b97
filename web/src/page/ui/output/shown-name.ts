/** What the large plane shows, in words: the output, or the neuron that is pointed at or pinned. */
import { useComputed } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { superscript } from "../../format";
import { usePlayground } from "../context";

interface ShownName {
  title: string;
  /** Which one, or what of it. */
  name: string;
  /** -1 for the output as a whole. */
  layer: number;
  neuron: number;
}

export function useShownName(catalogue: Catalogue, experiment: Experiment): ShownName {
  const { plane, run } = usePlayground();
  // Numbers, not objects, which would be new with every frame: whoever uses them is rendered again only when they change.
  const layer = useComputed(() => plane.value?.shown?.layer ?? -1).value;
  const neuron = useComputed(() => plane.value?.shown?.neuron ?? 0).value;
  const outputs = run.value?.sizes.at(-1) ?? 1;
  if (layer < 0) return { title: "Output", name: wholeName(experiment, outputs), layer, neuron };
  return { title: layer === 0 ? "Input" : "Neuron", name: neuronName(catalogue, experiment, layer, neuron), layer, neuron };
}

function wholeName({ layers, classes }: Experiment, outputs: number): string {
  const a = `a${superscript(layers.length + 1)}`;
  if (classes === 0) return `${a}, predicted`;
  return outputs > 1 ? `largest ${a} wins` : a;
}

function neuronName(catalogue: Catalogue, { features, layers }: Experiment, layer: number, neuron: number): string {
  if (layer === 0) return catalogue.features.find(({ name }) => name === features[neuron])?.label ?? "";
  return layer > layers.length ? `a${superscript(layer)} of class ${neuron}` : `${neuron + 1} of layer ${layer}`;
}
