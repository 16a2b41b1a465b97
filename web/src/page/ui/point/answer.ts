/** What the network says of one example, beside what it should say, in words. */
import type { Experiment } from "../../../../../bindings/backprop";
import { formatNumber } from "../../format.ts";

export interface PointAnswer {
  /** "class 1", "0.3512" */
  given: string;
  /** Whether it is the right class; null where values are predicted. */
  isRight: boolean | null;
  /** What would be right: "class 0", "−0.5000" */
  wanted: string;
}

/** `outputs` are a^L, `label` is the class or value, `desired` the two values that an output neuron should have. */
export function answerOf(
  { classes }: Pick<Experiment, "classes">,
  outputs: Float64Array,
  label: number,
  desired: readonly [low: number, high: number],
): PointAnswer {
  const first = outputs[0] ?? Number.NaN;
  if (classes === 0) return { given: formatNumber(first), isRight: null, wanted: formatNumber(label) };
  const decided = outputs.length === 1 ? Number(first > (desired[0] + desired[1]) / 2) : outputs.indexOf(Math.max(...outputs));
  return { given: `class ${decided}`, isRight: decided === label, wanted: `class ${label}` };
}
