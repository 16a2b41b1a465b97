/** The gradient check, which comes in parts. */
import type { GradientCheck } from "../../../../bindings/backprop";
import type { WorkerEvent } from "../../protocol";

export interface Check {
  run: number;
  iteration: number;
  /** The parts in their order, from the first parameter on. */
  parts: readonly GradientCheck[];
  done: boolean;
}

export function checkWith(check: Check | null, event: Extract<WorkerEvent, { type: "checked" }>): Check {
  const { run, iteration, part, done } = event;
  return { run, iteration, parts: part.first === 0 ? [part] : [...(check?.parts ?? []), part], done };
}
