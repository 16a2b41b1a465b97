/** A session through its contract: runs begin, change, go on and come back as promised. */
import { describe, expect, it } from "vitest";
import { loadModule, startSession } from "./module.ts";

const module = await loadModule();

const diverging = "data=xor&layers=8,8&activations=linear&learningRate=1&cost=crossEntropy&output=sigmoid";

describe("open, change, link", () => {
  it("link() is the whole experiment: another session opens it as the same one", () => {
    const session = startSession(module, "data=spiral&noise=0.3&seed=7");
    expect(session.change("layers=8,5,3&activations=relu,tanh,sigmoid&learningRate=0.025").problems).toEqual([]);
    const other = startSession(module, session.link());
    expect(other.experiment()).toEqual(session.experiment());
    expect(other.link()).toBe(session.link());
    expect(other.experiment()).toMatchObject({ data: "spiral", noise: 0.3, seed: 7, layers: [8, 5, 3], learningRate: 0.025 });
  });

  it("the link of a run begins the same run", () => {
    const session = startSession(module, "data=spiral&layers=8,8&batchSize=7");
    session.train(500);
    const other = startSession(module, session.link());
    expect(other.fingerprint()).not.toBe(session.fingerprint());
    other.train(500);
    expect(other.fingerprint()).toBe(session.fingerprint());
    expect(other.history(0)).toEqual(session.history(0));
  });

  it("open() takes the default for what is not named, change() what was there", () => {
    const { defaults } = module.catalogue();
    const session = startSession(module, "data=xor&learningRate=0.5");
    expect(session.experiment()).toEqual({ ...defaults, data: "xor", learningRate: 0.5 });
    session.change("noise=0.4");
    expect(session.experiment()).toEqual({ ...defaults, data: "xor", learningRate: 0.5, noise: 0.4 });
    session.open("noise=0.4");
    expect(session.experiment()).toEqual({ ...defaults, noise: 0.4 });
  });

  it.each(["learningRate=0.01", "batchSize=3", "activations=relu,tanh", "output=sigmoid", "noise=0.4", "points=400"])(
    "%s keeps what was learned",
    (settings) => {
      const session = startSession(module);
      session.train(100);
      const learned = session.fingerprint();
      expect(session.change(settings)).toEqual({ problems: [], restarted: false });
      expect(session.fingerprint()).toBe(learned);
      expect(session.progress().iteration).toBe(100);
      session.train(1);
      expect(session.fingerprint()).not.toBe(learned);
    },
  );

  it("a neuron more keeps the weights that survive", () => {
    const session = startSession(module, "layers=4,2");
    session.train(100);
    const before = session.parameters();
    expect(session.change("layers=5,2")).toEqual({ problems: [], restarted: false });
    expect(session.progress().iteration).toBe(100);
    // Layer 1 had 4 rows of 2 weights, now it has 5: the first 4 rows are as they were.
    expect(session.parameters().slice(0, 8)).toEqual(before.slice(0, 8));
    expect(session.parameters()).toHaveLength(before.length + 2 + 1 + 2);
  });

  it.each(["data=xor", "seed=2", "dataSeed=2"])("%s begins a new run", (settings) => {
    const session = startSession(module);
    session.train(100);
    expect(session.change(settings)).toEqual({ problems: [], restarted: true });
    expect(session.progress().iteration).toBe(0);
    expect(session.fingerprint()).toBe(startSession(module, settings).fingerprint());
  });
});

