/** The Jacobian da^L/dz^L of the example that is looked at, and softmax's entries as something worked out. */
import * as equation from "../equation/jacobian";
import type { MatrixPicture } from "../equation/matrix";
import type { Looked } from "./proof";
import { difference, product, type Worked } from "./worked";

/** Row k, column j. */
export const jacobianAt = ({ iteration, i, l }: Looked, k: number, j: number): number =>
  equation.jacobianAt(iteration, i, l, k, j);

/** a_k ([k = j] - a_j) */
export const softmaxAt = (a_k: number, a_j: number, isSame: boolean): Worked => product(a_k, difference(isSame ? 1 : 0, a_j));

export const transposedJacobianPicture = ({ iteration, i, l, j }: Looked): MatrixPicture =>
  equation.transposedJacobianPicture(iteration, i, l, j);
