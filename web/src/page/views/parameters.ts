/** Where weights and biases lie in the flat vector of parameters: layer after layer, weights row by row, then biases. */

import { subscript, superscript } from "../format.ts";

/** Neurons of every layer, the input first. */
export type LayerSizes = readonly number[];

export function parameterCount(sizes: LayerSizes): number {
  return firstOf(sizes, sizes.length);
}

/** Position of w^l_jk: from neuron k of layer l-1 to neuron j of layer l; j and k from 0, l from 1. */
export function weightAt(sizes: LayerSizes, l: number, j: number, k: number): number {
  return firstOf(sizes, l) + j * (sizes[l - 1] as number) + k;
}

/** Position of b^l_j. */
export function biasAt(sizes: LayerSizes, l: number, j: number): number {
  return firstOf(sizes, l) + (sizes[l] as number) * (sizes[l - 1] as number) + j;
}

/** The weight from neuron `from` of the layer before, or, if that is null, the bias; neurons from 0, layers from 1. */
export interface ParameterPlace {
  layer: number;
  neuron: number;
  from: number | null;
}

/** Its position; null if the network has no such parameter. */
export function parameterAt(sizes: LayerSizes, { layer, neuron, from }: ParameterPlace): number | null {
  if (layer < 1 || neuron >= (sizes[layer] ?? 0)) return null;
  if (from === null) return biasAt(sizes, layer, neuron);
  return from < (sizes[layer - 1] ?? 0) ? weightAt(sizes, layer, neuron, from) : null;
}

/** The place of the parameter at a position. */
export function parameterPlace(sizes: LayerSizes, at: number): ParameterPlace {
  let layer = 1;
  while (layer < sizes.length - 1 && at >= firstOf(sizes, layer + 1)) layer += 1;
  const inputs = sizes[layer - 1] as number;
  const rest = at - firstOf(sizes, layer);
  const weights = inputs * (sizes[layer] as number);
  if (rest >= weights) return { layer, neuron: rest - weights, from: null };
  return { layer, neuron: Math.floor(rest / inputs), from: rest % inputs };
}

/** As the equations have it: w²₃₁ or b²₃; with a comma between indices of several digits. */
export function parameterName(sizes: LayerSizes, at: number): string {
  const { layer, neuron, from } = parameterPlace(sizes, at);
  if (from === null) return `b${superscript(layer)}${subscript(neuron + 1)}`;
  return `w${superscript(layer)}${indices(neuron, from)}`;
}

/** The indices jk, from 0, as they are written, from 1. */
export function indices(j: number, k: number): string {
  return `${subscript(j + 1)}${j > 8 || k > 8 ? "," : ""}${subscript(k + 1)}`;
}

/** The same in digits of the usual size, for MathML; of a bias j alone. */
export function indexText(j: number, k: number | null): string {
  return k === null ? String(j + 1) : `${j + 1}${j > 8 || k > 8 ? "," : ""}${k + 1}`;
}

function firstOf(sizes: LayerSizes, l: number): number {
  let at = 0;
  for (let layer = 1; layer < l; layer++) at += (sizes[layer] as number) * ((sizes[layer - 1] as number) + 1);
  return at;
}
