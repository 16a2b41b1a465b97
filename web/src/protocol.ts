/**
 * What the page and the worker say to each other. The page commands, the worker answers with events; errors are data.
 *
 * Order is kept both ways. Every run has a number: after `opened` with run r, frames of an earlier run are stale and dropped.
 */
import type {
  Catalogue,
  CostSurface,
  ExampleTrace,
  Experiment,
  FoldingStage,
  Forecast,
  GradientCheck,
  GradientFan,
  LayerHistograms,
  LayerReport,
  NextIteration,
  Problem,
  Progress,
  Score,
  Scores,
  Stop,
} from "../../bindings/backprop";

export type Command =
  /** Begin the run that a text of settings describes (see Session.open). */
  | { type: "open"; text: string }
  /** The same, but the present run is kept as it is, until it is given back or `open` begins another. */
  | { type: "lend"; text: string }
  | { type: "giveBack" }
  /** Change settings of the present run (see Session.change). */
  | { type: "change"; text: string }
  /** To those of a link (see Session.changeTo); answered like any other change. */
  | { type: "changeTo"; link: string }
  | { type: "play" }
  | { type: "pause" }
  /** Back to the initial weights, at rest. */
  | { type: "reset" }
  /** One iteration, or on to the end of the epoch. */
  | { type: "step"; unit: Owed["unit"] }
  /**
   * So much, as fast as it goes; what comes to play, pause or reset ends it. `trained` with the number says when it is done.
   * `awaited`: no mark is reached before.
   */
  | { type: "train"; owed: Owed; training: number; awaited: boolean }
  /** Whether training waits, for as long as nobody sees it. */
  | { type: "hold"; holds: boolean }
  /** How fast Play goes; null is as fast as it can. */
  | { type: "speed"; iterationsPerSecond: number | null }
  /** Gives a parameter a value by hand (see Session.setParameter). */
  | { type: "set"; parameter: number; value: number }
  /** From now on training leaves a parameter as it is, or no longer so. */
  | { type: "freeze"; parameter: number; frozen: boolean }
  /** Whose output the large plane shows. */
  | { type: "show"; neuron: NeuronPlace | null }
  /** Which part of the plane the large picture shows, and in how much detail once nothing changes (see PlanePicture). */
  | ({ type: "plane" } & PlaneRequest)
  /** Which instruments are on screen: frames bring readings for these and no others. */
  | { type: "watch"; instruments: Instruments }
  /** Hold every parameter's gradient against difference quotients, until a `checked` says that it is done. */
  | { type: "check" }
  | { type: "stopCheck" }
  /** From now on frames bring this number: they show what the commands before it led to. */
  | { type: "mark"; mark: number }
  /** Say how everything stands. */
  | { type: "save" }
  /** To a new worker: all as it stood, with a run number from which on to count. */
  | { type: "restore"; snapshot: Snapshot; run: number }
  /** The page has drawn the last frame or plane and wants the next. */
  | { type: "frameTaken" };

export type WorkerEvent =
  /** `lock` is the name of a web lock that the worker holds while it lives; null where the browser has none. */
  | { type: "ready"; catalogue: Catalogue; samples: Record<string, Float32Array>; lock: string | null }
  | ({
      type: "opened";
      run: number;
      /** The command that this answers. */
      by: "open" | "lend" | "giveBack" | "change" | "restore";
      problems: Problem[];
      restarted: boolean;
      /** Where training is. */
      progress: Progress;
    } & RunDescription)
  /** Another run stands beside the first (see Instruments.compare), or, if null, none any more. */
  | { type: "compared"; other: OtherRun | null }
  | { type: "frame"; frame: Frame; mark: number }
  /** Another look at the plane, where everything else is as it was. */
  | { type: "plane"; run: number; plane: PlanePicture }
  /** Some more parameters were checked, the first or last ones of a check if it says so. It ends without when they change. */
  | { type: "checked"; run: number; iteration: number; first: boolean; part: GradientCheck; done: boolean }
  /** The training of that number is done, or stopped. */
  | { type: "trained"; training: number }
  /** Something was to be changed by hand. */
  | ({ type: "edited"; progress: Progress } & Edit)
  /** Training ended by itself; how well the network does now. */
  | { type: "stopped"; stop: Stop; validation: Score }
  | { type: "saved"; snapshot: Snapshot }
  /** The worker cannot go on. */
  | { type: "failed"; message: string };

