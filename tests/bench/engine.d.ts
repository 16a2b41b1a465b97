/**
 * What the benchmark asks of an engine. A peer is a module that exports `create`; give the path of yours to `tests/bench/run`.
 *
 * Everybody trains the same network on the same points: fully connected, one output, the task's activation function in every
 * layer, quadratic cost C = 1/(2n) sum (y - a)^2, the task's optimiser fed with the mean gradient of a batch, float or double.
 */
export interface Task {
  /** How many examples there are, */
  count: number;
  /** how many inputs each has, */
  width: number;
  /** the inputs, example after example (width numbers each), */
  inputs: Float32Array;
  /** and the desired outputs, one an example: -1 or 1. */
  desired: Float32Array;
  /** Neurons of each hidden layer, from the input on. */
  layers: number[];
  /** Of every layer, the output too. */
  activation: "tanh";
  /** Plain stochastic gradient descent, or Adam with beta1 = 0.9, beta2 = 0.999. */
  optimizer: "gradientDescent" | "adam";
  /** Examples of each update; the last batch of an epoch may be smaller. `count` is full batch. */
  batchSize: number;
  learningRate: number;
}

/** An engine, or a few words that say why it cannot take part in this task. */
export type Create = (task: Task) => Peer | string | Promise<Peer | string>;

export interface Named {
  name: string;
  /** C over all examples. */
  cost?(): number | Promise<number>;
  /** Frees what it holds. */
  close?(): unknown;
}

/** An engine that is timed from outside. */
export interface Engine extends Named {
  /** One pass through all examples, in a new random order, in batches. */
  epoch(): unknown;
}

/** One that reports its own times, because it works in another process. */
export interface Clocked extends Named {
  /** Milliseconds that so many epochs took. */
  run(epochs: number): number | Promise<number>;
  /** Epochs that belong together: a turn has a multiple of them. 1 where it is not given. */
  least?: number;
}

export type Peer = Engine | Clocked;

/** How much is measured. */
export interface Effort {
  rounds: number;
  /** Milliseconds that they may take together: there are fewer then, */
  most: number;
  /** but not fewer than this. */
  fewest: number;
  /** Milliseconds that each engine works in a round, */
  turn: number;
  /** and before the first round. One epoch is the least for both, or as many as belong together. */
  warmUp: number;
}

export interface Starts {
  /** How often all that is opened as a program is started anew, to be measured in so many rounds. */
  starts: number;
}

/** What every table is made with. */
export interface Bench {
  /** For engines of other makers, whose compilers at run time take their time; and for ours. */
  effort: { peers: Effort; ours: Effort & Starts };
  /** Through the contract that the page uses; cannot do the bare step. */
  wasm: OurModule;
  /** The program of native.cpp, for Node */
  wasmProgram: OurEngine;
  /** and for this machine. */
  native: OurEngine;
  peers: Create[];
}

/**
 * - trainer: epochs of a run, as the page trains;
 * - early: the same, but each is recorded, because the run begins anew after the 64th;
 * - whole: runs of 2,000 epochs, each recorded as the page records it;
 * - late: after 2,000 epochs, where few are recorded;
 * - bare: gather, backpropagate, descend, and nothing else;
 * - grid: 100 x 100 answers of every neuron;
 * - peak: 1,000 multiplications and additions of four floats, as many side by side as the processor takes.
 */
export type Mode = "trainer" | "early" | "whole" | "late" | "bare" | "grid" | "peak";

/** Our engine, as WebAssembly or native. */
export interface OurEngine {
  /** `width` are the lanes of the bare step's packs; the engine's own choice where it is not given. */
  open(mode: Mode, settings: string, width?: number): Promise<Ours>;
}

export interface OurModule extends OurEngine {
  /** Of a run: four numbers a point, as the contract says. */
  points(settings: string): Float32Array;
  /** Names of the activation functions that there are. */
  activations(): string[];
}

export type Ours = Clocked & {
  /** The lanes of the bare step's packs, else 0. */
  lanes: number;
};

/** Milliseconds an epoch: for each engine, one number a round. */
export type Times = number[];

/** A built page on a server: bytes of each file that was asked for, compressed. */
export interface Site {
  address: string;
  sent: Map<string, number>;
  close(): void;
}

export interface PageBench {
  browser: import("playwright-core").Browser;
  site: Site;
  /** For each speed, */
  seconds: number;
  /** and for memory. */
  minutes: number;
}

/** Rows of the table: what, measured, goal. */
export type PageMeasure = (bench: PageBench) => Promise<string[][]>;
