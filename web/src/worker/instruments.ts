/** Reads those instruments that are on screen. */
import type { ExampleTrace, Session } from "../../../bindings/backprop";
import { type Instruments, mostTraces, type Reading, type Readings } from "../protocol";

type Readers = { [Name in keyof Instruments]-?: (session: Session, what: NonNullable<Instruments[Name]>) => Reading[Name] };

const readers: Readers = {
  iteration: (session, { parameter = -1 }) => {
    const next = session.nextIteration();
    const points = next.points.subarray(0, mostTraces);
    const traces = Array.from(points, (point) => session.trace(point));
    const quotient = (point: number): number => session.pointCheck(point, parameter, 1)?.byDifference[0] ?? Number.NaN;
    return {
      next,
      traces: traces.filter((trace): trace is ExampleTrace => trace !== null),
      parameter,
      quotients: parameter < 0 ? [] : Array.from(points, quotient),
    };
  },
  layers: (session) => session.layers(),
  forecast: (session) => session.forecast(),
};

export function readInstruments(session: Session, instruments: Instruments): Readings {
  const read = ([name, what]: [string, unknown]) => [
    name,
    (readers[name as keyof Readers] as (...of: unknown[]) => unknown)(session, what),
  ];
  return Object.fromEntries(Object.entries(instruments).map(read)) as Readings;
}
