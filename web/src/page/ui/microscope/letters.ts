/** What the letters of an equation mean that are no symbols to point at, in a short line beside it. */
import { formatCount, superscript } from "../../format";
import type { Iteration } from "../equation/iteration";

const examples = ({ m }: Iteration): string =>
  m === 1 ? "x is the m = 1 example of the mini-batch" : `x runs over the m = ${formatCount(m)} examples of the mini-batch`;

export const letters = {
  /** Of C as the mean of the C_x. */
  batch: (iteration: Iteration): string => `${examples(iteration)}; Cₓ is the cost of example x alone`,
  /** Where the cost's own formula stands as well, with n. */
  cost: (iteration: Iteration): string =>
    `${examples(iteration)}; Cₓ is the cost of x alone; n examples are averaged, here n = m`,
  /** Of one example. */
  single: "C is here the cost Cₓ of this one example x",
  /** Of a mean over the mini-batch. */
  averaged: (iteration: Iteration, l: number): string =>
    `${examples(iteration)}; δˣ,${superscript(l)} is the error of x in layer ${l}, Cₓ its cost`,
  update: "η is the learning rate, ΔW the step",
};
