/**
 * What the benchmark asks of an engine. A peer is a module that exports `create`; give the path of yours to `tests/bench/run`.
 *
 * Everybody trains the same network on the same points: fully connected, two inputs, tanh in every layer, one output, quadratic
 * cost C = 1/(2n) sum (y - a)^2, plain stochastic gradient descent by the mean gradient of a batch, float or double.
 */
export interface Engine {
  name: string;
  /** One pass through all points, in a new random order, in batches. */
  epoch(): unknown;
  /** C over all points. */
  cost(): number | Promise<number>;
}

export type Create = (
  /** Four numbers a point, as the contract's points() gives them: x, y, class (0 or 1), part (always 0 here). */
  points: Float32Array,
  /** Neurons of each hidden layer. */
  layers: number[],
  batchSize: number,
  learningRate: number,
) => Engine | Promise<Engine>;

/** How a network and its training are put to all engines. */
export interface Task {
  title: string;
  /** For our own engine; says the same as the rest. */
  settings: string;
  layers: number[];
  batchSize: number;
  learningRate: number;
}

/** One engine's figures for one task. */
export interface Row {
  name: string;
  /** Microseconds per epoch, one number a round. */
  times: number[];
  /** Training cost before the first epoch and after the last. */
  costs: [before: number, after: number];
}