/** So many iterations, or on to the end of this epoch and of so many in all, however many iterations they turn out to have. */
export interface Owed {
  unit: "iteration" | "epoch";
  count: number;
}

/** What a parameter was before the reader's hand came, and is now: its value, or whether it is frozen. */
export interface Edit<What = number | boolean> {
  parameter: number;
  from: What;
  to: What;
  /** The sentence that says why it stays as it was; null if it does not. */
  refused: string | null;
}

/** What stays the same while a run trains. */
export interface RunDescription {
  experiment: Experiment;
  link: string;
  /** Four numbers a point, as Session.points gives them. */
  points: Float32Array;
  /** How far the plane reaches from the origin. */
  planeHalf: number;
  /** Neurons of every layer, the input first. */
  sizes: number[];
}

/** The run beside the first. Each has a number, by which readings of an earlier one are told apart. */
export interface OtherRun extends RunDescription {
  number: number;
  /** What of the settings that set it apart was left out or had to be changed. */
  problems: Problem[];
}

/** How everything stands in the worker: with how it is looked at, what another one needs to go on from there. */
export interface Snapshot {
  own: SavedRun;
  /** The run that is kept while `own` is lent. */
  kept: SavedRun | null;
  playing: boolean;
  /** Training that was asked for and is not done yet. */
  owed: Owed;
  /** The training that they belong to. */
  training: number;
  awaited: boolean;
  /** Whether a gradient check is under way, which begins anew. */
  checking: boolean;
  mark: number;
}

export interface SavedRun {
  /** As Session.save gives it. */
  state: Uint8Array;
  /** All records, as Session.history gives them: no part of the state. */
  history: Float64Array;
}

/** Neuron j (from 0) of layer l; layer 0 is the input. */
export interface NeuronPlace {
  layer: number;
  neuron: number;
}

/** A square around (x, y) that reaches `half` to each side. */
export interface PlaneWindow {
  x: number;
  y: number;
  half: number;
}

/** A part of a plane that reaches 1 from the origin, on a picture of so many pixels a side. */
export interface PlaneRequest {
  window: PlaneWindow;
  resolution: number;
}

/** The instruments by name, each with what it is to measure. */
export interface Instruments {
  /** The next iteration and its points on their way through the network and back; difference quotients of one parameter. */
  iteration?: { parameter?: number };
  /** One of points() on its way through the network and back. */
  point?: { index: number };
  /** What the next iteration says of one parameter. */
  parameter?: { at: number };
  /** What happens to the error from layer to layer. */
  layers?: true;
  /** The same at the ends of past epochs. */
  layersPast?: true;
  /** How often activations and slopes take which values, in so many bins. */
  histograms?: { bins: number };
  /** Which classes the network takes the examples of each class for. */
  confusion?: true;
  /** What it predicts for points of all three sets, evenly chosen, at most so many. */
  predictions?: { most: number };
  /** Of the next mini-batch. */
  gradient?: true;
  /** What the next step is predicted to do to the cost, and what it does. */
  forecast?: true;
  /** The gradients of many mini-batches beside that of the whole training set. */
  fan?: { batchSize: number; count: number; seed: number };
  /** An activation function over a stretch of weighted inputs. */
  curve?: { activation: string; low: number; high: number };
  /** What the network could be given of each place of the plane that the run of this link has. */
  features?: { of: string };
  /** The learning rate that a schedule, whose settings these are, gives over so many epochs. */
  rates?: { settings: string; epochs: number };
  /** The cost around the present weights, or around given values of two of them, with the path and the next step seen there. */
  surface?: SurfaceRequest;
  /** The cost along the next step, at so many places from its beginning to `furthest` times its length. */
  ahead?: { furthest: number; count: number };
  /** The plane carried through the network, with a mesh of so many places a side. */
  folding?: { meshSide: number };
  /** The run of the same link but for these settings, begun anew and trained in step with the first (see worker/pair.ts). */
  compare?: { settings: string };
}

/** For each instrument that is on screen, its reading at the moment of the frame. */
export type Readings = { [Name in keyof Instruments]: Reading[Name] };

