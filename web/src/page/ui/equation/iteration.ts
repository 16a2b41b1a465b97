/** One iteration's numbers by the names that the equations give them. Indices of layers from 0, the input; of neurons from 0. */
import type { Experiment } from "../../../../../bindings/backprop";
import type { Frame, Reading } from "../../../protocol";
import { biasAt, type LayerSizes, weightAt } from "../../views/parameters";

export interface Iteration {
  experiment: Experiment;
  sizes: LayerSizes;
  /** L, the output layer. */
  last: number;
  /** Examples in the mini-batch; of the first `traced` of them every number is known. */
  m: number;
  traced: number;
  /** The mini-batch, as positions in the run's points. */
  points: Int32Array;
  /** eta in the present epoch. */
  learningRate: number;
  /** All weights and biases, and the step that they are about to take, in one row each; see views/parameters.ts. */
  parameters: Float32Array;
  step: Float64Array;
  /** C over the mini-batch, and of example i. */
  cost: number;
  costOf(i: number): number;
  w(l: number, j: number, k: number): number;
  b(l: number, j: number): number;
  z(i: number, l: number, j: number): number;
  a(i: number, l: number, j: number): number;
  /** sigma'(z^l_j); NaN for softmax, whose derivative is a Jacobian. */
  slope(i: number, l: number, j: number): number;
  delta(i: number, l: number, j: number): number;
  y(i: number, j: number): number;
  /** dC_x/da^L_j */
  costGradient(i: number, j: number): number;
  /** Averaged over the mini-batch. */
  weightGradient(l: number, j: number, k: number): number;
  biasGradient(l: number, j: number): number;
  /** What the optimiser makes of them. */
  weightStep(l: number, j: number, k: number): number;
  biasStep(l: number, j: number): number;
  /** What L1 and L2 add to dC/dw^l_jk. */
  weightPenalty(l: number, j: number, k: number): number;
}

/** null while the frame has no such reading, or one of another network. */
export function iterationOf(frame: Frame | null, sizes: LayerSizes, experiment: Experiment): Iteration | null {
  const reading: Reading["iteration"] | undefined = frame?.readings.iteration;
  const traces = reading?.traces ?? [];
  const shape = traces[0]?.activations.map(({ length }) => length) ?? [];
  if (frame === null || reading === undefined || shape.join() !== sizes.join()) return null;
  const { next } = reading;
  const { parameters } = frame;
  const number = (list: ArrayLike<number> | undefined, at: number): number => list?.[at] ?? Number.NaN;
  return {
    experiment,
    sizes,
    last: sizes.length - 1,
    m: next.points.length,
    traced: traces.length,
    points: next.points,
    learningRate: frame.progress.learningRate,
    parameters,
    step: next.step,
    cost: next.cost,
    costOf: (i) => traces[i]?.cost ?? Number.NaN,
    w: (l, j, k) => number(parameters, weightAt(sizes, l, j, k)),
    b: (l, j) => number(parameters, biasAt(sizes, l, j)),
    z: (i, l, j) => number(traces[i]?.weightedInputs[l], j),
    a: (i, l, j) => number(traces[i]?.activations[l], j),
    slope: (i, l, j) => number(traces[i]?.derivatives[l], j),
    delta: (i, l, j) => number(traces[i]?.errors[l], j),
    y: (i, j) => number(traces[i]?.desired, j),
    costGradient: (i, j) => number(traces[i]?.costGradient, j),
    weightGradient: (l, j, k) => number(next.gradient, weightAt(sizes, l, j, k)),
    biasGradient: (l, j) => number(next.gradient, biasAt(sizes, l, j)),
    weightStep: (l, j, k) => number(next.step, weightAt(sizes, l, j, k)),
    biasStep: (l, j) => number(next.step, biasAt(sizes, l, j)),
    weightPenalty: (l, j, k) => number(next.penaltyGradient, weightAt(sizes, l, j, k)),
  };
}
