/** What is looked at, and how that stands in a link: "2.3.1.4" is layer 2, neuron 3, from neuron 1, example 4. */
import type { LayerSizes } from "../../views/parameters";

/** Neuron j of layer l, the weight that comes to it from neuron k of the layer before, and example i; all but l from 0. */
export interface Focus {
  layer: number;
  neuron: number;
  from: number;
  example: number;
}

/** What is looked at while something is pointed at: then there may be a neuron of the layer after. */
export interface Seen extends Focus {
  to?: number;
}

/** Whatever is not there or no number is the first. */
export function readFocus(text: string): Focus {
  const [layer, neuron, from, example] = text.split(".").map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : 1));
  const place = (number = 1): number => Math.max(0, number - 1);
  return { layer: Math.max(1, layer ?? 1), neuron: place(neuron), from: place(from), example: place(example) };
}

export const isFocus = (text: string): boolean => /^\d{1,6}(\.\d{1,6}){3}$/.test(text);

/** The first of each is nothing. */
export function writeFocus({ layer, neuron, from, example }: Focus): string {
  const text = [layer, neuron + 1, from + 1, example + 1].join(".");
  return text === "1.1.1.1" ? "" : text;
}

/** The focus as the network allows it; `examples` there are to choose from. */
export function within(sizes: LayerSizes, wanted: Focus, examples: number): Focus {
  const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  const layer = Math.max(1, clamp(wanted.layer, sizes.length));
  return {
    layer,
    neuron: clamp(wanted.neuron, sizes[layer] ?? 1),
    from: clamp(wanted.from, sizes[layer - 1] ?? 1),
    example: clamp(wanted.example, examples),
  };
}
