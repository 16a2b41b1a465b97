/** Backpropagation seen from inside: what the module says of gradients and costs, recomputed from traces and scores. */
import { describe, expect, it } from "vitest";
import type { ExampleTrace, Session } from "../../bindings/backprop.d.ts";
import { variety } from "./experiments.ts";
import { gradientOf, loadModule, pointsOf, records, startSession, traceOf, trainEpochs, trainingTraces } from "./module.ts";
import { activationsFor, at, costOf, layersOf, mean, norm, sum } from "./textbook.ts";

const module = await loadModule();

const penalised = "data=moons&points=60&layers=4,3&activations=sigmoid,relu&l1=0.01&l2=0.1";
const runs = [...variety, penalised];

const trained = (settings: string, iterations = 60): Session => {
  const session = startSession(module, settings);
  session.train(iterations);
  return session;
};

/** The mean over the traces of a vector that each has. */
function meanOf(traces: ExampleTrace[], vector: (trace: ExampleTrace) => ArrayLike<number>): number[] {
  const vectors = traces.map(vector);
  return Array.from(at(vectors, 0), (_, i) => mean(vectors.map((one) => at(one, i))));
}

const rootMeanSquare = (numbers: number[]): number => Math.sqrt(mean(numbers.map((number) => number ** 2)));

describe("gradientCheck()", () => {
  it.each(runs)("%s: backpropagation agrees with difference quotients", (settings) => {
    const session = trained(settings);
    const count = session.parameters().length;
    const check = session.gradientCheck(0, count);
    const { first, byBackpropagation, byDifference, relativeError, atKink, worst, worstAt } = check;
    expect(first).toBe(0);
    expect([byBackpropagation, byDifference, relativeError, atKink].map(({ length }) => length)).toEqual(
      Array.from({ length: 4 }, () => count),
    );
    expect(worst).toBeLessThan(1e-5);
    const smooth = [...relativeError.keys()].filter((i) => atKink[i] === 0);
    expect(worst).toBe(Math.max(...smooth.map((i) => at(relativeError, i))));
    expect(at(relativeError, worstAt)).toBe(worst);
    for (const i of smooth) expect(at(byDifference, i)).toBeCloseTo(at(byBackpropagation, i), 6);
  });

  it("the default network's worst error is below a millionth, and not because nothing was compared", () => {
    const check = startSession(module).gradientCheck(0, 1000);
    expect(check.worst).toBeLessThan(1e-6);
    expect(check.atKink.every((kink) => kink === 0)).toBe(true);
    // Two independent ways never agree to the last bit everywhere.
    expect(check.worst).toBeGreaterThan(0);
    expect(check.byDifference).not.toEqual(check.byBackpropagation);
  });

  it("the quotients are those of the textbook's cost", () => {
    const session = trained("points=40&layers=3&l2=0.05");
    const experiment = session.experiment();
    const w = Array.from(session.parameters());
    const traces = trainingTraces(session);
    const cost = (parameters: number[]): number => {
      const costs = traces.map(({ activations, desired }) => {
        const answer = activationsFor(experiment, parameters, Array.from(at(activations, 0))).at(-1) ?? [];
        return costOf(experiment, answer, Array.from(desired));
      });
      const weights = layersOf(experiment, parameters).flatMap(({ W }) => W.flat());
      return mean(costs) + (0.05 / 2) * sum(weights.map((weight) => weight ** 2));
    };
    const { byDifference } = session.gradientCheck(0, w.length);
    const h = 1e-5;
    for (const [i, w_i] of w.entries()) {
      const quotient = (cost(w.with(i, w_i + h)) - cost(w.with(i, w_i - h))) / (2 * h);
      expect(at(byDifference, i)).toBeCloseTo(quotient, 8);
    }
  });

  it("a stretch is that part of the whole", () => {
    const session = trained(penalised);
    const whole = session.gradientCheck(0, 1000);
    const part = session.gradientCheck(5, 7);
    expect(part.first).toBe(5);
    for (const name of ["byBackpropagation", "byDifference", "relativeError", "atKink"] as const) {
      expect(part[name]).toEqual(whole[name].slice(5, 12));
    }
    // worstAt counts all parameters, not the stretch's.
    expect(part.relativeError[part.worstAt - 5]).toBe(part.worst);
    expect(session.gradientCheck(5, 0)).toMatchObject({ first: 5, worst: 0, worstAt: -1 });
  });

  it("marks kinks: a ReLU whose weighted input is 0 for an example", () => {
    // With the weights 0 and the biases 0 every weighted input lies on its kink.
    const session = startSession(module, "layers=3&activations=relu&initializer=zero");
    const { atKink, worstAt, worst } = session.gradientCheck(0, 9);
    expect([...atKink]).toEqual(Array.from({ length: 9 }, () => 1));
    expect({ worst, worstAt }).toEqual({ worst: 0, worstAt: -1 });
  });

  it("the penalties' part is l1 sign(w) + l2 w on the weights and nothing on the biases", () => {
    const session = trained(penalised);
    const plain = meanOf(trainingTraces(session), ({ gradient }) => gradient);
    const whole = layersOf(session.experiment(), gradientOf(session));
    const cost = layersOf(session.experiment(), plain);
    for (const [l, { W, b }] of layersOf(session.experiment(), session.parameters()).entries()) {
      const expected = W.flat().map((w, i) => at(at(cost, l).W.flat(), i) + 0.01 * Math.sign(w) + 0.1 * w);
      for (const [i, value] of at(whole, l).W.flat().entries()) expect(value).toBeCloseTo(at(expected, i), 10);
      for (const [j] of b.entries()) expect(at(at(whole, l).b, j)).toBeCloseTo(at(at(cost, l).b, j), 10);
    }
  });
});

