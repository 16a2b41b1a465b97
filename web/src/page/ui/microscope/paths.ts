/**
 * dC_x/dw^l_jk as the sum over paths that it is: from the weight's neuron j of layer l along the links to each output, and through
 * the cost. Each path's product has the factors of the notes' long product: loss gradient, then output activation, linear transform
 * and hidden activation in turn back to layer l, then a^(l-1)_k.
 */
import type { Iteration } from "../equation/iteration";

export interface Path {
  /** The neurons, from 0, that the path visits in layers l, l+1, .. L. */
  neurons: readonly number[];
  /** Its product, with a^(l-1)_k. */
  product: number;
}

export interface PathSum {
  /** The largest in size first. */
  paths: readonly Path[];
  /** How many there are, and the sum of all their products: dC_x/dw^l_jk. */
  count: number;
  sum: number;
}

/** Wide layers have more paths than there is time; then these are the largest that were found by going on from the largest parts. */
const mostKept = 200;

/** Of example i. With softmax the last two factors are one, dC_x/dz^L, for its derivative goes across neurons. */
export function pathsOf(iteration: Iteration, i: number, l: number, j: number, k: number): PathSum {
  const { sizes, last } = iteration;
  const neurons = (layer: number): number[] => Array.from({ length: sizes[layer] ?? 0 }, (_, neuron) => neuron);
  // From layer l outwards: the partial products, with sigma'(z) of every neuron but the last one's.
  let partial: Path[] = [{ neurons: [j], product: iteration.a(i, l - 1, k) }];
  // All paths at once: the sum of the partial products that end in each neuron, for the count and the sum.
  let ending = new Map([[j, iteration.a(i, l - 1, k)]]);
  let count = 1;
  for (let layer = l; layer < last; layer++) {
    const step = (from: number, to: number): number => iteration.slope(i, layer, from) * iteration.w(layer + 1, to, from);
    partial = partial.flatMap((path) => {
      const from = path.neurons.at(-1) as number;
      return neurons(layer + 1).map((to) => ({ neurons: [...path.neurons, to], product: path.product * step(from, to) }));
    });
    partial = largest(partial);
    const before = ending;
    ending = new Map(
      neurons(layer + 1).map((to) => [to, [...before].reduce((sum, [from, product]) => sum + product * step(from, to), 0)]),
    );
    count *= sizes[layer + 1] ?? 1;
  }
  const through = (output: number): number => iteration.delta(i, last, output);
  const paths = partial.map((path) => ({ ...path, product: path.product * through(path.neurons.at(-1) as number) }));
  const sum = [...ending].reduce((total, [output, product]) => total + product * through(output), 0);
  return { paths: largest(paths), count, sum };
}

const largest = (paths: Path[]): Path[] =>
  paths.toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product)).slice(0, mostKept);
