/** The gradient check, which comes in parts. */
import type { GradientCheck } from "../../../../bindings/backprop";
import type { WorkerEvent } from "../../protocol";

export interface Check {
  run: number;
  iteration: number;
  /** In the order in which they came; see worker/check-order.ts. */
  parts: readonly GradientCheck[];
  done: boolean;
}

/** Closer than this, the two ways agree: the difference quotient has no more digits. */
export const agreeing = 1e-5;

/** Whether every parameter was checked and agrees; what is no number does not. */
export function agrees(check: Check | null): boolean {
  const ofPart = ({ relativeError, atKink }: GradientCheck): boolean =>
    relativeError.every((error, i) => error < agreeing || atKink[i] === 1);
  return check?.done === true && check.parts.every(ofPart);
}

export function checkWith(check: Check | null, event: Extract<WorkerEvent, { type: "checked" }>): Check {
  const { run, iteration, first, part, done } = event;
  return { run, iteration, parts: first ? [part] : [...(check?.parts ?? []), part], done };
}