describe("layers()", () => {
  it.each(runs)("%s: norms and shares are those of the traces", (settings) => {
    const session = trained(settings);
    const { activations } = session.experiment();
    const traces = trainingTraces(session);
    const reports = session.layers();
    const parameters = layersOf(session.experiment(), session.parameters());
    const gradient = layersOf(
      session.experiment(),
      meanOf(traces, (trace) => trace.gradient),
    );
    expect(reports).toHaveLength(parameters.length);
    const errorNorm = (l: number) => rootMeanSquare(traces.map(({ errors }) => norm(at(errors, l))));
    for (const [i, report] of reports.entries()) {
      const l = i + 1;
      expect(report.errorNorm).toBeCloseTo(errorNorm(l), 5);
      expect(report.weightNorm).toBeCloseTo(norm(at(parameters, i).W.flat()), 5);
      expect(report.weightGradientNorm).toBeCloseTo(norm(at(gradient, i).W.flat()), 4);
      expect(report.biasGradientNorm).toBeCloseTo(norm(at(gradient, i).b), 5);
      if (l === reports.length) {
        const { saturated, dead, shrinkageByWeights, shrinkageByDerivative } = report;
        expect([saturated, dead, shrinkageByWeights, shrinkageByDerivative].every(Number.isNaN)).toBe(true);
        continue;
      }
      const slopes = traces.map(({ derivatives }) => Array.from(at(derivatives, l)));
      const least = { sigmoid: 0.25 / 20, tanh: 1 / 20 }[at(activations, i)];
      if (least === undefined) expect(report.saturated).toBeNaN();
      else expect(report.saturated).toBeCloseTo(mean(slopes.flat().map((slope) => Number(slope < least))), 8);
      const dead = at(slopes, 0).map((_, j) => Number(slopes.every((slope) => slope[j] === 0)));
      expect(report.dead).toBeCloseTo(mean(dead), 12);

      const next = at(parameters, l).W;
      const carried = traces.map(({ errors }) => {
        const delta = at(errors, l + 1);
        return norm(at(next, 0).map((_, k) => sum(next.map((row, j) => at(row, k) * at(delta, j)))));
      });
      expect(report.shrinkageByWeights).toBeCloseTo(rootMeanSquare(carried) / errorNorm(l + 1), 4);
      expect(report.shrinkageByDerivative).toBeCloseTo(errorNorm(l) / rootMeanSquare(carried), 4);
      expect(report.shrinkageByWeights * report.shrinkageByDerivative).toBeCloseTo(errorNorm(l) / errorNorm(l + 1), 4);
    }
  });

  it("sees neurons that are dead and neurons that are saturated", () => {
    // Inputs that are never negative leave a ReLU with two negative weights nothing to pass on; large ones saturate a sigmoid.
    const squares = "layers=8&initializer=normal&features=x1Squared,x2Squared";
    const dead = startSession(module, `${squares}&activations=relu`);
    const { W } = at(layersOf(dead.experiment(), dead.parameters()), 0);
    const negative = mean(W.map((row) => Number(row.every((w) => w < 0))));
    expect(negative).toBeGreaterThan(0);
    expect(at(dead.layers(), 0).dead).toBe(negative);
    const saturated = startSession(module, `${squares}&activations=sigmoid`);
    expect(at(saturated.layers(), 0).saturated).toBeGreaterThan(0.3);
  });
});

