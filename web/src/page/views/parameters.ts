/** Where weights and biases lie in the flat vector of parameters: layer after layer, weights row by row, then biases. */

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

function firstOf(sizes: LayerSizes, l: number): number {
  let at = 0;
  for (let layer = 1; layer < l; layer++) at += (sizes[layer] as number) * ((sizes[layer - 1] as number) + 1);
  return at;
}
