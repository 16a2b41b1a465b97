/**
 * The contract of the WebAssembly module `backprop.mjs`: what JavaScript may call and what it gets.
 *
 * Notation: layers l = 1 .. L, the input is layer 0, the output is layer L; w^l_jk weighs the connection from neuron k of
 * layer l-1 to neuron j of layer l. Parameters, gradients and the like are flat: layer after layer, the weights row by row (w^l_11,
 * w^l_12, ..), then the biases. All arrays are copies that belong to the caller. Numbers that do not apply are NaN.
 */

/** Everything that determines a run. Limits, defaults and choices are in the catalogue. */
export interface Experiment {
  /** Name of the data set. */
  data: string;
  /** How many classes the points have; 0 is regression. */
  classes: number;
  /** Number of points, in all three sets together. */
  points: number;
  /** Standard deviation of the points' jitter, in units of the plane. */
  noise: number;
  /** Share of points whose class is changed to another; in regression the standard deviation of what is added to the values. */
  labelNoise: number;
  /** Draws the points, both kinds of noise and the split. */
  dataSeed: number;
  /** The reader's own points (x, y, and class or value), used by the data sets that are marked `own`. */
  own: [x: number, y: number, label: number][];
  /** Percent of the points in the training set. */
  training: number;
  /** Percent of the points in the validation set; the rest is the test set. */
  validation: number;
  /** Names of the network's inputs. */
  features: string[];
  /** Neurons of each hidden layer, from the input on. */
  layers: number[];
  /** Name of each hidden layer's activation function. */
  activations: string[];
  /** Name of the output layer's activation function. */
  output: string;
  /** Names of how the initial weights and biases are drawn. */
  initializer: string;
  biasInitializer: string;
  /** Draws the initial parameters, the order of the examples and dropout's masks. */
  seed: number;
  /** Name of the cost function C. */
  cost: string;
  /** lambda of the penalty sum |w| over the weights. */
  l1: number;
  /** lambda of the penalty 1/2 sum w^2 over the weights. */
  l2: number;
  /** Probability that a hidden neuron is left out, for each example of an iteration anew. */
  dropout: number;
  /** Name of the optimiser. */
  optimizer: string;
  /** eta. */
  learningRate: number;
  /** mu, of momentum and Nesterov. */
  momentum: number;
  /** alpha, of RMSProp. */
  smoothing: number;
  /** Of Adam and AdamW. */
  beta1: number;
  beta2: number;
  /** Of AdamW: share of each weight, times eta, that is taken away in each step. */
  weightDecay: number;
  /** Name of the learning rate's schedule, and its numbers f and T. */
  schedule: string;
  scheduleFactor: number;
  scheduleEpochs: number;
  /** Longest gradient; 0 is no limit. */
  clipNorm: number;
  /** m, examples per iteration; at most the training set. */
  batchSize: number;
  /** Stop after so many epochs; for this and the other stop rules 0 is never. */
  stopEpochs: number;
  /** Stop when the training cost is no larger. */
  targetCost: number;
  /** Stop when the validation cost has not improved for so many epochs, */
  patience: number;
  /** and then go back to the parameters where it was best. */
  restoreBest: boolean;
  /** Stop when the norm of the gradient over the training set is smaller. */
  gradientBound: number;
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

export interface DataEntry extends Entry {
  /** How many classes the set has if nothing else is asked for, and may have; all 0 in regression. */
  classes: { usual: number; least: number; most: number };
  /** Whether the points are the reader's. */
  own: boolean;
}

export interface ActivationEntry extends Entry {
  /** Lowest and highest value; null where there is no bound. */
  range: [low: number, high: number] | null;
}

export interface OutputEntry extends ActivationEntry {
  /** The desired outputs in classification: `low` for examples not of a neuron's class, `high` for those of it. */
  desired: [low: number, high: number];
  /** Whether it suits values to predict. */
  regression: boolean;
}

export interface CostEntry extends Entry {
  /** Names of the outputs that go with it, */
  outputs: string[];
  /** and of those with which BP1 comes down to delta = a - y. */
  collapsesWith: string[];
}

/** With the names of the experiment's fields that it uses. */
export interface UsingEntry extends Entry {
  uses: string[];
}

export interface Limits {
  low: number;
  high: number;
  /** Whether only whole numbers are allowed. */
  whole: boolean;
}

/** The fields that are numbers or lists of numbers. */
export type LimitedField = {
  [Name in keyof Experiment]: Experiment[Name] extends number | number[] | [number, number, number][] ? Name : never;
}[keyof Experiment];

export interface Catalogue {
  defaults: Experiment;
  /** Limits of the fields that are numbers; for lists, of each entry. */
  limits: Record<LimitedField, Limits>;
  mostHiddenLayers: number;
  /** The plane usually reaches from -planeHalf to +planeHalf in x and in y; see Session.planeHalf. */
  planeHalf: number;
  data: DataEntry[];
  features: Entry[];
  /** For hidden layers. */
  activations: ActivationEntry[];
  /** For the output layer. */
  outputs: OutputEntry[];
  initializers: Entry[];
  biasInitializers: Entry[];
  costs: CostEntry[];
  optimizers: UsingEntry[];
  schedules: UsingEntry[];
}

export interface Answer {
  /** What was left out or had to be changed; empty if nothing. */
  problems: Problem[];
  /** Whether the run began anew. */
  restarted: boolean;
}

/** Why a run ended by itself. */
export interface Stop {
  reason: "diverged" | "stopEpochs" | "targetCost" | "patience" | "gradientBound";
  sentence: string;
  epoch: number;
  iteration: number;
}

export interface Progress {
  /** Complete passes through the training set. */
  epoch: number;
  /** Mini-batches learned from, since the start of the run. */
  iteration: number;
  iterationsPerEpoch: number;
  iterationsToEpochEnd: number;
  /** eta in the present epoch, as the schedule has it. */
  learningRate: number;
  /** null if nothing ended the run in the last training. */
  stop: Stop | null;
}

export interface Score {
  /** C over the set, without penalties. */
  cost: number;
  /** Share of examples whose class the network decides on, 0 to 1; in classification. */
  accuracy: number;
  /** Share of the values' variance that the network explains, at most 1; in regression. */
  rSquared: number;
  /** Root of the mean squared difference; in regression. */
  rmse: number;
}

export interface Scores {
  training: Score;
  validation: Score;
  test: Score;
  /** What the penalties add to each cost. */
  l1: number;
  l2: number;
}

/** One example on its way through the network and back: for each layer, from 0 on, a number for each neuron. */
export interface ExampleTrace {
  /** z^l; empty for layer 0. */
  weightedInputs: Float64Array[];
  /** a^l. */
  activations: Float64Array[];
  /** sigma'(z^l); empty for layer 0, and for L with softmax. */
  derivatives: Float64Array[];
  /** delta^l; empty for layer 0. */
  errors: Float64Array[];
  /** Of this example's cost, without penalties. */
  gradient: Float64Array;
  /** grad_a C_x, for each output. */
  costGradient: Float64Array;
  /** y. */
  desired: Float64Array;
  /** C_x. */
  cost: number;
}

/** The iteration that comes next, which is not performed. */
export interface NextIteration {
  /** Its mini-batch, as positions in points(). */
  points: Int32Array;
  /** dC/dw by BP3 and BP4, averaged over the mini-batch, without penalties and dropout. */
  gradient: Float64Array;
  /** What L1 and L2 add to the gradient. */
  penaltyGradient: Float64Array;
  /** Delta w, as training makes it: with optimiser, schedule, clipping, penalties and dropout; 0 where frozen. */
  step: Float64Array;
  /** C over the mini-batch, without penalties and dropout. */
  cost: number;
}

/** Over the training set, without penalties and dropout; norms over several examples are root mean squares. */
export interface LayerReport {
  /** ||delta^l|| */
  errorNorm: number;
  /** ||dC/dW^l||, of the mean over the set. */
  weightGradientNorm: number;
  biasGradientNorm: number;
  /** ||W^l|| */
  weightNorm: number;
  /** Share of neurons and examples whose sigma' is below a twentieth of sigma'(0); of sigmoid and tanh. */
  saturated: number;
  /** Share of neurons whose sigma' is 0 for every example; of hidden layers. */
  dead: number;
  /** ||(W^(l+1))^T delta^(l+1)|| / ||delta^(l+1)||: what the weights did to the error; of hidden layers. */
  shrinkageByWeights: number;
  /** ||delta^l|| / ||(W^(l+1))^T delta^(l+1)||: what sigma' did. */
  shrinkageByDerivative: number;
}

/** Equal bins from low to high; the last one holds `high` too. */
export interface Histogram {
  low: number;
  high: number;
  counts: Int32Array;
}

/** Over the training set, without dropout: every neuron of the layer with every example counts once. */
export interface LayerHistograms {
  /** Of a^l, over the activation function's range; where that is not bounded, to a power of two. */
  activations: Histogram;
  /** Of sigma'(z^l), over 0 and all values that it can have; null for softmax. */
  derivatives: Histogram | null;
}

export interface CostChange {
  /** grad C . dw */
  predicted: number;
  /** C(w + dw) - C(w) */
  actual: number;
}

/** Of the next iteration, which is not performed; C with its penalties and without dropout. */
export interface Forecast {
  /** Over the iteration's mini-batch. */
  batch: CostChange;
  training: CostChange;
  /** ||dw|| */
  stepNorm: number;
}

/** Backpropagation beside difference quotients, in double, for a stretch of the flat parameters. */
export interface GradientCheck {
  /** The entries below are those of parameters first, first + 1, .. */
  first: number;
  byBackpropagation: Float64Array;
  byDifference: Float64Array;
  relativeError: Float64Array;
  /** 1 where a kink of ReLU or the like makes the quotient, not the gradient, wrong. */
  atKink: Uint8Array;
  /** The largest relative error but for kinks, and the parameter that has it: -1 if there is none. */
  worst: number;
  worstAt: number;
}

export interface GradientFan {
  /** Norm of the gradient over the training set. */
  fullNorm: number;
  /** Of the angles between the mini-batches' gradients and the full one; NaN where one of them is 0. */
  cosines: Float64Array;
  norms: Float64Array;
}

/** The cost on a plane through parameter space, whose places have the coordinates u and v. */
export interface CostSurface {
  /** Row after row from the largest v to the smallest, u from left to right. */
  costs: Float32Array;
  /**
   * The path of training: u and v of the place after each iteration, thinned out to at most 256, and of the present one.
   * Places beside the plane are seen straight on.
   */
  path: Float32Array;
  /** dC/du and dC/dv at the present parameters: grad C along the two directions. */
  slope: Float64Array;
  /** du and dv of the next iteration's step, seen straight on; slope . step is its part of grad C . dw. */
  step: Float64Array;
}

/**
 * The plane and the data's points as one stage of the network leaves them. Two numbers are seen of each place's values: the two
 * neurons themselves; one neuron and 0; of more neurons, their coordinates along the two principal directions of the layer's
 * activations over the data's points, measured from 0, the direction of the largest variance first.
 */
export interface FoldingStage {
  /**
   * x1 and x2; a^0, where the inputs are others than these; then for each layer W^l a^(l-1), z^l and a^l. "turned" is what the last
   * layer is given once more, where it is more than two neurons and there are two classes: its first direction is the cut's normal,
   * its second the principal one of the rest.
   */
  step: "plane" | "features" | "weights" | "biases" | "activation" | "turned";
  /** l; 0 for the plane and the features. */
  layer: number;
  /** The two directions, one after the other: as many numbers each as the values have. The same in a layer's three stages W a, z and a. */
  directions: Float64Array;
  /** Share of the values' variance over the points along each direction, 0 to 1; NaN where the values do not vary. */
  shares: Float64Array;
  /** Two numbers for each of points(). */
  points: Float32Array;
  /** Two numbers for each place of the mesh. */
  mesh: Float32Array;
  /**
   * n1, n2, c of the straight line n1 u + n2 v = c on which the network is undecided between its two classes, class 1 where the
   * left side is larger: in what the last layer is given, and in that layer's own stages. Along principal directions of more than two
   * neurons it is the cut through their plane at the points' mean. null in other stages, in regression and with more than two classes.
   */
  cut: Float64Array | null;
}

/** Cells a side of the finest Session.grid. A type, so that whoever writes the number is held to it. */
export type MostResolution = 512;

/**
 * A run; a new one has the default experiment. `delete()` frees it.
 *
 * Too many or too few arguments, or no string where one is asked for, throw a BindingError; no number does. Where a whole number
 * is asked for, the fraction is cut off, what lies outside its limits counts as the nearest one, and NaN as the lower one. Seeds
 * count modulo 2^32.
 */
export interface Session {
  // ---- settings