describe("forecast()", () => {
  const optimizers = module.catalogue().optimizers.map(({ name }) => `optimizer=${name}&l2=0.01`);
  it.each([...runs, ...optimizers, "dropout=0.4", "l1=0.02", "clipNorm=0.01", "schedule=warmUp"])(
    "%s: what it says of the next step is what then happens, and it does nothing itself",
    (settings) => {
      const session = trained(settings, 16);
      const cost = () => {
        const { training, l1, l2 } = session.scores();
        return training.cost + l1 + l2;
      };
      const state = session.save();
      const forecast = session.forecast();
      expect(session.forecast()).toEqual(forecast);
      expect(session.save()).toEqual(state);

      const before = { cost: cost(), parameters: session.parameters(), gradient: gradientOf(session) };
      expect(session.train(1)).toBe(1);
      const step = session.parameters().map((w, i) => w - at(before.parameters, i));
      expect(forecast.stepNorm).toBeCloseTo(norm(step), 6);
      expect(forecast.training.actual).toBeCloseTo(cost() - before.cost, 5);
      expect(forecast.training.predicted).toBeCloseTo(sum(Array.from(step, (s, i) => s * at(before.gradient, i))), 5);
      expect(norm(step)).toBeGreaterThan(0);
    },
  );

  it("the smaller the step, the better the prediction", () => {
    const misses = [0.1, 0.01, 0.001].map((rate) => {
      const { batch, training } = trained(`points=100&learningRate=${rate}`, 0).forecast();
      expect(batch.predicted).toBeLessThan(0);
      return [batch, training].map(({ predicted, actual }) => Math.abs(actual / predicted - 1));
    });
    for (const side of [0, 1]) {
      const [large = 0, middle = 0, small = 0] = misses.map((miss) => at(miss, side));
      expect(middle).toBeLessThan(large / 5);
      expect(small).toBeLessThan(middle / 5);
      expect(small).toBeLessThan(0.01);
    }
  });

  it("with gradient descent the predicted change is -eta times the gradient's square, over a full batch both are the same", () => {
    const session = startSession(module, "points=50&training=100&validation=0&batchSize=50&learningRate=0.001");
    const { batch, training, stepNorm } = session.forecast();
    const gradientNorm = norm(gradientOf(session));
    expect(batch.predicted).toBeCloseTo(-0.001 * gradientNorm ** 2, 8);
    expect(stepNorm).toBeCloseTo(0.001 * gradientNorm, 6);
    expect(training.predicted).toBeCloseTo(batch.predicted, 12);
    expect(training.actual).toBeCloseTo(batch.actual, 12);
  });
});

