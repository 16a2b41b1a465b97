/** Gradients beside difference quotients, of the training set, of a point and of batches drawn anew; recomputed from traces. */
import { describe, expect, it } from "vitest";
import { penalised, runs } from "./experiments.ts";
import { gradientOf, loadModule, startSession, traceOf, trainedSession, trainingTraces } from "./module.ts";
import { activationsFor, at, costOf, layersOf, mean, meanOf, norm, sum } from "./textbook.ts";

const module = await loadModule();

describe("gradientCheck()", () => {
  it.each(runs)("%s: backpropagation agrees with difference quotients", (settings) => {
    const session = trainedSession(module, settings);
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
    const session = trainedSession(module, "points=40&layers=3&l2=0.05");
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
    const session = trainedSession(module, penalised);
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
    const session = trainedSession(module, penalised);
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

describe("pointCheck()", () => {
  it.each(runs)("%s: a point's own gradient, without penalties, beside the quotients of its own cost", (settings) => {
    const session = trainedSession(module, settings);
    const trace = traceOf(session, 0);
    const check = session.pointCheck(0, 0, trace.gradient.length);
    expect(check?.byBackpropagation).toEqual(trace.gradient);
    expect(check?.worst).toBeLessThan(1e-5);
  });
});

describe("gradientFan()", () => {
  it("at the full batch every gradient is the full one", () => {
    const session = trainedSession(module, penalised);
    const size = trainingTraces(session).length;
    const { fullNorm, cosines, norms } = session.gradientFan(size, 7, 1);
    // Without penalties: the traces' mean.
    expect(fullNorm).toBeCloseTo(norm(meanOf(trainingTraces(session), ({ gradient }) => gradient)), 6);
    expect([cosines.length, norms.length]).toEqual([7, 7]);
    for (const cosine of cosines) expect(cosine).toBeCloseTo(1, 6);
    for (const length of norms) expect(length).toBeCloseTo(fullNorm, 6);
  });

  it("single examples' gradients are the traces' own", () => {
    const session = trainedSession(module, "points=50&layers=3");
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
    const session = trainedSession(module, "points=200");
    const state = session.save();
    const spread = [1, 8, 64].map((size) => mean([...session.gradientFan(size, 300, 1).cosines]));
    expect(spread).toEqual(spread.toSorted((a, b) => a - b));
    expect(session.gradientFan(8, 20, 1)).toEqual(session.gradientFan(8, 20, 1));
    expect(session.gradientFan(8, 20, 2).cosines).not.toEqual(session.gradientFan(8, 20, 1).cosines);
    expect(session.save()).toEqual(state);
  });
});
