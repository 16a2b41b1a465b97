/** Two runs in step: each has the bits of the run that its own link begins, alone. */
import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import type { Frame, Owed } from "../../../web/src/protocol.ts";
import { Pair } from "../../../web/src/worker/pair.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const deep = "layers=8,8,8,8,8,8&activations=sigmoid";

function compare(link: string, settings: string): Pair {
  const pair = new Pair(module);
  onTestFinished(() => {
    pair.watch({});
    pair.first.delete();
  });
  pair.open(link);
  expect(pair.watch({ compare: { settings } })).toBe(true);
  return pair;
}

const second = (pair: Pair) => {
  const { compare } = pair.frame(1).readings;
  if (compare === undefined) throw new Error("no second run");
  return compare;
};

/** A lone session of that link after so many iterations. */
function alone(link: string, iterations: number): Session {
  const session = startSession(module, link);
  session.train(iterations);
  return session;
}

test.each([
  ["activations=tanh", "layers=8,8,8,8,8,8&activations=tanh"],
  ["layers=8,8", "layers=8,8&activations=sigmoid"],
  ["layers=4,4,4", "layers=4,4,4&activations=sigmoid"],
  ["optimizer=adam", `${deep}&optimizer=adam`],
  ["initializer=glorotUniform", `${deep}&initializer=glorotUniform`],
  ["output=sigmoid&cost=crossEntropy", `${deep}&output=sigmoid&cost=crossEntropy`],
  ["data=xor", `${deep}&data=xor`],
])("%s: both sides are, bit for bit, what their links give alone", (settings, link) => {
  const pair = compare(deep, settings);
  for (const iterations of [1, 20, 300]) pair.train(iterations);
  pair.step("epoch"); // 321 of 330
  const first: Frame = pair.frame(1);
  expect(first.progress.iteration).toBe(330);
  expect(first.fingerprint).toBe(alone(deep, 330).fingerprint());
  const lone = alone(link, 330);
  expect(pair.other()?.link).toBe(lone.link());
  const other = second(pair);
  expect(other.progress).toEqual(lone.progress());
  expect(other.fingerprint).toBe(lone.fingerprint());
  expect(other.scores).toEqual(lone.scores());
});

test("each frame brings the second's records since the last", () => {
  const pair = compare("", "activations=relu");
  pair.step("epoch");
  const records = [second(pair).history];
  pair.step("epoch");
  records.push(second(pair).history);
  expect(records.map(({ from }) => from)).toEqual([0, 2]);
  expect(records.flatMap((part) => Array.from(part.records))).toEqual(Array.from(alone("activations=relu", 30).history(0)));
});

test("with mini-batches of other sizes they are in step by epochs", () => {
  // 150 training examples: 15 iterations to an epoch, and 150, and 1.
  for (const [batchSize, perIteration] of [
    [1, 10],
    [150, 1 / 15],
  ] as const) {
    const pair = compare("", `batchSize=${batchSize}`);
    for (const [iterations, sum] of [
      [7, 7],
      [8, 15],
      [16, 31],
    ] as const) {
      pair.train(iterations);
      expect(second(pair).progress.iteration).toBe(Math.floor(sum * perIteration));
    }
    expect(second(pair).progress.epoch).toBe(pair.first.progress().epoch);
    expect(second(pair).fingerprint).toBe(alone(`batchSize=${batchSize}`, Math.floor(31 * perIteration)).fingerprint());
  }
});

test("a second run that is opened on the way catches up, in slices", () => {
  const pair = new Pair(module);
  onTestFinished(() => {
    pair.watch({});
    pair.first.delete();
  });
  pair.open("");
  pair.train(1000);
  pair.watch({ compare: { settings: "activations=relu" } });
  expect(pair.behind()).toBe(1000);
  expect(pair.catchUp(600)).toBe(600);
  expect(pair.behind()).toBe(400);
  pair.train(10); // meanwhile someone steps
  expect(pair.behind()).toBe(400);
  expect(pair.catchUp(600)).toBe(400);
  expect(pair.behind()).toBe(0);
  expect(second(pair).fingerprint).toBe(alone("activations=relu", 1010).fingerprint());
});

