/**
 * The contract of the WebAssembly module `backprop.mjs`: what JavaScript may call and what it gets.
 *
 * Notation: layers l = 1 .. L, the input is layer 0, the output is layer L; w^l_jk weighs the connection from neuron k of
 * layer l-1 to neuron j of layer l. All arrays are copies that belong to the caller.
 */

/** Everything that determines a run. Limits, defaults and choices are in the catalogue. */
export interface Experiment {
  /** Name of the data set. */
  data: string;
  /** Number of points, in all three sets together. */
  points: number;
  /** Standard deviation of the points' jitter, in units of the plane. */
  noise: number;
  /** Draws the points, their jitter and the split. */
  dataSeed: number;
  /** Percent of the points in the training set. */
  training: number;
  /** Percent of the points in the validation set; the rest is the test set. */
  validation: number;
  /** Neurons of each hidden layer, from the input on. */
  layers: number[];
  /** Name of each hidden layer's activation function. */
  activations: string[];
  /** Name of the output layer's activation function. */
  output: string;
  /** Name of the cost function C. */
  cost: string;
  /** eta. */
  learningRate: number;
  /** m, examples per iteration; at most the training set. */
  batchSize: number;
  /** Draws the initial weights and the order of the examples. */
  seed: number;
}

/** A setting that was not as it should be: which, and a sentence that says what is allowed and what is used instead. */
export interface Problem {
  /** An experiment's field, an unknown name as it came, or "link" for the whole text. */
  field: string;
  message: string;
}

export interface Entry {
  /** For links and settings. */
  name: string;
  /** For people. */
  label: string;
  /** TeX; empty where there is none. */
  formula: string;
}

export interface ActivationEntry extends Entry {
  /** Lowest and highest value; null where there is no bound. */
  range: [low: number, high: number] | null;
}

export interface OutputEntry extends Entry {
  /** Lowest and highest value: the desired outputs of class 0 and class 1. */
  range: [low: number, high: number];
}

export interface Limits {
  low: number;
  high: number;
}

export interface Catalogue {
  defaults: Experiment;
  /** Limits of the fields that are numbers; for lists, of each entry. */
  limits: {
    points: Limits;
    noise: Limits;
    dataSeed: Limits;
    training: Limits;
    validation: Limits;
    layers: Limits;
    learningRate: Limits;
    batchSize: Limits;
    seed: Limits;
  };
  mostHiddenLayers: number;
  /** The plane reaches from -planeHalf to +planeHalf in x and in y. */
  planeHalf: number;
  data: Entry[];
  /** For hidden layers. */
  activations: ActivationEntry[];
  /** For the output layer. */
  outputs: OutputEntry[];
  costs: Entry[];
}

export interface Answer {
  /** What was not understood or had to be changed; empty if nothing. */
  problems: Problem[];
  /** Whether the run began anew. */
  restarted: boolean;
}

export interface Progress {
  /** Complete passes through the training set. */
  epoch: number;
  /** Mini-batches learned from, since the start of the run. */
  iteration: number;
  iterationsPerEpoch: number;
  iterationsToEpochEnd: number;
  /** The iteration at which the cost stopped being finite; null if the last training went well. */
  divergedAt: number | null;
}

export interface Score {
  /** C over the set; NaN if the set is empty. */
  cost: number;
  /** Share of examples on the right side of the decision boundary, 0 to 1; NaN if the set is empty. */
  accuracy: number;
}

export interface Scores {
  training: Score;
  validation: Score;
  test: Score;
}

/** A run; a new one has the default experiment. `delete()` frees it. Arguments of the wrong number or kind throw a BindingError. */
export interface Session {
  /** Begins the run that a text of settings describes, such as "data=spiral&layers=8,8"; what it does not name is default. */
  open(text: string): Answer;
  /** Changes settings of the present run, keeping what was learned wherever that is possible. */
  change(text: string): Answer;
  experiment(): Experiment;
  /** The whole experiment as text: open(link()) begins the same run, bit for bit, in every browser. */
  link(): string;
  /** Back to the initial weights. */
  reset(): void;
  /**
   * Performs iterations and returns how many. Fewer than asked: the run diverged and is back at its last finite costs. Trains
   * nothing if `iterations` is below 1 or beyond 2^53.
   */
  train(iterations: number): number;
  progress(): Progress;
  scores(): Scores;
  /** Records from number `from` on, four numbers each: epoch, then the training, validation and test cost. */
  history(from: number): Float64Array;
  /** Four numbers a point: x, y, class (0 or 1), part (0 training, 1 validation, 2 test). */
  points(): Float32Array;
  /** Layer after layer, the weights row by row (w^l_11, w^l_12, ..), then the biases. */
  parameters(): Float32Array;
  /** 16 hexadecimal digits: equal fingerprints, equal bits of all parameters. */
  fingerprint(): string;
  /**
   * Activations of every neuron of layers `from` .. L at the centres of resolution x resolution cells of the plane: neuron after
   * neuron, each row after row from the top (largest y), as pictures are stored. 1 <= resolution <= 512, 0 <= from <= L.
   */
  grid(resolution: number, from: number): Float32Array;
  /** The whole state of training, but for the history and for the point to which a run that diverges goes back. */
  save(): Uint8Array;
  /** Goes on from saved bytes as if training had never stopped; false, and nothing changes, if they are not a saved state. */
  restore(bytes: Uint8Array): boolean;
  delete(): void;
}

export interface BackpropModule {
  catalogue(): Catalogue;
  /** Three numbers a point (x, y, class) of a data set at default noise and seed, for pictures; null for an unknown name. */
  sample(data: string, count: number): Float32Array | null;
  Session: new () => Session;
}

export interface ModuleOptions {
  /** The bytes of backprop.wasm; where given, nothing is fetched. */
  wasmBinary?: ArrayBuffer | Uint8Array;
  /** The address of a file that belongs to the module. */
  locateFile?(file: string): string;
}

export default function createBackprop(options?: ModuleOptions): Promise<BackpropModule>;
