/** What the microscope says about where one is and what one points at. */
import { formatCount, formatNumber, superscript } from "../../format";
import { indices } from "../../views/parameters";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { isMotionWanted } from "../motion";
import { exaggerationOf } from "./motion";
import type { Phase } from "./phases";
import type { Target } from "./target";

/** As playground.pointed has it. */
export function nameOf({ layer, of, neuron, from }: Target): string {
  return of === "neurons" ? `neuron ${layer}.${neuron + 1}` : `weight ${layer}.${neuron + 1}.${from + 1}`;
}

/** What the equation is about. */
export function aboutOf(phase: Phase, { layer }: Focus): string {
  switch (phase.kind) {
    case "batch":
    case "cost":
      return "this mini-batch";
    case "forward":
    case "error":
      return `layer ${layer}, this example`;
    default:
      return `layer ${layer}, this mini-batch`;
  }
}

/** Above the drawing: the weight that is pointed at, or which iteration and example are shown. `done` iterations are over. */
export function factsOf(iteration: Iteration, phase: Phase, { example }: Focus, pointed: Target | null, done: number): string {
  if (pointed?.of === "links") {
    const { layer: l, neuron: j, from: k } = pointed;
    const w = `w${superscript(l)}${indices(j, k)} = ${formatNumber(iteration.w(l, j, k))}`;
    return phase.kind === "error"
      ? `${w}: along it the error of neuron ${j + 1} comes back to neuron ${k + 1}`
      : `${w}, to j = ${j + 1} (row) from k = ${k + 1} (column)`;
  }
  const at = `iteration ${formatCount(done + 1)}`;
  if (phase.kind !== "update") return `${at}, example ${example + 1}${linksOf(phase, iteration.last)}`;
  const exaggeration = isMotionWanted() ? exaggerationOf(iteration) : 1;
  return exaggeration > 1 ? `${at} · moves drawn ${formatCount(exaggeration)} times as large` : at;
}

/** What decides the links' colours and widths, where it is not the weights. */
function linksOf({ kind, layer }: Phase, last: number): string {
  switch (kind) {
    case "forward":
      return " · links show w · a";
    case "error":
      return layer === last ? "" : " · links show w · δ";
    case "weights":
      return " · links show ∂C/∂w";
    default:
      return "";
  }
}
