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

/** As the equations have it: w²₃₁ or b²₃; with a comma between indices of several digits. */
export function parameterName(sizes: LayerSizes, at: number): string {
  let l = 1;
  while (l < sizes.length - 1 && at >= firstOf(sizes, l + 1)) l += 1;
  const inputs = sizes[l - 1] as number;
  const place = at - firstOf(sizes, l);
  const weights = inputs * (sizes[l] as number);
  if (place >= weights) return `b${superscript(l)}${subscript(place - weights + 1)}`;
  return `w${superscript(l)}${indices(Math.floor(place / inputs), place % inputs)}`;
}

/** The indices jk, from 0, as they are written, from 1. */
export function indices(j: number, k: number): string {
  return `${subscript(j + 1)}${j > 8 || k > 8 ? "," : ""}${subscript(k + 1)}`;
}

function firstOf(sizes: LayerSizes, l: number): number {
  let at = 0;
  for (let layer = 1; layer < l; layer++) at += (sizes[layer] as number) * ((sizes[layer - 1] as number) + 1);
  return at;
}
