/** Reads those instruments that are on screen. */
import type { BackpropModule, ExampleTrace, Session } from "../../../bindings/backprop";
import { type Instruments, mostTraces, type Reading, type Readings } from "../protocol";

type Name = keyof Instruments;
type Readers = {
  [Of in Name]-?: (what: NonNullable<Instruments[Of]>, session: Session, module: BackpropModule) => Reading[Of];
};

const readers: Readers = {
  iteration: ({ parameter = -1 }, session) => {
    const next = session.nextIteration();
    const points = next.points.subarray(0, mostTraces);
    const traces = Array.from(points, (point) => session.trace(point));
    const checks = parameter < 0 ? [] : Array.from(points, (point) => session.pointCheck(point, parameter, 1));
    return {
      next,
      traces: traces.filter((trace): trace is ExampleTrace => trace !== null),
      parameter,
      quotients: checks.map((check) => check?.byDifference[0] ?? Number.NaN),
      kinks: checks.map((check) => check?.atKink[0] === 1),
    };
  },
  layers: (_, session) => session.layers(),
  forecast: (_, session) => session.forecast(),
  fan: ({ batchSize, count, seed }, session) => ({ ...session.gradientFan(batchSize, count, seed), batchSize }),
  curve: ({ activation, low, high }, _, module) => {
    const curve = module.activationCurve(activation, low, high, curvePlaces);
    return curve && { activation, low, high, ...curve };
  },
};

const curvePlaces = 161;

/** What was read stays as it is until the run changes: choosing another neuron measures nothing anew that is the same. */
export class InstrumentPanel {
  private kept = new Map<Name, { what: string; reading: unknown }>();

  constructor(
    private readonly module: BackpropModule,
    private readonly session: Session,
  ) {}

  /** The run is about to change. */
  forget(): void {
    this.kept.clear();
  }

  read(instruments: Instruments): Readings {
    const names = Object.keys(instruments) as Name[];
    return Object.fromEntries(names.map((name) => [name, this.readOne(name, instruments[name])]));
  }

  private readOne(name: Name, measured: unknown): unknown {
    const what = JSON.stringify(measured);
    const kept = this.kept.get(name);
    if (kept?.what === what) return kept.reading;
    const reader = readers[name] as (...of: unknown[]) => unknown;
    const reading = reader(measured, this.session, this.module);
    this.kept.set(name, { what, reading });
    return reading;
  }
}
