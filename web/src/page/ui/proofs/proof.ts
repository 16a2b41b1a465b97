/** What a proof is: lines from the definition to an equation, each of which can be worked out on the present network. */
import type { Experiment } from "../../../../../bindings/backprop";
import type { Slots } from "../../mathematics/slots";
import { biasAt, type LayerSizes, weightAt } from "../../views/parameters";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import type { MatrixPicture } from "../equation/matrix";
import type { Pictures } from "../equation/pictures";
import type { SymbolName } from "../equation/symbols";
import type { Worked } from "./worked";

/** The network, and the layer l, neuron j, neuron k of the layer before and example i that are looked at; all but l from 0. */
export interface Looked {
  iteration: Iteration;
  l: number;
  j: number;
  k: number;
  i: number;
}

/** What a line talks about, in the drawing of the network. */
export type Part =
  | "cost"
  /** Neuron j of layer l, and all neurons of layers l, l+1 and l-1. */
  | "neuron"
  | "layer"
  | "after"
  | "before"
  /** The links from neuron j to layer l+1, or to the cost. */
  | "linksAfter"
  /** The links from all of layer l to the cost. */
  | "linksToCost"
  /** Neuron k of layer l-1, and the weight from there to neuron j. */
  | "source"
  | "weight";

export interface Line {
  /**
   * MathML. `\sym{made}{..}` is what this line has made of `\sym{source}{..}` in the line before; `\sym{both}{..}` was made here
   * and is what the next line works on. Slots: l the layer, n the one after it, p the one before it, j and k the neurons, jk both.
   */
  formula: string;
  /** One sentence: which rule is used, and what it is used on. */
  why: string;
  /** The right-hand side; null where it is the definition itself. */
  worked: ((looked: Looked) => Worked) | null;
  about: readonly Part[];
  /** The same as matrices. */
  pictures?: (pictures: Pictures, looked: Looked) => readonly (MatrixPicture<SymbolName> | string)[];
  /** Whether the left-hand side is of the mean over the mini-batch, not of one example. */
  averaged?: true;
}

/** A network that suits a proof, in the words and the form of a link. */
interface Suitable {
  label: string;
  settings: string;
}

export interface Proof {
  /** In links. */
  name: string;
  label: string;
  title: string;
  /** What is going to be shown, in one sentence. */
  claim: string;
  /** Which layers it holds for. */
  layers: "output" | "hidden" | "all";
  /** What is nudged for the definition. */
  nudged: "weighted input" | "bias" | "weight";
  /** Why the network does not suit it; empty if it does. */
  hindrance(experiment: Experiment, sizes: LayerSizes): string;
  /** Networks worth trying it on. */
  suitable: readonly [Suitable, ...Suitable[]];
  lines(experiment: Experiment): readonly Line[];
  /** What was proven and what it buys, in plain words. */
  closing(sizes: LayerSizes): string;
}

/** The layers, from 1, that a proof is about. */
export function layersOf({ layers }: Proof, last: number): { first: number; last: number } {
  return layers === "output" ? { first: last, last } : { first: 1, last: layers === "hidden" ? last - 1 : last };
}

/** The flat position of the parameter that is nudged: a weighted input by its bias, which is added to it as it is. */
export function nudgedAt({ nudged }: Proof, sizes: LayerSizes, { layer, neuron, from }: Focus): number {
  return nudged === "weight" ? weightAt(sizes, layer, neuron, from) : biasAt(sizes, layer, neuron);
}

/** Letters as formulas have them, for every layer and neuron; with capital L for the output layer. */
export function lettersOf({ layers }: Proof): Slots {
  const l = layers === "output" ? "𝐿" : "𝑙";
  return { l, p: `${l}−1`, n: `${l}+1`, j: "𝑗", k: "𝑘", jk: "𝑗𝑘" };
}

/** The same for one layer and one neuron. */
export function indicesOf({ layer: l, neuron, from }: Focus): Slots {
  const [j, k] = [`${neuron + 1}`, `${from + 1}`];
  return { l: `${l}`, p: `${l - 1}`, n: `${l + 1}`, j, k, jk: j.length + k.length > 2 ? `${j},${k}` : j + k };
}

export const neurons = ({ iteration }: Looked, layer: number): number[] =>
  Array.from({ length: iteration.sizes[layer] ?? 0 }, (_, neuron) => neuron);

/** Those of the mini-batch whose numbers are known. */
export const examples = ({ iteration }: Looked): number[] => Array.from({ length: iteration.traced }, (_, example) => example);

/** Why a proof about one kind of output with one cost does not suit a network that has not both. */
export function hindranceOf(about: string, hasOutput: boolean, hasCost: boolean): string {
  const lacks = hasOutput ? "another cost" : hasCost ? "another output" : "another output and another cost";
  return `This proof is about ${about}, and the present network has ${lacks}.`;
}

export const isSoftmax = ({ output }: Experiment): boolean => output === "softmax";