test("Reset takes both back, and a change of the first begins the second anew", () => {
  const pair = compare("", "activations=relu");
  pair.train(50);
  pair.reset();
  expect(second(pair).progress.iteration).toBe(0);
  pair.train(20);
  expect(second(pair).fingerprint).toBe(alone("activations=relu", 20).fingerprint());
  const before = pair.other()?.number;
  pair.change("seed=2");
  expect(pair.other()).toMatchObject({ link: "activations=relu,relu&seed=2" });
  expect(pair.other()?.number).not.toBe(before);
  pair.train(5);
  expect(second(pair).fingerprint).toBe(alone("activations=relu&seed=2", 5).fingerprint());
  expect(pair.first.moment().fingerprint).toBe(alone("seed=2", 5).fingerprint());
});

test("one that has ended rests, and the other goes on until it has ended too", () => {
  for (const [link, settings] of [
    ["stopEpochs=2", "stopEpochs=5"],
    ["stopEpochs=5", "stopEpochs=2"],
  ] as const) {
    const pair = compare(link, settings);
    expect(pair.train(40)).toBe(true);
    const early = [pair.first.progress(), second(pair).progress].map(({ epoch, stop }) => [epoch, stop?.reason ?? null]);
    expect(early.toSorted()).toEqual(
      [
        [2, null],
        [2, "stopEpochs"],
      ].toSorted(),
    );
    pair.step("epoch");
    expect(pair.train(100)).toBe(false);
    const late = [pair.first.progress().epoch, second(pair).progress.epoch];
    expect(late).toEqual(link === "stopEpochs=2" ? [2, 5] : [5, 2]);
  }
});

test("where the first ends on the way, what is left of a training is counted by its iterations, not by the second's fewer ones", () => {
  // 150 training examples: 15 iterations to an epoch of the first, one to an epoch of the second.
  for (const slices of [[40], [20, 20]]) {
    const pair = compare("stopEpochs=2", "stopEpochs=5&batchSize=150");
    let owed: Owed = { unit: "iteration", count: 100 };
    for (const most of slices) owed = pair.trainOwed(owed, most).left;
    expect(pair.first.progress()).toMatchObject({ iteration: 30, stop: { reason: "stopEpochs" } });
    expect(owed).toEqual({ unit: "iteration", count: 70 });
    // From now on the second's count: it ends after three more.
    expect(pair.trainOwed(owed, 40)).toMatchObject({ left: { count: 67 }, goesOn: false });
  }
});

test("one that has reached its cost stays there, though training it could go on", () => {
  for (const [link, settings] of [
    ["", "targetCost=100"],
    ["targetCost=100", "targetCost=0"],
  ] as const) {
    const pair = compare(link, settings);
    for (let slice = 0; slice < 4; ++slice) expect(pair.train(20)).toBe(true);
    const iterations = [pair.first.progress(), second(pair).progress].map(({ iteration }) => iteration);
    expect(iterations.toSorted((a, b) => a - b)[0]).toBe(15); // an epoch
    expect(Math.max(...iterations)).toBeGreaterThan(60);
  }
});

test("settings that mean nothing are said, and what can be made of them is trained", () => {
  const pair = compare("", "bogus=3&learningRate=99&activations=relu");
  expect(
    pair
      .other()
      ?.problems.map(({ field }) => field)
      .toSorted(),
  ).toEqual(["bogus", "learningRate"]);
  expect(pair.other()?.experiment).toMatchObject({ activations: ["relu", "relu"], learningRate: 10 });
});

test("a closed comparison leaves nothing behind", () => {
  const pair = compare("", "activations=relu");
  expect(pair.watch({ compare: { settings: "activations=relu" } })).toBe(false);
  expect(pair.watch({ layers: true })).toBe(true);
  expect(pair.other()).toBeNull();
  expect(pair.frame(1).readings.compare).toBeUndefined();
  expect(pair.behind()).toBe(0);
});
