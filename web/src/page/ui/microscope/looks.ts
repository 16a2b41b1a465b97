/** How the drawing looks in each phase: what is written at the neurons, and which links carry what. */
import { formatNumber } from "../../format";
import type { Looks } from "../../views/flow";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import type { Phase } from "./phases";

/** The number written at neuron j of layer l; null for none. */
export function labelOf(iteration: Iteration, phase: Phase, { example: i }: Focus, l: number, j: number): string | null {
  const { last } = iteration;
  const a = (): string => formatNumber(iteration.a(i, l, j));
  const named = (name: string, value: number): string => `${name} = ${formatNumber(value)}`;
  switch (phase.kind) {
    case "batch":
      return l === 0 ? a() : null;
    case "forward":
      if (l === phase.layer) return `${named("z", iteration.z(i, l, j))}\na = ${a()}`;
      return l < phase.layer ? a() : null;
    case "cost":
      return l === last ? `a = ${a()}\n${named("y", iteration.y(i, j))}` : null;
    case "error":
      return l >= phase.layer ? named("δ", iteration.delta(i, l, j)) : null;
    case "biases":
      return l > 0 ? named("∂C/∂b", iteration.biasGradient(l, j)) : null;
    case "weights":
      return null;
    case "update":
      return l > 0 ? named("Δb", iteration.biasStep(l, j)) : null;
  }
}

/** Which neurons the phase is about. */
export function isActive(phase: Phase, focus: Focus, last: number, l: number): boolean {
  switch (phase.kind) {
    case "batch":
      return l === 0;
    case "forward":
      return l === phase.layer;
    case "cost":
      return l === last;
    case "error":
      return l === phase.layer;
    case "biases":
    case "update":
      return l > 0;
    case "weights":
      return l === focus.layer;
  }
}

export function looksOf(iteration: Iteration, phase: Phase, focus: Focus): Looks {
  const { layer, neuron, from, example: i } = focus;
  switch (phase.kind) {
    case "forward":
      return (l, j, k) =>
        l !== layer ? null : { value: iteration.w(l, j, k) * iteration.a(i, l - 1, k), lit: j === neuron, flow: 1 };
    case "error":
      return (l, j, k) =>
        l !== layer + 1 ? null : { value: iteration.w(l, j, k) * iteration.delta(i, l, j), lit: k === neuron, flow: -1 };
    case "weights":
      return (l, j, k) => ({
        value: iteration.weightGradient(l, j, k),
        lit: l === layer && j === neuron && k === from,
        flow: 0,
      });
    case "update":
      return (l, j, k) => ({ value: iteration.weightStep(l, j, k), lit: true, flow: 0 });
    default:
      return () => null;
  }
}

/** The largest size among what the links carry. */
export function mostOf(iteration: Iteration, looks: Looks): number {
  let most = 0;
  for (let l = 1; l <= iteration.last; l++)
    for (let j = 0; j < (iteration.sizes[l] ?? 0); j++)
      for (let k = 0; k < (iteration.sizes[l - 1] ?? 0); k++) most = Math.max(most, Math.abs(looks(l, j, k)?.value ?? 0));
  return most;
}