  /** Begins the run that a text of settings describes, such as "data=spiral&layers=8,8"; what it does not name is default. */
  open(text: string): Answer;
  /** Changes settings of the present run, keeping what was learned wherever that is possible. */
  change(text: string): Answer;
  /** Changes them to those of a link; what that does not name is default, but for own points, which stay. */
  changeTo(link: string): Answer;
  experiment(): Experiment;
  /** The experiment as text, without what is default: open(link()) begins the same run, bit for bit, in every browser. */
  link(): string;

  // ---- training

  /** Back to the initial parameters, none of them frozen: the run that link() begins. */
  reset(): void;
  /**
   * Gives a parameter, as numbered in parameters(), a value from -1,000,000 to 1,000,000. null, or the sentence that says why not:
   * then nothing has changed. The optimiser's moments stay. What was changed by hand is not part of link(), but of save().
   */
  setParameter(parameter: number, value: number): string | null;
  /**
   * From now on training leaves that parameter, with its moments, as it is to the last bit, or no longer so; its gradient counts as
   * 0 when the gradient is clipped. change() keeps what was frozen with the parameters that it keeps, unless the number of outputs
   * changes. false, and nothing changes, if there is no such parameter.
   */
  freeze(parameter: number, frozen: boolean): boolean;
  /** Which parameters are frozen, in order. */
  frozen(): Int32Array;
  /**
   * Performs iterations and returns how many. Fewer than asked: the run stopped by itself, and progress().stop says why. Trains
   * nothing if `iterations` is below 1 or beyond 2^53.
   */
  train(iterations: number): number;
  progress(): Progress;
  /** The whole state of training, but for the history, the path, the milestones and the point to which a run that diverges goes back. */
  save(): Uint8Array;
  /** Goes on from saved bytes as if training had never stopped; false, and nothing changes, if they are not a saved state. */
  restore(bytes: Uint8Array): boolean;