describe("training", () => {
  it("counts iterations and epochs, a last partial batch included", () => {
    const session = startSession(module, "points=100&training=50&batchSize=20"); // 50 examples: 20, 20, 10
    expect(session.progress()).toEqual({
      epoch: 0,
      iteration: 0,
      iterationsPerEpoch: 3,
      iterationsToEpochEnd: 3,
      divergedAt: null,
    });
    expect(session.train(2)).toBe(2);
    expect(session.progress()).toMatchObject({ epoch: 0, iteration: 2, iterationsToEpochEnd: 1 });
    expect(session.train(1)).toBe(1);
    expect(session.progress()).toMatchObject({ epoch: 1, iteration: 3, iterationsToEpochEnd: 3 });
  });

  it("gives the same bits in one call as in many", () => {
    const whole = startSession(module);
    const sliced = startSession(module);
    whole.train(100);
    for (const slice of [1, 14, 15, 16, 54]) sliced.train(slice);
    expect(sliced.fingerprint()).toBe(whole.fingerprint());
  });

  it.each([Number.NaN, -1, 0, 0.5, Number.NEGATIVE_INFINITY])("train(%s) does nothing", (iterations) => {
    const session = startSession(module);
    const before = session.save();
    expect(session.train(iterations)).toBe(0);
    expect(session.save()).toEqual(before);
  });

  it("performs whole iterations only", () => {
    expect(startSession(module).train(2.9)).toBe(2);
  });

  it("reset() goes back to the initial weights, and the same run follows", () => {
    const session = startSession(module);
    const initial = { fingerprint: session.fingerprint(), progress: session.progress(), history: session.history(0) };
    session.train(100);
    const later = session.fingerprint();
    session.reset();
    expect({
      fingerprint: session.fingerprint(),
      progress: session.progress(),
      history: session.history(0),
    }).toEqual(initial);
    session.train(100);
    expect(session.fingerprint()).toBe(later);
  });

  it("a run that diverges stops, says where, and keeps numbers that are finite", () => {
    const session = startSession(module, diverging);
    const done = session.train(100_000);
    expect(done).toBeLessThan(100_000);
    expect(session.progress().divergedAt).toBe(done + 1);
    expect(session.progress().iteration).toBeLessThanOrEqual(done);
    expect(session.parameters().every(Number.isFinite)).toBe(true);
    expect(session.scores().training.cost).toSatisfy(Number.isFinite);
    expect(session.history(0).every(Number.isFinite)).toBe(true);
  });

  it("a full batch diverges at the first iteration that was not performed too", () => {
    const fullBatch = "points=20&training=100&validation=0&batchSize=20&learningRate=10&layers=8,8,8,8,8,8";
    const session = startSession(module, `data=xor&activations=linear&cost=crossEntropy&output=sigmoid&${fullBatch}`);
    const done = session.train(100);
    expect(session.progress().divergedAt).toBe(done + 1);
  });

  it("and goes on at a lower rate", () => {
    const session = startSession(module, diverging);
    session.train(100_000);
    const { iteration } = session.progress();
    expect(session.change("learningRate=0.001")).toEqual({ problems: [], restarted: false });
    expect(session.progress()).toMatchObject({ iteration, divergedAt: null });
    expect(session.train(1000)).toBe(1000);
    expect(session.progress()).toMatchObject({ iteration: iteration + 1000, divergedAt: null });
  });
});

describe("save and restore", () => {
  it.each(["data=spiral&layers=8,8", "points=100&batchSize=7&layers=&output=sigmoid&cost=crossEntropy"])(
    "%s goes on in the middle of an epoch as if it had never stopped",
    (settings) => {
      const whole = startSession(module, settings);
      whole.train(137);
      expect(whole.progress().iterationsToEpochEnd).not.toBe(whole.progress().iterationsPerEpoch);
      const saved = whole.save();

      const other = startSession(module, "data=xor&seed=9");
      expect(other.restore(saved)).toBe(true);
      expect(other.link()).toBe(whole.link());
      expect(other.progress()).toEqual(whole.progress());
      expect(other.save()).toEqual(saved);

      whole.train(500);
      other.train(500);
      expect(other.fingerprint()).toBe(whole.fingerprint());
      expect(other.save()).toEqual(whole.save());
    },
  );

  it("takes bytes that lie within a larger buffer", () => {
    const session = startSession(module);
    session.train(20);
    const saved = session.save();
    const larger = new Uint8Array(saved.length + 20).fill(0xff);
    larger.set(saved, 9);
    session.train(20);
    expect(session.restore(larger.subarray(9, 9 + saved.length))).toBe(true);
    expect(session.save()).toEqual(saved);
  });
});
