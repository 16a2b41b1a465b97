/** What the equations of the phases are made from. */
import type { CostEntry, UsingEntry } from "../../../../../bindings/backprop";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import type { Pictures } from "../equation/pictures";
import type { Equation } from "./equation";

export interface Looked {
  iteration: Iteration;
  focus: Focus;
  pictures: Pictures;
  /** The layer, neuron (from 1) and so on, as they stand in formulas. */
  slots: Record<"l" | "p" | "n" | "j" | "k", string>;
  /** How the catalogue has the cost function, and its formula as MathML; */
  costEntry: CostEntry | undefined;
  costFormula: string;
  /** and the optimiser, with its rules. */
  optimizer: UsingEntry | undefined;
  optimizerRules: readonly string[];
}

export type Builder = (looked: Looked) => Equation;

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
