/** The Jacobian da^L/dz^L of the example that is looked at, and softmax's entries as something worked out. */
import * as equation from "../equation/jacobian";
import type { Line, Looked } from "./proof";
import { difference, product, type Worked } from "./worked";

/** Row k, column j. */
export const jacobianAt = ({ iteration, i, l }: Looked, k: number, j: number): number =>
  equation.jacobianAt(iteration, i, l, k, j);

/** a_k ([k = j] - a_j) */
export const softmaxAt = (a_k: number, a_j: number, isSame: boolean): Worked => product(a_k, difference(isSame ? 1 : 0, a_j));

/** delta^L = (da^L/dz^L)^T grad_a C_x */
export const throughJacobian: NonNullable<Line["pictures"]> = (pictures, { iteration, i, l, j }) => [
  pictures.delta(l),
  "=",
  equation.transposedJacobianPicture(iteration, i, l, j),
  "·",
  pictures.costGradient(),
];
