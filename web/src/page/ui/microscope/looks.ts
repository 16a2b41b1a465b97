/** How the drawing looks in each phase: which neurons it is about, and which links carry what. */
import type { Looks } from "../../views/flow";
import type { Seen } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import type { Phase } from "./phases";
import type { Target } from "./target";

/** Which neurons the phase is about. */
export function isActive(phase: Phase, layer: number, last: number, l: number): boolean {
  switch (phase.kind) {
    case "batch":
      return l === 0;
    case "forward":
    case "error":
      return l === phase.layer;
    case "cost":
      return l === last;
    case "biases":
    case "update":
      return l > 0;
    case "weights":
      return l === layer;
  }
}

/** `only`: the one link that is pointed at. */
export function looksOf(iteration: Iteration, phase: Phase, seen: Seen, only: Target | null): Looks {
  const { layer, neuron, from, to, example: i } = seen;
  const isOnly = (l: number, j: number, k: number): boolean =>
    only === null || l !== only.layer || (j === only.neuron && k === only.from);
  const isPointedAt = (l: number, j: number, k: number): boolean => l === only?.layer && j === only.neuron && k === only.from;
  switch (phase.kind) {
    case "forward":
      return (l, j, k) =>
        l !== layer
          ? null
          : { value: iteration.w(l, j, k) * iteration.a(i, l - 1, k), lit: j === neuron && isOnly(l, j, k), flow: 1 };
    case "error":
      return (l, j, k) =>
        l !== layer + 1
          ? null
          : {
              value: iteration.w(l, j, k) * iteration.delta(i, l, j),
              lit: k === neuron && (to === undefined || j === to),
              flow: -1,
            };
    case "weights":
      return (l, j, k) => ({
        value: iteration.weightGradient(l, j, k),
        lit: (l === layer && j === neuron && k === from) || isPointedAt(l, j, k),
        flow: 0,
      });
    case "update":
      return (l, j, k) => ({ value: iteration.weightStep(l, j, k), lit: true, flow: 0 });
    default:
      return () => null;
  }
}

/** Nothing but one path of the chain rule: `path` are its neurons, from 0, from layer l-1 on. */
export function looksOfPath(iteration: Iteration, layer: number, path: readonly number[]): Looks {
  return (l, j, k) => {
    const at = l - layer;
    return at >= 0 && path[at] === k && path[at + 1] === j ? { value: iteration.w(l, j, k), lit: true, flow: -1 } : null;
  };
}

/** The largest size among what the links carry. */
export function mostOf(iteration: Iteration, looks: Looks): number {
  let most = 0;
  for (let l = 1; l <= iteration.last; l++)
    for (let j = 0; j < (iteration.sizes[l] ?? 0); j++)
      for (let k = 0; k < (iteration.sizes[l - 1] ?? 0); k++) most = Math.max(most, Math.abs(looks(l, j, k)?.value ?? 0));
  return most;
}
