/** The differences that the view "Compare" offers, and the sentence that says what differs. */
import { expect, test } from "vitest";
import type { Experiment } from "../../../bindings/backprop.d.ts";
import { casePairs, settingsBetween } from "../../../web/src/page/ui/compare/case-pairs.ts";
import { differencesOf, firstDifference } from "../../../web/src/page/ui/compare/differences.ts";
import { differenceSentence, measureDifferently } from "../../../web/src/page/ui/compare/sentence.ts";
import { cases } from "../../../web/src/page/ui/gradients/cases.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

const module = await loadModule();
const catalogue = module.catalogue();

const links = [
  "",
  "layers=8,8,8,8,8,8&activations=sigmoid",
  "layers=&output=sigmoid&cost=crossEntropy",
  "data=blobs",
  "data=waves&layers=16&optimizer=adam&learningRate=10",
  "features=x1,x2,radius&batchSize=1&l2=0.01&clipNorm=1&schedule=step",
  "data=spiral&classes=3&output=tanh&cost=huber&dropout=0.2&seed=4294967295",
];

/** The experiment that a difference makes of another, and what the core had to say. */
function differing(link: string, settings: string): { left: Experiment; right: Experiment; problems: string[] } {
  const session = startSession(module, link);
  const left = session.experiment();
  const { problems } = session.change(settings);
  return { left, right: session.experiment(), problems: problems.map(({ message }) => message) };
}

const trainingSize = (link: string): number => {
  const points = startSession(module, link).points();
  return Array.from({ length: points.length / 4 }, (_, i) => points[4 * i + 3]).filter((part) => part === 0).length;
};

test.each(links)("%j: every difference is one, the core takes it as it is, and it can be said", (link) => {
  const groups = differencesOf(catalogue, startSession(module, link).experiment(), trainingSize(link));
  const all = groups.flatMap(({ differences }) => differences.map(({ settings }) => settings));
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(30);
  for (const settings of all) {
    const { left, right, problems } = differing(link, settings);
    expect(problems, settings).toEqual([]);
    expect(right, settings).not.toEqual(left);
    expect(differenceSentence(catalogue, left, right), settings).toMatch(/^The same, but with .+ in place of .+\.$/);
  }
});

test("what is offered covers what one may want to compare, without what is already so", () => {
  const groups = differencesOf(catalogue, startSession(module, "").experiment(), 150);
  const labels = (group: string) => groups.find(({ label }) => label === group)?.differences.map(({ label }) => label);
  expect(groups.map(({ label }) => label)).toEqual([
    "Activation",
    "Initial weights",
    "Optimiser",
    "Learning rate η",
    "Cost C",
    "Output activation",
    "Hidden layers",
    "Neurons in each hidden layer",
    "Batch size m",
    "L2 penalty λ",
    "Dropout",
    "Clip gradient at",
    "Schedule of η",
    "Inputs",
    "Seed",
  ]);
  expect(labels("Activation")).toEqual(catalogue.activations.map(({ label }) => label).filter((label) => label !== "tanh"));
  expect(labels("Learning rate η")).toEqual(["0.3", "0.09", "0.01", "0.003"]);
  expect(labels("Batch size m")).toEqual(["1", "150, all"]);
  expect(labels("L2 penalty λ")).toEqual(["0.001", "0.01", "0.1"]);
  expect(labels("Cost C")).toContain("cross-entropy, with sigmoid output");
});

test.each([
  ["layers=8,8,8,8,8,8&activations=sigmoid", "activations=tanh", "tanh in place of sigmoid"],
  ["layers=8,8&activations=sigmoid,relu", "activations=tanh", "tanh in place of sigmoid, ReLU"],
  ["layers=8,8,8,8,8,8&activations=sigmoid", "layers=8,8", "2 hidden layers of 8 in place of 6 hidden layers of 8"],
  ["", "layers=8,4", "2 hidden layers (8, 4) in place of 2 hidden layers of 4"],
  ["", "layers=", "no hidden layer in place of 2 hidden layers of 4"],
  ["layers=", "layers=4", "1 hidden layer of 4 in place of no hidden layer"],
  ["", "optimizer=adam", "Adam in place of gradient descent (SGD)"],
  ["", "initializer=heNormal", "initial weights He normal in place of N(0, 1/fan-in)"],
  ["", "learningRate=0.3", "learning rate η 0.3 in place of 0.03"],
  ["", "l2=0.01", "L2 penalty λ 0.01 in place of 0"],
  ["", "features=x1,x2,radius", "inputs x₁, x₂, r in place of x₁, x₂"],
  ["", "data=xor", "data XOR in place of Circle"],
  ["", "cost=crossEntropy&output=sigmoid", "sigmoid output in place of tanh and cross-entropy cost in place of quadratic"],
])("%j with %s is said as %j", (link, settings, said) => {
  const { left, right } = differing(link, settings);
  expect(differenceSentence(catalogue, left, right)).toBe(`The same, but with ${said}.`);
});

test("nothing that differs is said too", () => {
  const { left } = differing("", "");
  expect(differenceSentence(catalogue, left, left)).toBe(
    "The two are the same, down to every bit: choose above what the other is to have otherwise.",
  );
});

test("costs that measure different things are told apart", () => {
  const apart = (settings: string): boolean => {
    const { left, right } = differing("", settings);
    return measureDifferently(catalogue, left, right);
  };
  expect(apart("activations=relu")).toBe(false);
  expect(apart("output=linear")).toBe(false); // the same desired outputs
  expect(apart("output=sigmoid")).toBe(true);
  expect(apart("cost=meanSquared")).toBe(true);
});

test("where nobody has chosen, the classical activation functions stand beside each other", () => {
  const first = (link: string): string => firstDifference(startSession(module, link).experiment());
  expect(first("")).toBe("activations=sigmoid,sigmoid");
  expect(first("activations=sigmoid")).toBe("activations=tanh,tanh");
  expect(first("layers=")).toBe("layers=4");
});

test("every ready case but the first of its kind stands beside that one", () => {
  const pairs = casePairs(catalogue);
  expect(pairs.map(({ right }) => right)).toEqual(cases.filter(({ name }) => name !== "sigmoid" && name !== "exploding"));
  for (const { left, right, other } of pairs) {
    expect(startSession(module, left.settings).link()).toBe(left.settings);
    const session = startSession(module, left.settings);
    expect(session.change(other).problems, right.name).toEqual([]);
    expect(session.link(), right.name).toBe(right.settings);
  }
});

test("between two links lies what makes one of the other, back to what is usual too", () => {
  const links = ["", "data=xor", "data=xor&layers=8,8&activations=relu,relu", "optimizer=adam&learningRate=0.01"];
  for (const from of links)
    for (const to of links) {
      const session = startSession(module, from);
      expect(session.change(settingsBetween(catalogue, from, to)).problems).toEqual([]);
      expect(session.experiment()).toEqual(startSession(module, to).experiment());
    }
});