  // ---- what there is to see

  scores(): Scores;
  /**
   * The confusion matrices of the training, validation and test set, one after the other: row c, column d counts the examples of
   * class c that the network takes for class d. Empty in regression.
   */
  confusion(): Int32Array;
  /**
   * Records from number `from` on, of every epoch to 64, every second one to 128, every fourth to 256 and so on; eight numbers each:
   * epoch; training, validation and test cost; penalty; accuracy (in regression R^2) on the training, validation and test set.
   */
  history(from: number): Float64Array;
  /** Four numbers a point: x, y, class or value, part (0 training, 1 validation, 2 test). */
  points(): Float32Array;
  /** Neurons of each layer, from layer 0, the input, to the output. */
  layerSizes(): Int32Array;
  /** The plane reaches so far from the origin: far enough for every point. */
  planeHalf(): number;
  parameters(): Float32Array;
  /** 16 hexadecimal digits: equal fingerprints, equal bits of all parameters. */
  fingerprint(): string;
  /**
   * Activations of every neuron of layers `from` .. L at the centres of resolution x resolution cells of a window: the square
   * around (x, y) that reaches `half` to each side; 0, 0 and planeHalf() make it the whole plane. Neuron after neuron, each row
   * after row from the top (largest y), as pictures are stored. 1 <= resolution <= MostResolution, 0 <= from <= L. null if the
   * window is empty or reaches further than 1,000,000 from the origin, or if there would be more than 2^24 activations.
   */
  grid(resolution: number, from: number, x: number, y: number, half: number): Float32Array | null;

