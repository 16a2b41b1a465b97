import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import type { Focus, Seen } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import type { SymbolName } from "../equation/symbols";
import type { Phase } from "./phases";
import type { Place, Target } from "./target";

/** What the network under the microscope, and each of its neurons, is drawn from. */
export interface DrawingProps {
  iteration: Iteration;
  phase: Phase;
  focus: Focus;
  seen: Seen;
  /** What the equation's symbols stand for here. */
  symbols: Partial<Record<SymbolName, Place>>;
  lit: SymbolName | null;
  pointed: Target | null;
  /** The path of the chain rule that is pointed at: its neurons from the weight's own on. */
  path: readonly number[] | null;
  catalogue: Catalogue;
  experiment: Experiment;
  choose(focus: Partial<Focus>): void;
  /** What is pointed at here; null for nothing. */
  onPoint(target: Target | null): void;
}