describe("nextIteration()", () => {
  it.each([...runs, "dropout=0.4", "optimizer=adam&l1=0.02&batchSize=7", "batchSize=150"])(
    "%s: its batch, its gradient and its step are those of the iteration that then happens",
    (settings) => {
      const session = trained(settings, 16);
      const state = session.save();
      const next = session.nextIteration();
      expect(session.nextIteration()).toEqual(next);
      expect(session.save()).toEqual(state);

      const { batchSize, l1, l2 } = session.experiment();
      const points = pointsOf(session);
      expect(next.points.length).toBeGreaterThan(0);
      expect(next.points.length).toBeLessThanOrEqual(batchSize);
      expect(new Set(next.points).size).toBe(next.points.length);
      for (const point of next.points) expect(at(points, point).part).toBe(0);

      const traces = Array.from(next.points, (point) => traceOf(session, point));
      expect(next.cost).toBeCloseTo(mean(traces.map(({ cost }) => cost)), 12);
      const gradient = meanOf(traces, (trace) => trace.gradient);
      for (const [i, entry] of gradient.entries()) expect(at(next.gradient, i)).toBeCloseTo(entry, 12);
      const w = session.parameters();
      const weights = layersOf(session.experiment(), Float64Array.from(w.keys())).flatMap(({ W }) => W.flat());
      for (const [i, w_i] of w.entries())
        expect(at(next.penaltyGradient, i)).toBeCloseTo(weights.includes(i) ? l2 * w_i + l1 * Math.sign(w_i) : 0, 12);

      expect(session.train(1)).toBe(1);
      const after = session.parameters();
      for (const [i, w_i] of w.entries()) expect(at(next.step, i)).toBe(at(after, i) - w_i);
    },
  );

  it("all batches of an epoch together are the training set", () => {
    const session = startSession(module, "points=60&batchSize=7");
    const seen: number[] = [];
    for (let left = session.progress().iterationsPerEpoch; left > 0; --left) {
      seen.push(...session.nextIteration().points);
      session.train(1);
    }
    const training = pointsOf(session).flatMap(({ part }, i) => (part === 0 ? [i] : []));
    expect(seen.toSorted((a, b) => a - b)).toEqual(training);
  });
});

describe("pointCheck()", () => {
  it.each(runs)("%s: a point's own gradient, without penalties, beside the quotients of its own cost", (settings) => {
    const session = trained(settings);
    const trace = traceOf(session, 0);
    const check = session.pointCheck(0, 0, trace.gradient.length);
    expect(check?.byBackpropagation).toEqual(trace.gradient);
    expect(check?.worst).toBeLessThan(1e-5);
  });
});

