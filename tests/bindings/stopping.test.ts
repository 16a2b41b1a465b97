/** Runs that end by themselves: each rule at the first epoch at which it holds, in words, and how the run goes on. */
import { describe, expect, it } from "vitest";
import type { Session, Stop } from "../../bindings/backprop.d.ts";
import { loadModule, records, startSession, trainEpochs, trainingTraces } from "./module.ts";
import { at, mean, norm } from "./textbook.ts";

const module = await loadModule();

const more = 100_000;

/** Trains until the run ends by itself. */
function trainToStop(session: Session): { stop: Stop; done: number } {
  const done = session.train(more);
  const { stop } = session.progress();
  if (!stop) throw new Error(`${done} iterations, and no stop`);
  expect(done).toBeLessThan(more);
  return { stop, done };
}

/** A rule stopped the run at the end of an epoch, and everything agrees about when. */
function expectRule(session: Session, reason: Stop["reason"]): Stop {
  const { stop, done } = trainToStop(session);
  const { epoch, iteration, iterationsPerEpoch } = session.progress();
  expect(stop).toMatchObject({ reason, epoch, iteration });
  expect(iteration).toBe(done);
  expect(iteration).toBe(epoch * iterationsPerEpoch);
  expect(stop.sentence).toMatch(new RegExp(`^Stopped at epoch ${epoch}: [\\x20-\\x7e]+\\.$`));
  return stop;
}

const column = (session: Session, index: number): number[] => records(session.history(0), 8).map((record) => at(record, index));

describe("stop rules", () => {
  it("epochs: as many as asked, then none, and on when more are asked", () => {
    const session = startSession(module, "stopEpochs=5");
    expect(expectRule(session, "stopEpochs").epoch).toBe(5);
    const learned = session.fingerprint();
    expect(session.train(100)).toBe(0);
    expect(session.progress().stop).toMatchObject({ reason: "stopEpochs", epoch: 5 });
    expect(session.fingerprint()).toBe(learned);
    session.change("stopEpochs=8");
    expect(session.progress().stop).toBeNull();
    expect(session.train(more)).toBe(3 * session.progress().iterationsPerEpoch);
    expect(session.progress().stop).toMatchObject({ reason: "stopEpochs", epoch: 8 });
  });

  it("epochs: the last one asked for says so too, the one before does not", () => {
    const session = startSession(module, "stopEpochs=2");
    trainEpochs(session, 1);
    expect(session.progress().stop).toBeNull();
    trainEpochs(session, 1);
    expect(session.progress().stop?.reason).toBe("stopEpochs");
  });

  it("targetCost: at the first epoch whose training cost is no larger", () => {
    const session = startSession(module, "targetCost=0.1");
    const { epoch } = expectRule(session, "targetCost");
    const costs = column(session, 1);
    expect(costs.findIndex((cost) => cost <= 0.1)).toBe(epoch);
    expect(session.scores().training.cost).toBe(costs[epoch]);
  });

  const impatient = "data=spiral&noise=0.5&layers=8,8&learningRate=0.1&patience=6";

  it.each([false, true])("patience: so many epochs after the best validation cost; restoreBest=%s", (restoreBest) => {
    const session = startSession(module, `${impatient}&restoreBest=${restoreBest}`);
    const { epoch } = expectRule(session, "patience");
    const costs = column(session, 2);
    const best = costs.indexOf(Math.min(...costs));
    expect(epoch).toBe(best + 6);
    expect(session.scores().validation.cost).toBe(costs[restoreBest ? best : epoch]);

    const other = startSession(module, impatient.replace("&patience=6", ""));
    trainEpochs(other, restoreBest ? best : epoch);
    expect(session.fingerprint()).toBe(other.fingerprint());
    // Whoever goes on gets as many epochs again.
    session.train(1);
    expect(session.progress().stop).toBeNull();
  });

  it("gradientBound: at the first epoch after which the gradient over the training set is shorter", () => {
    const bound = 0.02;
    const session = startSession(module, `points=100&layers=2&gradientBound=${bound}`);
    const { epoch } = expectRule(session, "gradientBound");
    const gradientNorm = (of: Session): number => {
      const traces = trainingTraces(of);
      return norm(Array.from(of.parameters(), (_, i) => mean(traces.map(({ gradient }) => at(gradient, i)))));
    };
    expect(gradientNorm(session)).toBeLessThan(bound);
    const other = startSession(module, "points=100&layers=2");
    for (let e = 1; e < epoch; ++e) {
      trainEpochs(other, 1);
      expect(gradientNorm(other)).toBeGreaterThanOrEqual(bound);
    }
    expect(epoch).toBeGreaterThan(1);
  });
});

describe("a run that diverges", () => {
  const diverging = "data=xor&layers=8,8&activations=linear,linear&learningRate=1&cost=crossEntropy&output=sigmoid";

  it("stops, says where, and keeps numbers that are finite", () => {
    const session = startSession(module, diverging);
    const { stop, done } = trainToStop(session);
    const { epoch, iteration } = session.progress();
    expect(stop).toMatchObject({ reason: "diverged", iteration: done + 1, epoch });
    expect(stop.sentence).toMatch(/iteration \d+.*Lower the learning rate/);
    expect(iteration).toBeLessThanOrEqual(done);
    expect(session.parameters().every(Number.isFinite)).toBe(true);
    expect(session.scores().training.cost).toSatisfy(Number.isFinite);
    expect(session.history(0).filter((_, i) => i % 8 < 5)).toSatisfy((all: Float64Array) => all.every(Number.isFinite));
    // The forecast of the step that would fail is a number or none, but no exception.
    expect(session.forecast().stepNorm).toBeTypeOf("number");
  });

  it("a full batch diverges at the first iteration that was not performed too", () => {
    const fullBatch = "points=20&training=100&validation=0&batchSize=20&learningRate=10&layers=8,8,8,8,8,8";
    const names = Array.from({ length: 6 }, () => "linear").join(",");
    const session = startSession(module, `data=xor&activations=${names}&cost=crossEntropy&output=sigmoid&${fullBatch}`);
    const { stop, done } = trainToStop(session);
    expect(stop).toMatchObject({ reason: "diverged", iteration: done + 1 });
  });

  it("goes on at a lower rate", () => {
    const session = startSession(module, diverging);
    trainToStop(session);
    const { iteration } = session.progress();
    // Back at its very beginning, the run is the changed settings' own.
    expect(session.change("learningRate=0.001")).toEqual({ problems: [], restarted: iteration === 0 });
    expect(session.progress()).toMatchObject({ iteration, stop: null });
    expect(session.train(1000)).toBe(1000);
    expect(session.progress()).toMatchObject({ iteration: iteration + 1000, stop: null });
  });
});
