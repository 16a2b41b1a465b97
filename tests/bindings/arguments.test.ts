/** Numbers and names of any kind as arguments: an answer that the contract foresees, never an exception, never a hang. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MostResolution, Session } from "../../bindings/backprop.d.ts";
import { variety } from "./experiments.ts";
import { loadModule, pointsOf, startSession } from "./module.ts";
import { sizesOf, sum } from "./textbook.ts";

const module = await loadModule();
const mostResolution: MostResolution = 512;

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
// Also numbers that are small modulo 2^32: where an int is asked for, they must not be taken for it.
const edges = [
  nan,
  infinity,
  -infinity,
  -0,
  -1,
  0.5,
  1.9,
  -0.5,
  2 ** 31,
  2 ** 32,
  2 ** 32 + 3,
  -(2 ** 32) + 3,
  2 ** 53,
  1e300,
  5e-324,
];
const any = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: -5, max: 40 }), fc.double());
const name = fc.oneof(fc.constantFrom("tanh", "circle", "own", "plane", "random", "path", ""), fc.string({ unit: "binary" }));

/** What the contract says of a whole number from `low` to `high`. */
const whole = (number: number, low: number, high: number): number =>
  Number.isNaN(number) ? low : Math.trunc(Math.min(Math.max(number, low), high)) + 0;

/** Small runs of every kind, of which each property takes one at a time. */
const runs = variety.map((settings) => {
  const session = new module.Session();
  session.open(settings);
  session.train(30);
  return session;
});
const run = fc.constantFrom(...runs);

function holds<Arguments extends unknown[]>(
  numRuns: number,
  arbitraries: { [Index in keyof Arguments]: fc.Arbitrary<Arguments[Index]> },
  property: (session: Session, ...args: Arguments) => void,
): void {
  const all = fc.tuple(...arbitraries) as unknown as fc.Arbitrary<Arguments>;
  fc.assert(
    fc.property(run, all, (session, args) => {
      const before = session.fingerprint();
      property(session, ...args);
      // Looking changes nothing.
      expect(session.fingerprint()).toBe(before);
    }),
    { numRuns },
  );
}

