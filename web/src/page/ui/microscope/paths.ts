/**
 * dC_x/dw^l_jk as the sum over paths that it is: from the weight's neuron j of layer l along the links to each output, and through
 * the cost. Each path's product has the factors of the notes' long product: loss gradient, then output activation, linear transform
 * and hidden activation in turn back to layer l, then a^(l-1)_k. With softmax a path goes on from z^L_j to any answer a^L_i, for
 * each answer depends on every z^L: the output activation is then the entry da^L_i/dz^L_j of the Jacobian.
 */
import type { Iteration } from "../equation/iteration";

export interface Path {
  /** The neurons, from 0, that the path visits in layers l, l+1, .. L. */
  neurons: readonly number[];
  /** The answer through which it reaches the cost. */
  answer: number;
  /** Its product, with a^(l-1)_k. */
  product: number;
}

interface PathSum {
  /** The largest in size first. */
  paths: readonly Path[];
  /** How many there are, and the sum of all their products: dC_x/dw^l_jk. */
  count: number;
  sum: number;
}

/** Wide layers have more paths than there is time; then these are the largest that were found by going on from the largest parts. */
const mostKept = 200;

/** da^L_answer/dz^L_output of example i. */
export function outputActivation(iteration: Iteration, i: number, answer: number, output: number): number {
  const { last } = iteration;
  const slope = iteration.slope(i, last, output);
  if (!Number.isNaN(slope)) return answer === output ? slope : 0;
  return iteration.a(i, last, answer) * ((answer === output ? 1 : 0) - iteration.a(i, last, output));
}

/** Of example i. */
export function pathsOf(iteration: Iteration, i: number, l: number, j: number, k: number): PathSum {
  const { sizes, last } = iteration;
  const neurons = (layer: number): number[] => Array.from({ length: sizes[layer] ?? 0 }, (_, neuron) => neuron);
  const isSoftmax = Number.isNaN(iteration.slope(i, last, 0));
  // From layer l outwards: the partial products, with sigma'(z) of every neuron but the last one's.
  let partial: Omit<Path, "answer">[] = [{ neurons: [j], product: iteration.a(i, l - 1, k) }];
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
  const answersOf = (output: number): number[] => (isSoftmax ? neurons(last) : [output]);
  const through = (answer: number, output: number): number =>
    iteration.costGradient(i, answer) * outputActivation(iteration, i, answer, output);
  const paths = partial.flatMap(({ neurons, product }) => {
    const output = neurons.at(-1) as number;
    return answersOf(output).map((answer) => ({ neurons, answer, product: product * through(answer, output) }));
  });
  const sum = [...ending].reduce(
    (total, [output, product]) => answersOf(output).reduce((inner, answer) => inner + product * through(answer, output), total),
    0,
  );
  return { paths: largest(paths), count: isSoftmax ? count * (sizes[last] ?? 1) : count, sum };
}

function largest<Part extends { product: number }>(paths: Part[]): Part[] {
  return paths.toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product)).slice(0, mostKept);
}
