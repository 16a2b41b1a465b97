/** A session through its contract: runs begin, change, go on and come back as promised. */
import { describe, expect, it } from "vitest";
import { loadModule, startSession, trainEpochs } from "./module.ts";

const module = await loadModule();

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

  it("link() leaves out what is default, and what goes without saying", () => {
    const { defaults, data } = module.catalogue();
    const whole = Object.entries(defaults).filter(([, value]) => String(value) !== "");
    expect(startSession(module, whole.map((setting) => setting.join("=")).join("&")).link()).toBe("");
    for (const { name, own } of data) {
      if (own) continue;
      expect(startSession(module, `data=${name}`).link()).toBe(name === defaults.data ? "" : `data=${name}`);
    }
    expect(startSession(module, "schedule=cosine").link()).toBe("schedule=cosine");
    // Of regression and of six classes the output and the cost are others: to ask for the default ones is to say so.
    expect(startSession(module, "data=slope&output=tanh").link()).toBe("data=slope&output=tanh");
    for (const classes of [
      "data=blobs&classes=2",
      "data=spiral&classes=3",
      "data=spiral&classes=3&output=tanh&cost=quadratic",
    ]) {
      expect(startSession(module, classes).link()).toBe(classes);
    }
  });

  it("every choice of the catalogue has a link that opens as itself", () => {
    const { features, activations, initializers, biasInitializers, optimizers, schedules, costs } = module.catalogue();
    const links = [
      ...features.map(({ name }) => `features=${name}`),
      ...activations.map(({ name }) => `layers=3&activations=${name}`),
      ...initializers.map(({ name }) => `initializer=${name}`),
      ...biasInitializers.map(({ name }) => `biasInitializer=${name}`),
      ...costs.flatMap(({ name, outputs }) => outputs.map((output) => `output=${output}&cost=${name}`)),
      ...optimizers.map(({ name }) => `optimizer=${name}`),
      ...schedules.map(({ name }) => `schedule=${name}`),
    ];
    for (const link of links) {
      const session = startSession(module, link);
      const own = session.link();
      expect(startSession(module, own).experiment(), link).toEqual(session.experiment());
      expect(startSession(module, own).link()).toBe(own);
      for (const setting of own.split("&")) if (setting) expect(link.split("&")).toContain(setting);
    }
  });

  it("changeTo() gives the experiment that open() gives, whatever was set before, and keeps what was learned", () => {
    const links = [
      "",
      "schedule=exponential",
      "schedule=exponential&scheduleFactor=0.95",
      "data=slope",
      "data=slope&output=tanh",
      "data=blobs",
      "data=blobs&classes=4",
      "data=xor&output=sigmoid&cost=crossEntropy",
      "layers=8,8&activations=relu,sine&optimizer=adam&batchSize=3",
    ];
    for (const before of links)
      for (const link of links) {
        const session = startSession(module, before);
        session.train(5);
        const answer = session.changeTo(link);
        expect(answer.problems).toEqual([]);
        expect(session.experiment()).toEqual(startSession(module, link).experiment());
        expect(session.progress().iteration).toBe(answer.restarted ? 0 : 5);
      }
    const session = startSession(module, "layers=8,8&l2=0.01");
    session.train(5);
    expect(session.changeTo("learningRate=0.1").restarted).toBe(false);
  });

  it("changeTo() and restore() leave own points to come back to", () => {
    const session = startSession(module, "data=own&own=0,0,0;1,1,1&batchSize=1");
    session.changeTo("data=xor");
    expect(session.experiment().own).toHaveLength(2);
    const restored = startSession(module);
    expect(restored.restore(session.save())).toBe(true);
    for (const each of [session, restored]) {
      each.change("data=own");
      expect(each.points()).toHaveLength(8);
    }
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

  it.each([
    "learningRate=0.01",
    "batchSize=3",
    "activations=relu,tanh",
    "output=sigmoid",
    "noise=0.4",
    "points=400",
    "labelNoise=0.3",
    "optimizer=adam",
    "cost=huber",
    "dropout=0.2",
    "l1=0.01",
    "clipNorm=0.1",
    "schedule=cosine",
    "training=80",
  ])("%s keeps what was learned", (settings) => {
    const session = startSession(module);
    session.train(100);
    const learned = session.fingerprint();
    expect(session.change(settings)).toEqual({ problems: [], restarted: false });
    expect(session.fingerprint()).toBe(learned);
    expect(session.progress().iteration).toBe(100);
    session.train(1);
    expect(session.fingerprint()).not.toBe(learned);
  });

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

  it.each(["data=xor", "data=blobs", "data=slope", "seed=2", "dataSeed=2", "initializer=zero", "biasInitializer=tenth"])(
    "%s begins a new run",
    (settings) => {
      const session = startSession(module);
      session.train(100);
      expect(session.change(settings)).toEqual({ problems: [], restarted: true });
      expect(session.progress().iteration).toBe(0);
      expect(session.fingerprint()).toBe(startSession(module, settings).fingerprint());
    },
  );
});

describe("training", () => {
  it("counts iterations and epochs, a last partial batch included", () => {
    const session = startSession(module, "points=100&training=50&batchSize=20"); // 50 examples: 20, 20, 10
    expect(session.progress()).toEqual({
      epoch: 0,
      iteration: 0,
      iterationsPerEpoch: 3,
      iterationsToEpochEnd: 3,
      learningRate: 0.03,
      stop: null,
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

  it.each([
    ["constant", [1, 1, 1, 1, 1, 1]],
    ["step&scheduleFactor=0.5&scheduleEpochs=2", [1, 1, 0.5, 0.5, 0.25, 0.25]],
    ["exponential&scheduleFactor=0.5", [1, 0.5, 0.25, 0.125, 0.0625, 0.03125]],
    ["cosine&scheduleFactor=0.2&scheduleEpochs=4", [1, 0.8828427, 0.6, 0.3171573, 0.2, 0.3171573]],
    ["warmUp&scheduleFactor=0.2&scheduleEpochs=4", [0.2, 0.4, 0.6, 0.8, 1, 1]],
  ])("learns at the rate that the schedule %s gives each epoch", (schedule, factors) => {
    const session = startSession(module, `learningRate=0.1&schedule=${schedule}`);
    for (const factor of factors) {
      expect(session.progress().learningRate).toBeCloseTo(0.1 * factor, 8);
      trainEpochs(session, 1);
    }
  });
});

describe("save and restore", () => {
  const optimizers = module.catalogue().optimizers.map(({ name }) => `optimizer=${name}&learningRate=0.01`);
  it.each([
    ...optimizers,
    "data=spiral&layers=8,8&dropout=0.3&l1=0.001&schedule=exponential",
    "points=100&batchSize=7&layers=&output=sigmoid&cost=crossEntropy",
    "data=spiral&classes=3&output=tanh&cost=quadratic",
    "data=waves&optimizer=adam&patience=9&restoreBest=true&batchSize=20",
    "data=own&own=0,0,0;1,1,1;2,2,2;3,1,0;-2,0.5,1;4,4,4&training=100&validation=0&batchSize=4",
  ])("%s goes on in the middle of an epoch as if it had never stopped", (settings) => {
    const whole = startSession(module, settings);
    whole.train(whole.progress().iterationsPerEpoch * 7 + 1);
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
  });

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
