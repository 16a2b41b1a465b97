/** The presets do what their sentences say. */
import { beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import { presets } from "../../../web/src/page/ui/presets/presets.ts";
import { gridOf, loadModule, records, startSession, trainEpochs } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const settingsOf = (name: string): string => presets.find((preset) => preset.name === name)?.settings ?? "";
const open = (name: string, more = ""): Session => startSession(module, settingsOf(name) + more);
const after = (session: Session, epochs: number): Session => {
  trainEpochs(session, epochs);
  return session;
};
const accuracy = (session: Session): number => session.scores().training.accuracy;

/** By epoch; all of them are recorded up to 64. */
const costs = (session: Session, part: "training" | "validation"): number[] =>
  records(session.history(0), 8).map((record) => record[part === "training" ? 1 : 2] ?? Number.NaN);

/** How many of the costs are above the one before. */
const rises = (list: number[]): number => list.filter((cost, i) => i > 0 && cost > (list[i - 1] ?? 0)).length;

/** What each sentence claims, in its order. */
const claims: Record<string, (session: Session) => void> = {
  straightCut: (session) => expect(accuracy(after(session, 500))).toBeLessThan(0.55),
  squares: (session) => {
    expect(accuracy(after(session, 20))).toBe(1);
    const [w1, w2] = session.parameters();
    expect(Math.max(w1 ?? 0, w2 ?? 0)).toBeLessThan(-0.1);
  },
  linear: (session) => expect(accuracy(after(session, 500))).toBeLessThan(0.55),
  xor: (session) => {
    expect(accuracy(after(session, 200))).toBeGreaterThanOrEqual(0.98);
    const two = startSession(module, settingsOf("xor").replace("layers=4", "layers=2"));
    const wrong = 1 - accuracy(after(two, 1000));
    expect(wrong).toBeGreaterThan(0.08);
    expect(wrong).toBeLessThan(0.15);
  },
  spiral: (session) => {
    const early = accuracy(after(session, 500));
    expect(early).toBeGreaterThan(0.75);
    expect(early).toBeLessThan(0.85);
    expect(accuracy(after(session, 500))).toBe(1);
  },
  tooLong: (session) => {
    const list = costs(after(session, 200), "training");
    expect(Math.abs(rises(list.slice(0, 21)) - 10)).toBeLessThanOrEqual(2);
    expect(list.at(-1)).toBeGreaterThan(Math.min(...list.slice(0, 11)));
  },
  fullBatch: (session) => {
    expect(session.progress().iterationsPerEpoch).toBe(1);
    const list = [session.scores().training.cost];
    for (let epoch = 0; epoch < 500; epoch++) list.push(after(session, 1).scores().training.cost);
    expect(rises(list)).toBe(0);
    const small = startSession(module, settingsOf("fullBatch").replace("batchSize=150", "batchSize=10"));
    expect(after(small, 50).scores().training.cost).toBeLessThanOrEqual(list.at(-1) ?? 0);
  },
  deadRelu: (session) => {
    after(session, 50);
    expect(session.layers()[1]?.dead).toBe(1);
    expect(session.layers()[0]?.errorNorm).toBe(0);
    const plane = gridOf(session, 20, 3);
    expect(Math.max(...plane) - Math.min(...plane)).toBe(0);
    const weights = session.parameters().slice(0, -1);
    expect(after(session, 50).parameters().slice(0, -1)).toEqual(weights);
  },
  zero: (session) => {
    const moved = after(session, 200)
      .parameters()
      .slice(0, -1)
      .filter((value) => value !== 0);
    expect(moved.length).toBe(0);
    expect(accuracy(session)).toBeLessThanOrEqual(0.55);
  },
  vanishing: (session) => {
    const reports = session.layers();
    expect((reports[0]?.errorNorm ?? 1) / (reports.at(-1)?.errorNorm ?? 0)).toBeLessThan(0.001);
    expect(accuracy(after(session, 1000))).toBeLessThan(0.55);
  },
  overfitting: (session) => {
    expect(after(session, 50).scores().training.cost).toBeLessThan(0.1);
    const best = Math.min(...costs(session, "validation"));
    for (const epochs of [50, 200, 700]) expect(after(session, epochs).scores().validation.cost).toBeGreaterThan(1.5 * best);
  },
  weightPenalty: (session) => {
    const free = after(open("overfitting"), 1000).scores();
    const { training, validation } = after(session, 1000).scores();
    expect(training.cost).toBeGreaterThan(2 * free.training.cost);
    expect(validation.cost / free.validation.cost).toBeLessThan(0.6);
  },
  earlyStopping: (session) => {
    session.train(10_000);
    const list = costs(session, "validation");
    const best = list.indexOf(Math.min(...list));
    const { stop } = session.progress();
    expect(stop).toMatchObject({ reason: "patience", epoch: best + 50 });
    expect(session.scores().validation.cost).toBeCloseTo(list[best] ?? Number.NaN, 6);
  },
  sparse: (session) => {
    const [w1, w2, square1, square2, product, sin1, sin2] = after(session, 1000).parameters();
    for (const weight of [w1, w2, product, sin1, sin2]) expect(Math.abs(weight ?? 1)).toBeLessThan(0.01);
    for (const weight of [square1, square2]) expect(weight).toBeLessThan(-0.3);
  },
  classes: (session) => {
    expect(accuracy(after(session, 20))).toBe(1);
    const cells = 10 * 10;
    const plane = gridOf(session, 10, 2);
    for (let cell = 0; cell < cells; cell++) {
      const sum = [0, 1, 2, 3, 4].reduce((total, output) => total + (plane[output * cells + cell] ?? 0), 0);
      expect(sum).toBeCloseTo(1, 5);
    }
  },
  waves: (session) => expect(after(session, 200).scores().training.rSquared).toBeGreaterThan(0.9),
};

test("there are ten and more, each has its claims, and its settings as a link has them", () => {
  expect(presets.length).toBeGreaterThanOrEqual(10);
  expect(Object.keys(claims)).toEqual(presets.map(({ name }) => name));
  for (const { settings } of presets) expect(startSession(module, settings).link()).toBe(settings);
});

describe("what the sentences say is so", () => {
  test.each(presets.map(({ name, sentence }) => [name, sentence]))("%s: %s", (name) => {
    claims[name]?.(open(name));
  });
});