  // ---- backpropagation seen from inside

  /** Point number `point`, from 0, of points(); null if there is none. */
  trace(point: number): ExampleTrace | null;
  nextIteration(): NextIteration;
  /** Layers 1 .. L. */
  layers(): LayerReport[];
  /** The epochs at whose ends the parameters were kept, at most 256 of them, thinned out evenly as they grow in number. */
  milestones(): Float64Array;
  /** layers() with the parameters of milestone number `milestone`, from 0, and the present settings; null if there is none. */
  layersAt(milestone: number): LayerReport[] | null;
  /** Layers 1 .. L, in `bins` (1 to 1,000) bins each. */
  histograms(bins: number): LayerHistograms[];
  forecast(): Forecast;
  /** Of `count` parameters from `first` on; each takes some passes over the training set. */
  gradientCheck(first: number, count: number): GradientCheck;
  /** The same for the cost C_x of one point, without penalties; null if there is no such point. */
  pointCheck(point: number, first: number, count: number): GradientCheck | null;
  /** Of `count` (1 to 1,000) random mini-batches; `seed` draws them. */
  gradientFan(batchSize: number, count: number, seed: number): GradientFan;
  /**
   * The cost with its penalties over the training set, on a plane through parameter space, u and v from -reach to reach at
   * resolution x resolution places (2 to 256) around the present parameters. "random": in two directions that have each
   * neuron's own scale; `seed` draws them. "path": in the two directions of length 1 in which the path of training, seen from its
   * end, varies most. null if the arguments mean nothing, or reach is beyond 1,000,000.
   */
  costSurface(kind: "random" | "path", reach: number, resolution: number, seed: number): CostSurface | null;
  /**
   * The same where parameter number `first` has the value U and number `second` the value V, for U from u - reach to u + reach and V
   * from v - reach to v + reach; all others are what they are now. Here u and v of path and step are the two parameters' own
   * values. null if `first` and `second` are the same, or the other arguments mean nothing or are beyond 1,000,000.
   */
  pairSurface(first: number, second: number, u: number, v: number, reach: number, resolution: number): CostSurface | null;
  /**
   * The cost with its penalties over the training set at w + s dw, dw being the next iteration's step, for s at `count` places (2
   * to 256) from 0 to `steps`; null unless that is from -1,000,000 to 1,000,000.
   */
  costsAhead(steps: number, count: number): Float64Array | null;
  /** Every stage of the plane's way through the network, with a mesh of meshSide x meshSide places (2 to 128 a side), row after row
   * from the top. */
  folding(meshSide: number): FoldingStage[];
  delete(): void;
}

export interface BackpropModule {
  catalogue(): Catalogue;
  /**
   * Three numbers a point (x, y, class or value) of a data set at default noise and seed, for pictures; null for an unknown name,
   * for the reader's own points, and unless `count` is from 1 to the most points that a run may have.
   */
  sample(data: string, count: number): Float32Array | null;
  /**
   * sigma(z) and sigma'(z) at `count` places z from low to high, for plots; null for an unknown name, for ends that are not
   * finite, and unless `count` is from 2 to the most points that a run may have.
   */
  activationCurve(
    name: string,
    low: number,
    high: number,
    count: number,
  ): { values: Float64Array; derivatives: Float64Array } | null;
  Session: new () => Session;
}

export interface ModuleOptions {
  /** The bytes of backprop.wasm; where given, nothing is fetched. */
  wasmBinary?: ArrayBuffer | Uint8Array;
  /** The address of a file that belongs to the module. */
  locateFile?(file: string): string;
  /** Where given, it instantiates the WebAssembly itself: hands the instance to `receive` and returns its exports. */
  instantiateWasm?(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): WebAssembly.Exports;
}

export default function createBackprop(options?: ModuleOptions): Promise<BackpropModule>;
