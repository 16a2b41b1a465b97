/**
 * The network as a textbook has it, in double and one neuron at a time: written from the contract's and the catalogue's words
 * alone, to see that the arrays mean what the contract says. Derivatives are difference quotients, so that no formula of the core
 * is written twice.
 */
import type { Experiment } from "../../bindings/backprop.d.ts";

type Curve = (z: number) => number;

const sigmoid: Curve = (z) => 1 / (1 + Math.exp(-z));

export const functions: Record<string, Curve> = {
  sigmoid,
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  leakyRelu: (z) => Math.max(0.01 * z, z),
  elu: (z) => (z > 0 ? z : Math.expm1(z)),
  softplus: (z) => Math.log1p(Math.exp(-Math.abs(z))) + Math.max(0, z),
  silu: (z) => z * sigmoid(z),
  gelu: (z) => (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3))),
  sine: Math.sin,
  linear: (z) => z,
};

export const features: Record<string, (x: number, y: number) => number> = {
  x1: (x) => x,
  x2: (_, y) => y,
  x1Squared: (x) => x * x,
  x2Squared: (_, y) => y * y,
  product: (x, y) => x * y,
  sinX1: (x) => Math.sin(x),
  sinX2: (_, y) => Math.sin(y),
  cosX1: (x) => Math.cos(x),
  cosX2: (_, y) => Math.cos(y),
  radius: (x, y) => Math.hypot(x, y),
};

/** C_x of output activations a and desired outputs y. */
const costs: Record<string, (a: number[], y: number[]) => number> = {
  quadratic: (a, y) => sum(a.map((a_j, j) => (at(y, j) - a_j) ** 2)) / 2,
  meanSquared: (a, y) => sum(a.map((a_j, j) => (at(y, j) - a_j) ** 2)),
  crossEntropy: (a, y) => -sum(a.map((a_j, j) => at(y, j) * Math.log(a_j) + (1 - at(y, j)) * Math.log(1 - a_j))),
  logLikelihood: (a, y) => -sum(a.map((a_j, j) => at(y, j) * Math.log(a_j))),
  huber: (a, y) =>
    sum(
      a.map((a_j, j) => {
        const d = Math.abs(a_j - at(y, j));
        return d <= 1 ? d ** 2 / 2 : d - 1 / 2;
      }),
    ),
};

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

export const mean = (numbers: number[]): number => sum(numbers) / numbers.length;

/** The mean over a list of a vector that each of it has. */
export function meanOf<Item>(list: Item[], vector: (item: Item) => ArrayLike<number>): number[] {
  const vectors = list.map(vector);
  return Array.from(at(vectors, 0), (_, i) => mean(vectors.map((one) => at(one, i))));
}

export const norm = (numbers: Iterable<number>): number => Math.hypot(...numbers);

/** An entry that must be there. */
export function at<Value>(list: ArrayLike<Value>, index: number): Value {
  const value = list[index];
  if (value === undefined) throw new Error(`no entry ${index} among ${list.length}`);
  return value;
}

function named<Value>(record: Record<string, Value>, name: string): Value {
  const value = record[name];
  if (value === undefined) throw new Error(`the textbook knows no ${name}`);
  return value;
}

/** (f(x + h) - f(x - h)) / 2h: right to 1e-9 or so where f is smooth and of ordinary size. */
export const slope = (f: Curve, x: number, h = 1e-5): number => (f(x + h) - f(x - h)) / (2 * h);

export interface Layer {
  /** Row j are the weights of neuron j. */
  W: number[][];
  b: number[];
}

/** The network's neurons, layer after layer, the input's included. */
export function sizesOf({ features, layers, classes, output }: Experiment): number[] {
  return [features.length, ...layers, classes > 2 || (classes === 2 && output === "softmax") ? classes : 1];
}

/** A flat array cut up as the contract has it; layers[0] is layer 1. */
export function layersOf(experiment: Experiment, flat: ArrayLike<number>): Layer[] {
  const sizes = sizesOf(experiment);
  let next = 0;
  const take = (count: number) => Array.from({ length: count }, () => at(flat, next++));
  const layers = sizes.slice(1).map((neurons, l) => {
    const W = Array.from({ length: neurons }, () => take(at(sizes, l)));
    return { W, b: take(neurons) };
  });
  if (next !== flat.length) throw new Error("more parameters than the network has");
  return layers;
}

/** z = W a + b */
export const weighted = ({ W, b }: Layer, a: ArrayLike<number>): number[] =>
  W.map((row, j) => sum(row.map((w, k) => w * at(a, k))) + at(b, j));

/** The output layer's activations. */
export function outputOf(name: string, z: number[]): number[] {
  if (name !== "softmax") return z.map(named(functions, name));
  const powers = z.map((z_j) => Math.exp(z_j - Math.max(...z)));
  return powers.map((power) => power / sum(powers));
}

export const inputOf = ({ features: names }: Experiment, x: number, y: number): number[] =>
  names.map((name) => named(features, name)(x, y));

/** Activations of the layers 0 .. L for an input. */
export function activationsFor(experiment: Experiment, parameters: ArrayLike<number>, input: number[]): number[][] {
  const activations = [input];
  const layers = layersOf(experiment, parameters);
  for (const [l, layer] of layers.entries()) {
    const z = weighted(layer, at(activations, l));
    const hidden = experiment.activations[l];
    activations.push(hidden ? z.map(named(functions, hidden)) : outputOf(experiment.output, z));
  }
  return activations;
}

/** Activations of the layers 0 .. L for the point (x, y). */
export const activations = (experiment: Experiment, parameters: ArrayLike<number>, x: number, y: number): number[][] =>
  activationsFor(experiment, parameters, inputOf(experiment, x, y));

export const costOf = ({ cost }: Experiment, a: number[], y: number[]): number => named(costs, cost)(a, y);

/** The class that the output activations decide on, given the two desired values. */
export function decisionOf(a: number[], [low, high]: [number, number]): number {
  return a.length === 1 ? Number(at(a, 0) > (low + high) / 2) : a.indexOf(Math.max(...a));
}
