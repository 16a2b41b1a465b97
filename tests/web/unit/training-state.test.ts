/** Whether Play shows that something trains, and what is said of the stop rules. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { validationSize } from "../../../web/src/page/state/points.ts";
import { settingsText } from "../../../web/src/page/state/settings.ts";
import { rulesInWords, usualRules } from "../../../web/src/page/state/stop-rules.ts";
import { createTraining } from "../../../web/src/page/state/training.ts";
import type { Command } from "../../../web/src/protocol.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

test("a training shows as playing until it is over; the end of an earlier one means nothing", () => {
  const sent: Command[] = [];
  const training = createTraining((command) => sent.push(command));
  const numberOf = (command: Command | undefined): number => (command?.type === "train" ? command.training : Number.NaN);
  training.perform({ unit: "epoch", count: 30 }, true);
  const first = numberOf(sent.at(-1));
  expect(training.playing.value).toBe(true);
  training.perform({ unit: "iteration", count: 50 }, true);
  training.over(first);
  expect(training.playing.value).toBe(true);
  training.over(numberOf(sent.at(-1)));
  expect(training.playing.value).toBe(false);
  training.perform({ unit: "epoch", count: 30 }, true);
  training.togglePlay();
  expect(sent.at(-1)).toEqual({ type: "pause" });
  training.togglePlay();
  training.over(numberOf(sent.at(-3)));
  expect(training.playing.value).toBe(true);
});

test("the usual rules are ones that the core takes, with validation points and without", () => {
  for (const settings of ["data=circle", "data=circle&validation=0"]) {
    const session = startSession(module, settings);
    expect(rulesInWords(session.experiment())).toEqual([]);
    const { problems } = session.change(settingsText(usualRules(validationSize(session.points()))));
    expect(problems).toEqual([]);
    expect(rulesInWords(session.experiment()).length).toBeGreaterThanOrEqual(2);
  }
});

test("every rule has its words, and what they say ends the run", () => {
  for (const [settings, words, reason] of [
    ["stopEpochs=7", "after 7 epochs", "stopEpochs"],
    ["targetCost=0.3", "when the training cost is at most 0.3", "targetCost"],
    ["patience=3&learningRate=3", "when the validation cost has not improved for 3 epochs", "patience"],
    ["gradientBound=0.5", "when the gradient is shorter than 0.5: the cost is as good as flat", "gradientBound"],
  ] as const) {
    const session = startSession(module, settings);
    expect(rulesInWords(session.experiment())).toEqual([words]);
    session.train(100_000);
    expect(session.progress().stop?.reason).toBe(reason);
  }
  expect(rulesInWords(startSession(module, "patience=3&restoreBest=true").experiment())[0]).toContain("best epoch come back");
});
