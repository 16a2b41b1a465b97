/** da^L_k / dz^L_j: for elementwise sigma a diagonal, for softmax a_k ([k = j] - a_j), a full matrix. */
import { superscript } from "../../format";
import type { MatrixPicture } from "../equation/matrix";
import { isSoftmax, type Looked, neurons } from "./proof";
import { difference, evaluate, product, type Worked } from "./worked";

/** Row k, column j. */
export function jacobianAt({ iteration, l, i }: Looked, k: number, j: number): number {
  if (isSoftmax(iteration.experiment) && l === iteration.last)
    return evaluate(softmaxAt(iteration.a(i, l, k), iteration.a(i, l, j), k === j));
  return k === j ? iteration.slope(i, l, j) : 0;
}

/** a_k ([k = j] - a_j) */
export const softmaxAt = (a_k: number, a_j: number, isSame: boolean): Worked => product(a_k, difference(isSame ? 1 : 0, a_j));

/** With column j chosen, the one that the sum over k runs along. */
export function jacobianPicture(looked: Looked): MatrixPicture {
  const count = neurons(looked, looked.l).length;
  const up = superscript(looked.l);
  return {
    symbol: null,
    name: `∂a${up}/∂z${up}`,
    rows: count,
    columns: count,
    at: (k, j) => jacobianAt(looked, k, j),
    row: -1,
    column: looked.j,
  };
}

/** Its transpose, with row j chosen. */
export function transposedJacobianPicture(looked: Looked): MatrixPicture {
  const straight = jacobianPicture(looked);
  return { ...straight, name: `(${straight.name})ᵀ`, at: (j, k) => straight.at(k, j), row: straight.column, column: -1 };
}
