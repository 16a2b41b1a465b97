/** What the module says of the next step before it is made, held against the step that is then made. */
import { describe, expect, it } from "vitest";
import { runs } from "./experiments.ts";
import { gradientOf, loadModule, pointsOf, startSession, traceOf, trainedSession } from "./module.ts";
import { at, layersOf, mean, meanOf, norm, sum } from "./textbook.ts";

const module = await loadModule();

describe("forecast()", () => {
  const optimizers = module.catalogue().optimizers.map(({ name }) => `optimizer=${name}&l2=0.01`);
  it.each([...runs, ...optimizers, "dropout=0.4", "l1=0.02", "clipNorm=0.01", "schedule=warmUp"])(
    "%s: what it says of the next step is what then happens, and it does nothing itself",
    (settings) => {
      const session = trainedSession(module, settings, 16);
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
      const { batch, training } = trainedSession(module, `points=100&learningRate=${rate}`, 0).forecast();
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
      const session = trainedSession(module, settings, 16);
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

describe("costsAhead()", () => {
  it("begins at the cost, leaves along the predicted change and is where the step ends at s = 1", () => {
    const session = trainedSession(module, "layers=3&l2=0.05&learningRate=0.1", 20);
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
