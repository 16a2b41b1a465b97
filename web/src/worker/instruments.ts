/** Reads those instruments that are on screen. */
import type { BackpropModule, Session } from "../../../bindings/backprop";
import { type Instruments, mostTraces, type Reading, type Readings } from "../protocol";
import { featurePictures } from "./features";
import { gridOf } from "./grid";
import { LayersPastReader } from "./layers-past";
import { learningRates } from "./rates";

/** Those that look at one run alone. */
export type OwnInstruments = Omit<Instruments, "compare">;

type Name = keyof OwnInstruments;
type Readers = {
  [Of in Name]-?: (
    what: NonNullable<Instruments[Of]>,
    session: Session,
    module: BackpropModule,
    past: LayersPastReader,
  ) => Reading[Of];
};

const readers: Readers = {
  iteration: ({ parameter = -1 }, session) => {
    const next = session.nextIteration();
    const points = next.points.subarray(0, mostTraces);
    const traces = Array.from(points, (point) => traceOf(session, point));
    const checks = parameter < 0 ? [] : Array.from(points, (point) => session.pointCheck(point, parameter, 1));
    return {
      next,
      traces: traces.filter((trace) => trace !== null),
      parameter,
      quotients: checks.map((check) => check?.byDifference[0] ?? Number.NaN),
      kinks: checks.map((check) => check?.atKink[0] === 1),
    };
  },
  point: ({ index }, session) => {
    const trace = session.trace(index);
    return trace && { ...trace, index, example: session.nextIteration().points.indexOf(index) };
  },
  parameter: ({ at }, session) => {
    const { gradient, penaltyGradient, step } = session.nextIteration();
    const of = (values: Float64Array): number => values[at] ?? Number.NaN;
    return { at, gradient: of(gradient), penalty: of(penaltyGradient), step: of(step) };
  },
  layers: (_, session) => session.layers(),
  layersPast: (_, session, _module, past) => past.read(session),
  histograms: ({ bins }, session) => session.histograms(bins),
  confusion: (_, session) => session.confusion(),
  predictions: ({ most }, session) => predictionsOf(session, most),
  gradient: (_, session) => session.nextIteration().gradient,
  forecast: (_, session) => session.forecast(),
  fan: ({ batchSize, count, seed }, session) => ({ ...session.gradientFan(batchSize, count, seed), batchSize }),
  curve: ({ activation, low, high }, _, module) => {
    const curve = module.activationCurve(activation, low, high, curvePlaces);
    return curve && { activation, low, high, ...curve };
  },
  features: ({ of }, _, module) => ({ of, pictures: featurePictures(module, of) }),
  rates: ({ settings, epochs }, _, module) => ({ settings, shares: learningRates(module, settings, epochs) }),
  surface: (of, session) => {
    const { reach, resolution } = of;
    const surface =
      of.kind === "pair"
        ? session.pairSurface(of.first, of.second, of.u, of.v, reach, resolution)
        : session.costSurface(of.kind, reach, resolution, of.kind === "random" ? of.seed : 0);
    return surface && { of, surface };
  },
  ahead: ({ furthest, count }, session) => session.costsAhead(furthest, count),
  folding: ({ meshSide }, session) => {
    const stages = session.folding(meshSide);
    const cells = Math.min(mostFoldingCells, meshSide - 1);
    return { stages, cells, answers: gridOf(session, cells, session.layerSizes().length - 1) };
  },
};

const curvePlaces = 161;

/** Whatever the run does, these read the same. */
const ofNoRun: readonly Name[] = ["curve", "features", "rates"];

/** A trace goes forward and back through all parameters: so many of them altogether are passed in some milliseconds. */
const mostPassed = 1_000_000;

function predictionsOf(session: Session, most: number): Reading["predictions"] {
  const count = session.points().length / 4;
  const affordable = Math.max(20, Math.min(most, Math.floor(mostPassed / session.parameters().length)));
  const stride = Math.ceil(count / affordable);
  const points = Int32Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
  const answers = Float64Array.from(points, (point) => session.trace(point)?.activations.at(-1)?.[0] ?? Number.NaN);
  return { points, answers };
}
const mostFoldingCells = 24;

/** Without its gradient, which has a number for each parameter of the network. */
function traceOf(session: Session, point: number): Reading["iteration"]["traces"][number] | null {
  const trace = session.trace(point);
  if (trace === null) return null;
  const { gradient: _, ...rest } = trace;
  return rest;
}

/** What was read stays as it is until the run changes: choosing another neuron measures nothing anew that is the same. */
export class InstrumentPanel {
  private readonly kept = new Map<Name, { what: string; reading: unknown }>();
  private readonly past = new LayersPastReader();

  constructor(
    private readonly module: BackpropModule,
    private readonly session: Session,
  ) {}

  /** The run is about to go on. */
  forget(): void {
    for (const name of this.kept.keys()) if (!ofNoRun.includes(name)) this.kept.delete(name);
  }

  /** Another run is about to begin, or this one to go on under other settings. */
  begin(): void {
    this.forget();
    this.past.forget();
  }

  read(instruments: OwnInstruments): Readings {
    const names = Object.keys(instruments) as Name[];
    return Object.fromEntries(names.map((name) => [name, this.readOne(name, instruments[name])]));
  }

  private readOne(name: Name, measured: unknown): unknown {
    const what = JSON.stringify(measured);
    const kept = this.kept.get(name);
    if (kept?.what === what) return kept.reading;
    const reader = readers[name] as (...of: unknown[]) => unknown;
    const reading = reader(measured, this.session, this.module, this.past);
    if (!isUnfinished(reading)) this.kept.set(name, { what, reading });
    return reading;
  }
}

/** Whether more of it comes with the next frame. */
const isUnfinished = (reading: unknown): boolean => (reading as { complete?: boolean } | null)?.complete === false;
