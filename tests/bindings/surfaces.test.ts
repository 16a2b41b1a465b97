/** The cost over two directions and over two parameters, held against the scores at the same places. */
import { describe, expect, it } from "vitest";
import type { Session } from "../../bindings/backprop.d.ts";
import { runs } from "./experiments.ts";
import { gradientOf, loadModule, records, startSession, trainEpochs, trainedSession, trainingTraces } from "./module.ts";
import { activationsFor, at, costOf, layersOf, mean, norm, sum } from "./textbook.ts";

const module = await loadModule();

describe("costSurface()", () => {
  const wholeCost = (session: Session): number => {
    const { training, l1, l2 } = session.scores();
    return training.cost + l1 + l2;
  };
  const surfaceOf = (session: Session, ...[kind, reach, resolution, seed]: Parameters<Session["costSurface"]>) => {
    const surface = session.costSurface(kind, reach, resolution, seed);
    if (!surface) throw new Error("no surface");
    return { rows: records(surface.costs, resolution), path: records(surface.path, 2) };
  };

  it.each(runs)("%s: the middle is where the run stands", (settings) => {
    const session = startSession(module, settings);
    trainEpochs(session, 4);
    for (const kind of ["random", "path"] as const) {
      const { rows, path } = surfaceOf(session, kind, 0.5, 5, 1);
      expect(rows).toHaveLength(5);
      expect(at(at(rows, 2), 2)).toBeCloseTo(wholeCost(session), 5);
      expect(new Set(rows.flat()).size).toBeGreaterThan(5);
      // A place for each iteration and the start, the present one, where the run stands, in the middle.
      expect(path).toHaveLength(Math.min(session.progress().iteration, 255) + 2);
      expect(path.at(-1)).toEqual([0, 0]);
      expect(norm(at(path, 0))).toBeGreaterThan(0);
    }
  });

  it("random: around the present parameters, in the middle of an epoch too; the seed draws the directions", () => {
    const session = trainedSession(module, "layers=3&l2=0.01", 37);
    const { rows } = surfaceOf(session, "random", 1, 3, 1);
    expect(at(at(rows, 1), 1)).toBeCloseTo(wholeCost(session), 5);
    expect(surfaceOf(session, "random", 1, 3, 1).rows).toEqual(rows);
    expect(surfaceOf(session, "random", 1, 3, 2).rows).not.toEqual(rows);
  });

  it("path: around the present parameters, in the middle of an epoch too", () => {
    const session = trainedSession(module, "layers=3&l2=0.01", 37);
    const { rows, path } = surfaceOf(session, "path", 1, 3, 1);
    expect(at(at(rows, 1), 1)).toBeCloseTo(wholeCost(session), 5);
    expect(path).toHaveLength(39);
    expect(surfaceOf(session, "path", 1, 3, 2).rows).toEqual(rows);
  });

  it("path: rows from the largest v down, u from left to right: the path lies where the surface has its costs", () => {
    // Three places lie in a plane exactly, so the surface under them has the recorded costs.
    const session = startSession(
      module,
      "data=gaussians&layers=3&learningRate=0.2&l2=0.01&points=50&training=100&validation=0&batchSize=50",
    );
    trainEpochs(session, 2);
    const { path } = surfaceOf(session, "path", 1, 2, 1);
    const resolution = 201;
    const reach = 1.05 * Math.max(...path.flat().map(Math.abs));
    const { rows } = surfaceOf(session, "path", reach, resolution, 1);
    const index = (place: number) => Math.round(((place / reach + 1) / 2) * (resolution - 1));
    const costAt = (u: number, v: number) => at(at(rows, resolution - 1 - index(v)), index(u));
    for (const [epoch, record] of records(session.history(0), 8).entries()) {
      const [u = 0, v = 0] = path[epoch] ?? [];
      const cost = at(record, 1) + at(record, 4);
      const miss = Math.abs(costAt(u, v) - cost);
      expect(miss).toBeLessThan(0.01);
      if (epoch === 2) continue; // the middle, which is there in every picture
      // Neither upside down nor mirrored would do.
      expect(Math.abs(costAt(-u, v) - cost)).toBeGreaterThan(2 * miss);
      expect(Math.abs(costAt(u, -v) - cost)).toBeGreaterThan(2 * miss);
    }
  });

  it("path: lengths are those in parameter space, and the first direction has the most of it", () => {
    const session = startSession(module, "layers=3&learningRate=0.1&points=50&training=100&validation=0&batchSize=50");
    const places = [session.parameters()];
    for (let epoch = 0; epoch < 2; ++epoch) {
      trainEpochs(session, 1);
      places.push(session.parameters());
    }
    const path = surfaceOf(session, "path", 1, 2, 1).path.slice(0, 3);
    const end = at(places, 2);
    for (const [i, place] of path.entries()) {
      expect(norm(place)).toBeCloseTo(norm(at(places, i).map((w, k) => w - at(end, k))), 4);
    }
    const along = (axis: number) => sum(path.map((place) => at(place, axis) ** 2));
    expect(along(0)).toBeGreaterThan(along(1));
  });

  it.each([
    ["random", 0],
    ["random", -1],
    ["path", Number.NaN],
    ["path", Number.POSITIVE_INFINITY],
    ["random", 1_000_001],
    ["path", 1e300],
    ["banana", 1],
  ])("null of kind %s and reach %s", (kind, reach) => {
    expect(startSession(module).costSurface(kind as "path", reach, 3, 1)).toBeNull();
  });
});

describe("pairSurface()", () => {
  it("is the cost with these two parameters changed; the path is theirs", () => {
    const session = startSession(module, "layers=3&l2=0.01&l1=0.001&batchSize=20");
    const places: Float32Array[] = [session.parameters()];
    for (let i = 0; i < 9; ++i) {
      session.train(1);
      places.push(session.parameters());
    }
    const surface = session.pairSurface(4, 10, 0.5, -1, 2, 5);
    if (!surface) throw new Error("no surface");
    const rows = records(surface.costs, 5);
    const experiment = session.experiment();
    const traces = trainingTraces(session);
    const now = Array.from(session.parameters());
    for (const [row, costs] of rows.entries())
      for (const [column, cost] of costs.entries()) {
        const w = now.with(4, 0.5 + (column - 2)).with(10, -1 + (2 - row));
        const answers = traces.map(({ activations, desired }) =>
          costOf(experiment, activationsFor(experiment, w, Array.from(at(activations, 0))).at(-1) ?? [], Array.from(desired)),
        );
        const weights = layersOf(experiment, w).flatMap(({ W }) => W.flat());
        const penalty = 0.005 * sum(weights.map((x) => x ** 2)) + 0.001 * sum(weights.map(Math.abs));
        expect(cost).toBeCloseTo(mean(answers) + penalty, 5);
      }
    expect(records(surface.path, 2)).toEqual([...places, session.parameters()].map((w) => [at(w, 4), at(w, 10)]));
  });

  it.each([...runs, "optimizer=adam&l2=0.01"])(
    "%s: slope and step are the gradient's and the next step's own numbers",
    (settings) => {
      const session = trainedSession(module, settings, 16);
      const state = session.save();
      const surface = session.pairSurface(2, 0, 0, 0, 1, 2);
      const { step } = session.nextIteration();
      const gradient = gradientOf(session);
      for (const [axis, parameter] of [2, 0].entries()) {
        expect(surface?.slope[axis]).toBeCloseTo(at(gradient, parameter), 10);
        expect(surface?.step[axis]).toBeCloseTo(at(step, parameter), 6);
      }
      expect(session.save()).toEqual(state);
    },
  );
});
