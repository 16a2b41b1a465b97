/** da^l_k / dz^l_j of one example: for elementwise sigma a diagonal, for softmax a_k ([k = j] - a_j), a full matrix. */
import { superscript } from "../../format";
import type { Iteration } from "./iteration";
import type { MatrixPicture } from "./matrix";

/** Row k, column j, for example i. */
export function jacobianAt({ a, slope }: Iteration, i: number, l: number, k: number, j: number): number {
  const own = slope(i, l, j);
  // Softmax has no slope of its own for each neuron.
  if (Number.isNaN(own)) return a(i, l, k) * ((k === j ? 1 : 0) - a(i, l, j));
  return k === j ? own : 0;
}

/** (da^l/dz^l)^T, with row j chosen: the one that the sum over k runs along. */
export function transposedJacobianPicture(iteration: Iteration, i: number, l: number, j: number): MatrixPicture {
  const count = iteration.sizes[l] ?? 0;
  const up = superscript(l);
  return {
    symbol: null,
    name: `(∂a${up}/∂z${up})ᵀ`,
    rows: count,
    columns: count,
    at: (row, column) => jacobianAt(iteration, i, l, column, row),
    row: j,
    column: -1,
  };
}