export interface Reading {
  iteration: {
    next: NextIteration;
    /** Of the first `mostTraces` points of the mini-batch. */
    traces: Omit<ExampleTrace, "gradient">[];
    /** Which parameter was nudged; -1 for none. */
    parameter: number;
    /** For each of the traces, dC_x/dw of that parameter by difference quotient, */
    quotients: number[];
    /** and whether a kink of ReLU or the like makes the quotient wrong. */
    kinks: boolean[];
  };
  /** null if there is no such point. */
  point:
    | (ExampleTrace & { index: number /** Which example of the next mini-batch it is; -1 for none. */; example: number })
    | null;
  /** Its part of NextIteration. */
  parameter: { at: number; gradient: number; penalty: number; step: number };
  layers: LayerReport[];
  layersPast: LayersPast;
  histograms: LayerHistograms[];
  /** As Session.confusion gives it. */
  confusion: Int32Array;
  /** For each of the chosen points, its position in points() and the answer of the first output neuron. */
  predictions: { points: Int32Array; answers: Float64Array };
  /** As NextIteration has it. */
  gradient: Float64Array;
  forecast: Forecast;
  fan: GradientFan & { batchSize: number };
  /** sigma and sigma' at equal distances from low to high; null where sigma is not a function of one number. */
  curve: { activation: string; low: number; high: number; values: Float64Array; derivatives: Float64Array } | null;
  /** For each of the catalogue's features thumbnailResolution squared values. */
  features: { of: string; pictures: Float32Array };
  /** Shares of the rate that was set, at equal distances from the first epoch to the last. */
  rates: { settings: string; shares: Float64Array };
  surface: SurfaceReading | null;
  ahead: Float64Array | null;
  folding: {
    stages: FoldingStage[];
    /** cells x cells pictures of what each output neuron answers, as Session.grid gives them; the mesh has whole cells. */
    answers: Float32Array;
    cells: number;
  };
  compare: Moment & { number: number };
}

/** A plane through parameter space, of which resolution x resolution places are looked at; see Session.costSurface, pairSurface. */
export type SurfaceRequest = SurfaceCut & { reach: number; resolution: number };
type SurfaceCut =
  | { kind: "pair"; first: number; second: number; u: number; v: number }
  | { kind: "random"; seed: number }
  | { kind: "path" };

export interface SurfaceReading {
  /** What was asked for. */
  of: SurfaceRequest;
  surface: CostSurface;
}

/**
 * The layers' norms where training has come along, computed from the parameters that the core keeps of its path, with the present
 * settings: nothing is measured while nobody looks.
 */
export interface LayersPast {
  /** At most as many as the path holds, thinned out evenly as the run grows. */
  epochs: Float64Array;
  /** ||delta^l|| for layers 1 .. L, at each of the epochs. */
  errorNorms: Float64Array[];
  /** ||dC/dW^l|| */
  weightGradientNorms: Float64Array[];
  /** False while earlier epochs are still to come, with the next frames. */
  complete: boolean;
}

/** Nobody looks at more examples of a mini-batch than these one by one. */
export const mostTraces = 64;

/** What the network answers over a part of the plane. */
export interface PlanePicture {
  /** Whose output it is; null for all output neurons. */
  shown: NeuronPlace | null;
  /** resolution squared of them; of each output neuron in turn if none is shown. */
  values: Float32Array;
  /** Of a plane that reaches 1 from the origin. */
  window: PlaneWindow;
  /** planeResolution while it trains or moves; then about as many as were asked for, an odd multiple of it (see middleCells). */
  resolution: number;
}

/** A run at one moment of training, seen from outside. */
export interface Moment {
  progress: Progress;
  scores: Scores;
  fingerprint: string;
  /** null while it is as the last frame or plane of this run brought it. */
  plane: PlanePicture | null;
  /** The records to put from `from` on, as Session.history gives them. */
  history: { from: number; records: Float64Array };
  readings: Readings;
}

/** What is on screen, at one moment of training. */
export interface Frame extends Moment {
  run: number;
  parameters: Float32Array;
  /** Which of them are frozen, in order. */
  frozen: Int32Array;
  /** The thumbnails of all neurons from layer 0 on, thumbnailResolution squared values each. */
  thumbnails: Float32Array;
}

/** Numbers in a record of Session.history. */
export const recordLength = 8;

export const thumbnailResolution = 40;
/** Of the large plane while anything changes. */
export const planeResolution = 100;
/** Until something else is asked for. */
export const usualPlaneRequest: PlaneRequest = { window: { x: 0, y: 0, half: 1 }, resolution: planeResolution };
