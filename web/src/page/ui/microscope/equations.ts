/** For each kind of phase, the equation with its numbers. */
import { formulas as mathml } from "virtual:catalogue";
import type { Catalogue } from "../../../../../bindings/backprop";
import { rulesIn } from "../../mathematics/rules";
import type { Focus, Seen } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { type Choose, Pictures } from "../equation/pictures";
import type { Builder } from "./builder";
import type { Equation } from "./equation";
import { hiddenError, outputError } from "./error-equations";
import { batch, cost, forward } from "./forward-equations";
import { biases, update, weights } from "./gradient-equations";
import type { Phase, PhaseKind } from "./phases";

/** The sums are worked out for `focus`; `seen` is lit in the matrices. */
export function equationOf(
  iteration: Iteration,
  phase: Phase,
  focus: Focus,
  seen: Seen,
  wholeBatch: boolean,
  catalogue: Catalogue,
  choose: Choose,
): Equation {
  const l = focus.layer;
  const slots = { l: `${l}`, p: `${l - 1}`, n: `${l + 1}`, j: `${focus.neuron + 1}`, k: `${focus.from + 1}` };
  const pictures = new Pictures(iteration, seen, wholeBatch, choose);
  const costEntry = catalogue.costs.find(({ name }) => name === iteration.experiment.cost);
  const optimizer = catalogue.optimizers.find(({ name }) => name === iteration.experiment.optimizer);
  const equation = builders[phase.kind]({
    ...{ iteration, focus, pictures, slots, costEntry, optimizer },
    costFormula: mathml[costEntry?.formula ?? ""] ?? "",
    optimizerRules: rulesIn(optimizer?.formula ?? "").flatMap((rule) => mathml[rule] ?? []),
  });
  const isWhole = iteration.experiment.dropout > 0 && phase.kind !== "update";
  return isWhole ? { ...equation, note: [equation.note, withoutDropout].filter(Boolean).join(" ") } : equation;
}

const withoutDropout =
  "Dropout leaves neurons out of training by chance. Here the whole network is shown; only the step Δw is made with it.";

const builders: Record<PhaseKind, Builder> = {
  batch,
  forward,
  cost,
  error: (looked) => (looked.focus.layer === looked.iteration.last ? outputError : hiddenError)(looked),
  biases,
  weights,
  update,
};
