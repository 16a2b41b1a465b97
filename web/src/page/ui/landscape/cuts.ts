/** Which plane through the space of all weights and biases is looked at, as links have it. */
import { biasAt, type LayerSizes, parameterCount, weightAt } from "../../views/parameters";

export type Cut = { kind: "pair"; first: number; second: number } | { kind: "random"; seed: number } | { kind: "path" };

/** In links: "w1.1.1,b2.1" (layer, neuron and, of a weight, where it comes from), "random" or "random.3" (its seed), "path". */
export const cutOf = (phase: string, sizes: LayerSizes): Cut => readCut(phase, sizes) ?? usualPair(sizes);

/** null where it names no cut of this network; one name is enough for one of the two parameters. */
export function readCut(phase: string, sizes: LayerSizes): Cut | null {
  const usual = usualPair(sizes);
  if (phase === "") return usual;
  if (phase === "path") return { kind: "path" };
  const random = /^random(?:\.(\d{1,9}))?$/.exec(phase);
  if (random) return { kind: "random", seed: Number(random[1] ?? 1) };
  const [first = null, second = usual.second, ...more] = phase.split(",").map((name) => parameterAt(name, sizes));
  if (first === null || second === null || first === second || more.length > 0) return null;
  return { kind: "pair", first, second };
}

export function phaseOf(cut: Cut, sizes: LayerSizes): string {
  switch (cut.kind) {
    case "path":
      return "path";
    case "random":
      return cut.seed === 1 ? "random" : `random.${cut.seed}`;
    case "pair": {
      const usual = usualPair(sizes);
      if (cut.first === usual.first && cut.second === usual.second) return "";
      return `${linkName(cut.first, sizes)},${linkName(cut.second, sizes)}`;
    }
  }
}

/** A weight into the first layer and one from there on: the cost depends on their product, which makes for valleys and saddles. */
export function usualPair(sizes: LayerSizes): Cut & { kind: "pair" } {
  return { kind: "pair", first: 0, second: sizes.length > 2 ? weightAt(sizes, 2, 0, 0) : 1 };
}

function linkName(at: number, sizes: LayerSizes): string {
  for (let l = 1; l < sizes.length; l++) {
    const inputs = sizes[l - 1] as number;
    const weights = weightAt(sizes, l, 0, 0);
    const biases = biasAt(sizes, l, 0);
    if (at < biases) return `w${l}.${Math.floor((at - weights) / inputs) + 1}.${((at - weights) % inputs) + 1}`;
    if (at < biases + (sizes[l] as number)) return `b${l}.${at - biases + 1}`;
  }
  return "";
}

function parameterAt(name: string, sizes: LayerSizes): number | null {
  const [, kind = "", l = "", j = "", k] = /^([wb])(\d+)\.(\d+)(?:\.(\d+))?$/.exec(name) ?? [];
  const layer = Number(l);
  const there = layer >= 1 && layer < sizes.length && Number(j) >= 1 && Number(j) <= (sizes[layer] as number);
  if (!there) return null;
  if (kind === "b") return k === undefined ? biasAt(sizes, layer, Number(j) - 1) : null;
  const from = Number(k ?? 0);
  return from >= 1 && from <= (sizes[layer - 1] as number) ? weightAt(sizes, layer, Number(j) - 1, from - 1) : null;
}

/**
 * How fine a picture is worked out in a moment, in places a side; 0 if even a coarse one would keep the reader waiting. Each place
 * costs a pass over the training set.
 */
export function resolutionFor(sizes: LayerSizes, trainingPoints: number): number {
  const most = 3e7 / (Math.max(50, parameterCount(sizes)) * Math.max(1, trainingPoints));
  return [49, 41, 33, 25, 17].find((side) => side * side <= most) ?? (most > 40 ? 17 : 0);
}
