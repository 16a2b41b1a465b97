/** Numbers that lessons name in their sentences, where no live fact stands: each as the module has it for that step's setup. */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, ExampleTrace, Session } from "../../../bindings/backprop.d.ts";
import { loadModule, startSession, trainEpochs } from "../../bindings/module.ts";

const folder = resolve(import.meta.dirname, "../../../web/lessons");
let module: BackpropModule;
const texts = new Map<string, string>();
beforeAll(async () => {
  module = await loadModule();
  for (const file of await readdir(folder))
    texts.set(file.replace(/^\d+-|\.md$/g, ""), (await readFile(join(folder, file), "utf8")).replaceAll("\n", " "));
});

/** The lesson says so, in these words. */
const says = (lesson: string, words: string): void => expect(texts.get(lesson), `${lesson}: ${words}`).toContain(words);
const open = (settings: string, iterations = 0): Session => {
  const session = startSession(module, settings);
  session.train(iterations);
  return session;
};
const fixed = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

/** The network of the four equations. */
const equations = (): Session => open("data=moons&layers=3,2&output=sigmoid&batchSize=5&learningRate=0.3", 600);
const traces = (session: Session): ExampleTrace[] =>
  Array.from(session.nextIteration().points, (point) => session.trace(point) as ExampleTrace);
const output = ({ errors }: ExampleTrace): number => errors.at(-1)?.[0] ?? Number.NaN;

test("the four equations: examples 2, 3 and 5", () => {
  const session = equations();
  for (const setup of [
    "bp1",
    "bp2",
    "bp3",
    "bp4",
    "algorithm",
    "matrices",
    "chain-rule",
    "feedforward",
    "cost",
    "weighted-input",
  ])
    says(setup, "open: data=moons&layers=3,2&output=sigmoid&batchSize=5&learningRate=0.3 train: 600");
  const [, second, third, , fifth] = traces(session) as [ExampleTrace, ExampleTrace, ExampleTrace, ExampleTrace, ExampleTrace];
  for (const [number, { activations, desired, derivatives }, error] of [
    [2, second, output(second)],
    [3, third, output(third)],
  ] as const) {
    const [a, y, slope] = [activations.at(-1)?.[0] ?? 0, desired[0] ?? 0, derivatives.at(-1)?.[0] ?? 0];
    says("bp1", `Example ${number}: ${fixed(a - y, 2)} · ${fixed(slope, 2)} = ${fixed(error, 3)}`);
  }
  says("bp2", `From one number, ${fixed(output(third), 3)}, came two`);
  const [z, slope] = [fifth.weightedInputs[1]?.[1] ?? 0, fifth.derivatives[1]?.[1] ?? 0];
  says("bp2", `Its weighted input is ${fixed(z, 2)}`);
  says("bp2", `its σ′ is ${fixed(slope, 4)}`);
  const first = fifth.errors[1] as Float64Array;
  for (const other of [0, 2]) expect(Math.abs((first[other] ?? 0) / (first[1] ?? 0))).toBeGreaterThan(450);

  const [entering] = traces(session) as [ExampleTrace];
  const gathered = [entering.weightedInputs[1]?.[0] ?? 0, entering.activations[1]?.[0] ?? 0].map((of) => fixed(of, 2));
  says("weighted-input", `Neuron 1 has gathered ${gathered[0]} and answers ${gathered[1]}.`);

  session.change("cost=crossEntropy");
  const [, secondNow, thirdNow] = traces(session) as [ExampleTrace, ExampleTrace, ExampleTrace];
  says("bp1", `Now ${fixed(output(secondNow), 2)} and ${fixed(output(thirdNow), 2)}`);
});

test("costs", () => {
  says("cost", `this untrained network is ${fixed(open("data=circle&layers=4&output=sigmoid").scores().training.cost, 3)}.`);
  says("cost", `$\\ln 2 = ${fixed(Math.LN2, 3)}$`);
  const moons = open("data=moons&layers=4&batchSize=30&learningRate=0.3");
  says("stochastic", `fell from ${fixed(moons.scores().training.cost, 3)}`);
  says("stochastic", "their mean cosine is 0.7");
  says("stochastic", "Batches of a single example come to 0.3");
  const cosine = (size: number): number => moons.gradientFan(size, 24, 1).cosines.reduce((sum, of) => sum + of / 24, 0);
  expect([cosine(20), cosine(1)].map((of) => of.toFixed(1))).toEqual(["0.7", "0.3"]);
});

test("how far the promise of a small step holds", () => {
  const session = open("data=slope&layers=&batchSize=150&learningRate=0.003");
  says("gradient-descent", `from ${fixed(session.scores().training.cost, 3)} down to`);
  const missing = (rate: number): number => {
    session.change(`learningRate=${rate}`);
    const { predicted, actual } = session.forecast().training;
    return 1 - actual / predicted;
  };
  says("gradient-descent", "At η = 0.003 they differ by one part in seventy; at 0.03 by one in seven. At 0.1 only half");
  expect([1 / missing(0.003), 1 / missing(0.03), 10 * missing(0.1)].map(Math.round)).toEqual([70, 7, 5]);
});

test("overfitting: when it was best, and what more points do", () => {
  const settings = "data=circle&noise=0.4&points=100&layers=8,8&learningRate=0.3";
  const session = open(`${settings}&training=30&validation=50`);
  expect(session.parameters().length).toBeGreaterThan(30);
  trainEpochs(session, 300);
  const epochs = Array.from({ length: 129 }, (_, epoch) => session.history(epoch)[2] ?? Number.NaN);
  const best = epochs.indexOf(Math.min(...epochs));
  expect(Math.abs(best - 25)).toBeLessThan(3);
  says("sets", `was lowest after some 25 epochs (${fixed(epochs[best] ?? 0, 2)})`);
  const more = open(`${settings}&training=60`);
  trainEpochs(more, 300);
  const [few, many] = [session, more].map((of) => fixed(of.scores().validation.cost, 2));
  says("sets", `after 300 epochs is ${many} instead of ${few}`);
});

test("how much of the error arrives", () => {
  const ratio = (settings: string): number => {
    const reports = open(`data=circle&${settings}`).layers();
    return (reports[0]?.errorNorm ?? 0) / (reports.at(-1)?.errorNorm ?? 0);
  };
  says("vanishing", "about 6 % of the output's error");
  expect(ratio("layers=8,8,8,8,8,8")).toBeCloseTo(0.06, 2);
  says("vanishing", "more than a thousand times as large");
  expect(
    ratio("layers=32,32,32,32,32,32&activations=relu&output=sigmoid&initializer=normal&cost=crossEntropy"),
  ).toBeGreaterThan(1000);
});