describe("any number", () => {
  it("history(from): the records from there on", () => {
    holds(500, [any], (session, from) => {
      const all = session.history(0);
      expect(session.history(from)).toEqual(all.slice(8 * whole(from, 0, all.length / 8)));
    });
  });

  it("trace(point): of a point that is there, else null", () => {
    holds(1000, [any], (session, point) => {
      const there = point >= 0 && point < pointsOf(session).length;
      expect(session.trace(point)).toEqual(there ? session.trace(Math.trunc(point)) : null);
      expect(session.trace(point) === null).toBe(!there);
    });
  });

  it("grid(resolution, from, x, y, half): null, or so many answers", () => {
    const sizes = fc.oneof({ weight: 20, arbitrary: any.filter((n) => !(n > 40)) }, { weight: 1, arbitrary: any });
    holds(400, [sizes, any, any, any, any], (session, resolution, from, x, y, half) => {
      const neurons = sizesOf(session.experiment());
      const meant = Math.fround(half) > 0 && Math.max(Math.abs(x), Math.abs(y)) + half <= 1e6;
      const count = whole(resolution, 1, mostResolution) ** 2 * sum(neurons.slice(whole(from, 0, neurons.length - 1)));
      expect(session.grid(resolution, from, x, y, half)?.length).toBe(meant && count <= 2 ** 24 ? count : undefined);
    });
    const wide = startSession(module, `layers=${Array(10).fill(128)}`);
    expect(wide.grid(mostResolution, 0, 0, 0, 1)).toBe(null);
    expect(wide.grid(mostResolution, 11, 0, 0, 1)).toHaveLength(mostResolution ** 2);
  });

  it("gradientCheck(first, count): of parameters that are there", () => {
    holds(200, [any, any], (session, from, most) => {
      const check = session.gradientCheck(from, most);
      const parameters = session.parameters().length;
      const first = whole(from, 0, parameters);
      const count = whole(most, 0, parameters - first);
      expect(check.first).toBe(first);
      for (const list of [check.byBackpropagation, check.byDifference, check.relativeError]) {
        expect(list.length).toBe(count);
        expect(list.every(Number.isFinite)).toBe(true);
      }
      expect(check.atKink.length).toBe(count);
      expect(check.worstAt).toSatisfy((at: number) => at === -1 || (at >= first && at < first + count));
    });
  });

  it("gradientFan(batchSize, count, seed): 1 to 1,000 cosines", () => {
    holds(200, [any, any, any], (session, batchSize, count, seed) => {
      const { cosines, norms, fullNorm } = session.gradientFan(batchSize, count, seed);
      expect([cosines.length, norms.length]).toEqual([whole(count, 1, 1000), whole(count, 1, 1000)]);
      expect(norms.every((norm) => norm >= 0)).toBe(true);
      // NaN where a gradient is 0 and has no direction.
      expect(cosines.every((cosine) => Number.isNaN(cosine) || Math.abs(cosine) <= 1 + 1e-6)).toBe(true);
      expect(fullNorm).toBeGreaterThanOrEqual(0);
      const training = pointsOf(session).filter(({ part }) => part === 0).length;
      if (batchSize >= training) for (const cosine of cosines) expect(cosine).toBeCloseTo(1, 5);
    });
  });

  it("costSurface(kind, reach, resolution, seed): null, or so many costs", () => {
    const kinds = fc.constantFrom("random", "path", "banana") as fc.Arbitrary<"path">;
    const sizes = fc.oneof({ weight: 30, arbitrary: any.filter((n) => !(n > 12)) }, { weight: 1, arbitrary: any });
    holds(150, [kinds, any, sizes, any], (session, kind, reach, resolution, seed) => {
      const surface = session.costSurface(kind, reach, resolution, seed);
      const meant = kind !== ("banana" as string) && reach > 0 && reach <= 1e6;
      expect(surface?.costs.length).toBe(meant ? whole(resolution, 2, 256) ** 2 : undefined);
      expect(surface?.path.every(Number.isFinite)).toBe(meant ? true : undefined);
    });
  });

  it("pairSurface(first, second, u, v, reach, resolution): null, or so many costs", () => {
    const sizes = fc.oneof({ weight: 30, arbitrary: any.filter((n) => !(n > 12)) }, { weight: 1, arbitrary: any });
    holds(150, [any, any, any, any, any, sizes], (session, first, second, u, v, reach, resolution) => {
      const surface = session.pairSurface(first, second, u, v, reach, resolution);
      const most = session.parameters().length - 1;
      const apart = whole(first, 0, most) !== whole(second, 0, most);
      const meant = apart && [u, v, reach].every((number) => Math.abs(number) <= 1e6) && reach > 0;
      expect(surface?.costs.length).toBe(meant ? whole(resolution, 2, 256) ** 2 : undefined);
      for (const numbers of [surface?.path, surface?.slope, surface?.step])
        expect(numbers?.every(Number.isFinite)).toBe(meant ? true : undefined);
    });
  });

  it("costsAhead(steps, count): null, or so many costs", () => {
    holds(200, [any, any], (session, steps, count) => {
      const costs = session.costsAhead(steps, count);
      expect(costs?.length).toBe(Math.abs(steps) <= 1e6 ? whole(count, 2, 256) : undefined);
    });
  });

  it("folding(meshSide): so many places in every stage", () => {
    holds(100, [any], (session, meshSide) => {
      const { points } = session.folding(2)[0] ?? {};
      for (const stage of session.folding(meshSide)) {
        expect(stage.mesh).toHaveLength(2 * whole(meshSide, 2, 128) ** 2);
        expect(stage.points).toHaveLength(points?.length ?? 0);
        expect([...stage.mesh, ...stage.points].every(Number.isFinite)).toBe(true);
      }
    });
  });

  it("sample(data, count): null, or so many points", () => {
    const sets = module.catalogue().data.filter(({ own }) => !own);
    holds(300, [fc.oneof(fc.constantFrom(...sets.map(({ name }) => name)), name), any], (_, data, count) => {
      const { low, high } = { low: 1, high: module.catalogue().limits.points.high };
      const meant = sets.some((set) => set.name === data) && count >= low && count <= high;
      expect(module.sample(data, count)?.length).toBe(meant ? 3 * Math.trunc(count) : undefined);
    });
  });

  it("activationCurve(name, low, high, count): null, or finite numbers", () => {
    const activations = module.catalogue().activations.map(({ name }) => name);
    const names = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...activations) }, { weight: 1, arbitrary: name });
    holds(1000, [names, any, any, any], (_, activation, low, high, count) => {
      const most = module.catalogue().limits.points.high;
      const meant = activations.includes(activation) && Number.isFinite(high - low) && count >= 2 && count <= most;
      const curve = module.activationCurve(activation, low, high, count);
      expect(curve?.values.length).toBe(meant ? Math.trunc(count) : undefined);
      expect(curve?.derivatives.length).toBe(meant ? Math.trunc(count) : undefined);
      expect(curve ? [...curve.values, ...curve.derivatives].every(Number.isFinite) : true).toBe(true);
    });
  });

  it("train(iterations): so many, as far as the run goes", () => {
    fc.assert(
      fc.property(any, (iterations) => {
        const session = new module.Session();
        session.open("points=10&layers=1&batchSize=6&stopEpochs=50"); // 50 iterations
        const expected = iterations >= 1 && iterations <= 2 ** 53 ? Math.min(Math.trunc(iterations), 50) : 0;
        expect(session.train(iterations)).toBe(expected);
        session.delete();
      }),
    );
  });
});

describe("arguments of the wrong number or kind", () => {
  it("throw a BindingError and leave the session as it was", () => {
    const session = startSession(module);
    session.train(7);
    const before = session.save();
    const wrong = [
      () => Reflect.apply(session.trace, session, []),
      () => Reflect.apply(session.trace, session, [1, 2]),
      () => Reflect.apply(session.costSurface, session, ["path", 1, 3]),
      () => Reflect.apply(session.costSurface, session, [1, 1, 3, 1]),
      () => Reflect.apply(session.open, session, [null]),
      () => Reflect.apply(session.change, session, [{}]),
      () => Reflect.apply(module.sample, module, [undefined, 3]),
      () => Reflect.apply(module.activationCurve, module, ["tanh", 0, 1]),
      () => Reflect.construct(module.Session, [1]),
    ];
    for (const call of wrong) expect(call).toThrow(expect.objectContaining({ name: "BindingError" }));
    expect(session.save()).toEqual(before);
  });

  it("a session that has been deleted says so", () => {
    const session = new module.Session();
    session.delete();
    expect(() => session.progress()).toThrow(expect.objectContaining({ name: "BindingError" }));
  });
});