describe("gradientFan()", () => {
  it("at the full batch every gradient is the full one", () => {
    const session = trained(penalised);
    const size = trainingTraces(session).length;
    const { fullNorm, cosines, norms } = session.gradientFan(size, 7, 1);
    // Without penalties: the traces' mean.
    expect(fullNorm).toBeCloseTo(norm(meanOf(trainingTraces(session), ({ gradient }) => gradient)), 6);
    expect([cosines.length, norms.length]).toEqual([7, 7]);
    for (const cosine of cosines) expect(cosine).toBeCloseTo(1, 6);
    for (const length of norms) expect(length).toBeCloseTo(fullNorm, 6);
  });

  it("single examples' gradients are the traces' own", () => {
    const session = trained("points=50&layers=3");
    const traces = trainingTraces(session);
    const full = meanOf(traces, ({ gradient }) => gradient);
    const own = traces.map(({ gradient }) => {
      const length = norm(gradient);
      return [length, sum(full.map((g, i) => g * at(gradient, i))) / (length * norm(full))] as const;
    });
    const { cosines, norms } = session.gradientFan(1, 100, 1);
    const seen = new Set<number>();
    for (const [i, length] of norms.entries()) {
      const which = own.findIndex(([l, cosine]) => Math.abs(l - length) < 1e-5 && Math.abs(cosine - at(cosines, i)) < 1e-4);
      expect(which).toBeGreaterThanOrEqual(0);
      seen.add(which);
    }
    // They are drawn from all of the training set.
    expect(seen.size).toBeGreaterThan(traces.length / 2);
  });

  it("the larger the batches, the closer; the seed draws them; the run does not notice", () => {
    const session = trained("points=200");
    const state = session.save();
    const spread = [1, 8, 64].map((size) => mean([...session.gradientFan(size, 300, 1).cosines]));
    expect(spread).toEqual(spread.toSorted((a, b) => a - b));
    expect(session.gradientFan(8, 20, 1)).toEqual(session.gradientFan(8, 20, 1));
    expect(session.gradientFan(8, 20, 2).cosines).not.toEqual(session.gradientFan(8, 20, 1).cosines);
    expect(session.save()).toEqual(state);
  });
});

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
    const session = trained("layers=3&l2=0.01", 37);
    const { rows } = surfaceOf(session, "random", 1, 3, 1);
    expect(at(at(rows, 1), 1)).toBeCloseTo(wholeCost(session), 5);
    expect(surfaceOf(session, "random", 1, 3, 1).rows).toEqual(rows);
    expect(surfaceOf(session, "random", 1, 3, 2).rows).not.toEqual(rows);
  });

  it("path: around the present parameters, in the middle of an epoch too", () => {
    const session = trained("layers=3&l2=0.01", 37);
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
      const session = trained(settings, 16);
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

describe("costsAhead()", () => {
  it("begins at the cost, leaves along the predicted change and is where the step ends at s = 1", () => {
    const session = trained("layers=3&l2=0.05&learningRate=0.1", 20);
    const { training, l2 } = session.scores();
    const { predicted, actual } = session.forecast().training;
    const costs = session.costsAhead(2, 9) ?? new Float64Array();
    expect(costs).toHaveLength(9);
    expect(costs[0]).toBeCloseTo(training.cost + l2, 6);
    expect(at(costs, 4) - at(costs, 0)).toBeCloseTo(actual, 12);
    const [from = 0, to = 0] = session.costsAhead(1e-5, 2) ?? [];
    expect((to - from) / 1e-5).toBeCloseTo(predicted, 5);
  });
});

describe("folding()", () => {
  it.each(runs)("%s: every stage is the traces' own values along its two directions", (settings) => {
    const session = trained(settings);
    const experiment = session.experiment();
    const layers = layersOf(experiment, session.parameters());
    const stages = session.folding(3);
    const natural = experiment.features.join() === "x1,x2";
    const order = layers.flatMap((_, l) => ["weights", "biases", "activation"].map((step) => `${step} ${l + 1}`));
    expect(stages.flatMap(({ step, layer }) => (step === "turned" ? [] : [`${step} ${layer}`]))).toEqual([
      "plane 0",
      ...(natural ? [] : ["features 0"]),
      ...order,
    ]);
    const points = pointsOf(session);
    for (const { step, layer, directions, points: seen } of stages)
      for (const [i, point] of points.entries()) {
        const trace = traceOf(session, i);
        const values = {
          plane: () => [point.x, point.y],
          features: () => at(trace.activations, 0),
          weights: () => Array.from(at(trace.weightedInputs, layer), (z, j) => z - at(at(layers, layer - 1).b, j)),
          biases: () => at(trace.weightedInputs, layer),
          activation: () => at(trace.activations, layer),
          turned: () => at(trace.activations, layer),
        }[step]();
        const along = (axis: number) => sum(Array.from(values, (value, j) => value * at(directions, axis * values.length + j)));
        for (const axis of [0, 1]) expect(at(seen, 2 * i + axis)).toBeCloseTo(along(axis), 4);
      }
  });
});
