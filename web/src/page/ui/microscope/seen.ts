import type { Focus, Seen } from "../equation/focus";
import type { Target } from "./target";

/** The focus, or for as long as something is pointed at, that. */
export function seenAt(focus: Focus, pointed: Target | null): Seen {
  const seen: Seen = { ...focus };
  if (pointed === null) return seen;
  const { layer, of, neuron, from } = pointed;
  const ahead = layer - focus.layer;
  if (of === "links") {
    if (ahead === 0) return { ...seen, neuron, from };
    return ahead === 1 ? { ...seen, neuron: from, to: neuron } : seen;
  }
  if (ahead === 0) return { ...seen, neuron };
  return ahead === 1 ? { ...seen, to: neuron } : ahead === -1 ? { ...seen, from: neuron } : seen;
}
