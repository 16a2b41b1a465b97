/** The phases of one iteration, in their order: forward, cost, error back, gradients, update. */
import { superscript } from "../../format";

export type PhaseKind = "batch" | "forward" | "cost" | "error" | "biases" | "weights" | "update";

export interface Phase {
  /** In links: "forward.2". */
  name: string;
  kind: PhaseKind;
  /** The layer it is about; 0 where it is about all of them. */
  layer: number;
  /** On the bar, and the equation's name, if it has one. */
  label: string;
  equation: string;
}

/** Of a network whose output is layer `last`. */
export function phasesOf(last: number): Phase[] {
  const layers = Array.from({ length: last }, (_, i) => i + 1);
  const whole = (kind: PhaseKind, label: string, equation = ""): Phase => ({ name: kind, kind, layer: 0, label, equation });
  const ofLayer = (kind: PhaseKind, layer: number, label: string, equation = ""): Phase => ({
    name: `${kind}.${layer}`,
    kind,
    layer,
    label,
    equation,
  });
  return [
    whole("batch", "batch"),
    ...layers.map((l) => ofLayer("forward", l, `z${superscript(l)} a${superscript(l)}`)),
    whole("cost", "cost"),
    ...layers.toReversed().map((l) => ofLayer("error", l, `δ${superscript(l)}`, l === last ? "BP1" : "BP2")),
    whole("biases", "∂C/∂b", "BP3"),
    whole("weights", "∂C/∂W", "BP4"),
    whole("update", "update"),
  ];
}

/** The phase that a link names: the first if there is none of that name. */
export function phaseAt(phases: readonly Phase[], name: string): number {
  return Math.max(
    0,
    phases.findIndex((phase) => phase.name === name),
  );
}

/** The layer that a phase is about, where `wanted` is the reader's choice if it is about all of them. */
export function layerOf({ kind, layer }: Phase, last: number, wanted: number): number {
  return layer > 0 ? layer : kind === "cost" ? last : wanted;
}
