/** The picture of a schedule is what training does. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { learningRates } from "../../../web/src/worker/rates.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

test.each([
  ["constant", "schedule=constant"],
  ["step", "schedule=step&scheduleFactor=0.5&scheduleEpochs=7"],
  ["exponential", "schedule=exponential&scheduleFactor=0.9"],
  ["cosine", "schedule=cosine&scheduleFactor=0.1&scheduleEpochs=40"],
  ["warm-up", "schedule=warmUp&scheduleFactor=0.25&scheduleEpochs=12"],
])("%s: each place is the learning rate that a run has at that epoch, as a share", (_name, settings) => {
  const shares = learningRates(module, settings, 120);
  const session = startSession(module, `learningRate=0.02&${settings}`);
  for (let epoch = 0; epoch <= 120; epoch++) {
    expect(shares[epoch]).toBeCloseTo(session.progress().learningRate / 0.02, 10);
    session.train(session.progress().iterationsToEpochEnd);
  }
});

test("a long schedule is looked at from its beginning to its end", () => {
  const shares = learningRates(module, "schedule=cosine&scheduleFactor=0&scheduleEpochs=6000", 6000);
  expect([shares[0], shares.at(-1)]).toEqual([1, 0]);
  expect(shares[60]).toBeCloseTo(0.5, 3);
});
