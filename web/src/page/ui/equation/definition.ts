/** The derivative by its definition, a central difference that the core has measured: what backpropagation is held against. */

import type { Reading } from "../../../protocol";
import { minus } from "../../format";
import { agreeing } from "../../state/check";

export interface Definition {
  value: number;
  /** Whether a kink of ReLU or the like lies between the two places of the quotient, which is then off. */
  atKink: boolean;
}

/** Of one example, or averaged over those whose numbers are known; null until that parameter has been nudged. */
export function definitionOf(
  reading: Reading["iteration"] | undefined,
  parameter: number,
  example: number | "averaged",
): Definition | null {
  if (reading === undefined || reading.parameter !== parameter) return null;
  const { quotients, kinks } = reading;
  if (example !== "averaged") return { value: quotients[example] ?? Number.NaN, atKink: kinks[example] ?? false };
  const sum = quotients.reduce((total, quotient) => total + quotient, 0);
  return { value: sum / quotients.length, atKink: kinks.includes(true) };
}

/** The quotient is not nearer than this to the derivative: the cost, which is of ordinary size, is rounded to 16 digits. */
const noise = 1e-12;

export type Verdict = "agrees" | "differs" | "kink" | "undefined";

/** `undefined` is what has no value, such as 0/0 where an activation is exactly 1. */
export function verdictOf(value: number, definition: Definition): Verdict {
  if (Number.isNaN(value)) return "undefined";
  const size = Math.max(Math.abs(value), Math.abs(definition.value));
  if (Math.abs(value - definition.value) <= agreeing * size + noise) return "agrees";
  return definition.atKink ? "kink" : "differs";
}

export const relativeError = (value: number, definition: Definition): number =>
  value === definition.value ? 0 : Math.abs(value - definition.value) / Math.max(Math.abs(value), Math.abs(definition.value));

/** As many digits as show whether two numbers agree. */
export const digits = (value: number): string => (Number.isNaN(value) ? "–" : value === 0 ? "0" : minus(value.toPrecision(7)));
