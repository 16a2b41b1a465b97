/** The numbers at the neurons, and how much of them there is room for. */
import { formatNumber } from "../../format";
import type { NetworkLayout } from "../../views/network-layout";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import type { Phase } from "./phases";

export interface Label {
  name: string;
  value: number;
}

/** What is written at neuron j of layer l, a line each. */
export function labelsOf(iteration: Iteration, phase: Phase, { example: i }: Focus, l: number, j: number): Label[] {
  const { last } = iteration;
  const a = (): Label => ({ name: "a", value: iteration.a(i, l, j) });
  switch (phase.kind) {
    case "batch":
      return l === 0 ? [a()] : [];
    case "forward":
      if (l === phase.layer) return [{ name: "z", value: iteration.z(i, l, j) }, a()];
      return l < phase.layer ? [a()] : [];
    case "cost":
      return l === last ? [a(), { name: "y", value: iteration.y(i, j) }] : [];
    case "error":
      return l >= phase.layer ? [{ name: "δ", value: iteration.delta(i, l, j) }] : [];
    case "biases":
      return l > 0 ? [{ name: "∂C/∂b", value: iteration.biasGradient(l, j) }] : [];
    case "weights":
      return [];
    case "update":
      return l > 0 ? [{ name: "Δb", value: iteration.biasStep(l, j) }] : [];
  }
}

/** "a = 0.3000", "a 0.3000"; the bare number, beside or below, under a head that names it; or nothing but at the chosen neuron. */
export type Room = "names" | "tight" | "numbers" | "below" | "none";

/** In CSS pixels: of a bold character, of a line, and around a label. */
const characterWidth = 7.2;
const lineHeight = 15;
const smallLineHeight = 14;
const around = 12;
/** Characters of a number. */
const digits = 7;

export function roomFor(labels: readonly Label[], layout: NetworkLayout, l: number): Room {
  const { columns, centres, halves, width } = layout;
  const half = halves[l] ?? 0;
  const right = l + 1 < columns.length ? (columns[l + 1] ?? 0) - (halves[l + 1] ?? 0) : width + outputRoom;
  const across = right - (columns[l] ?? 0) - half - around;
  const [first, second] = Object.values(centres[l] ?? []);
  const pitch = (second?.y ?? Number.POSITIVE_INFINITY) - (first?.y ?? 0);
  if (labels.length * lineHeight > pitch) return "none";
  if (across < digits * characterWidth) return labels.length * smallLineHeight > pitch - 2 * half ? "none" : "below";
  const longest = Math.max(...labels.map(({ name }) => name.length));
  if (across >= (longest + 3 + digits) * characterWidth) return "names";
  return across >= (longest + 1 + digits) * characterWidth ? "tight" : "numbers";
}

/** For the numbers at the output neurons, to the right of the layout. */
export const outputRoom = 56;

export const written = (labels: readonly Label[], room: Room): string =>
  labels
    .map(({ name, value }) =>
      room === "numbers" || room === "below"
        ? formatNumber(value)
        : `${name}${room === "tight" ? "" : " ="} ${formatNumber(value)}`,
    )
    .join("\n");
