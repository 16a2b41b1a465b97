/** What the reader is told: in their words, trouble told apart from information, and with something to try. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import { byHandNotice, isTrouble, type Notice, problemNotice, stopNotice } from "../../../web/src/page/state/notice.ts";
import { loadModule, startSession } from "../../bindings/module.ts";
import { openedAs } from "./opened.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const toldOf = (settings: string): Notice | null => {
  const session = new module.Session();
  const { problems } = session.open(settings);
  session.delete();
  return problemNotice(problems);
};

test.each([
  ["data=own", "The list of your own points needs at least two points; the circle is used instead."],
  ["data=own&own=1,1,0;2,2,1;1e9,2,1", "The list of your own points has point 3 with a number"],
  ["data=own&own=1,1,0.5;2,2,1", "The list of your own points needs classes that are whole numbers from 0 to 5"],
])("problems of own points are told in the reader's words: %s", (settings, sentence) => {
  const told = toldOf(settings)?.sentences.join() ?? "";
  expect(told).toContain(sentence);
  expect(told).not.toMatch(/\bown (needs|has)/);
});

test("what is refused is trouble, what a choice brings along is information", () => {
  for (const [settings, trouble] of [
    ["learningRate=-1", true],
    ["nonsense=1", true],
    ["patience=5&validation=0", true],
    ["cost=crossEntropy&output=tanh", false],
    ["cost=crossEntropy&output=tanh&learningRate=-1", true],
  ] as const) {
    const notice = toldOf(settings);
    expect(notice && isTrouble(notice), settings).toBe(trouble);
  }
  expect(toldOf("")).toBeNull();
});

/** Trained until a rule ends it. */
const stopOf = (settings: string): Notice => {
  const session = startSession(module, settings);
  for (let i = 0; session.progress().stop === null && i < 100; i++) session.train(100_000);
  const stop = session.progress().stop;
  if (stop === null) throw new Error(`${settings} goes on`);
  return stopNotice(stop, { experiment: session.experiment(), points: session.points() }, session.scores().validation);
};

test("patience that ends before much was learned says what to try; after that it does not", () => {
  const rules = "patience=50&restoreBest=true";
  for (const settings of ["data=spiral&layers=8,8", "data=checkerboard&layers=1", "data=waves&layers=1&learningRate=0.00001"]) {
    const { sentences, suggestion } = stopOf(`${settings}&${rules}`);
    expect(sentences[1], settings).toContain("more patience, or another learning rate");
    expect(suggestion).toMatchObject({ settings: { patience: 250 }, andThen: "train" });
  }
  const learned = stopOf(`data=xor&noise=0.8&layers=8,8&learningRate=0.3&${rules}`);
  expect(learned.sentences).toHaveLength(1);
  expect(learned.suggestion).toMatchObject({ settings: { patience: 0 } });
});

test("patience with a handful of validation points says that these are too few to tell, and asks for no more patience", () => {
  const { sentences, suggestion } = stopOf("data=spiral&layers=8,8&points=100&validation=2&patience=2000&restoreBest=true");
  expect(sentences[0]).toMatch(/^Stopped at epoch \d,\d{3}: .* for 2,000 epochs/);
  expect(sentences[1]).toContain("The validation set has 2 points, too few to tell");
  expect(suggestion).toMatchObject({ settings: { patience: 0 } });
});

test("a run that came apart is trouble; one that a rule has ended is not", () => {
  const diverged = stopOf("data=xor&layers=8,8&activations=linear&learningRate=1&cost=crossEntropy&output=sigmoid");
  expect(isTrouble(diverged)).toBe(true);
  expect(isTrouble(stopOf("stopEpochs=3"))).toBe(false);
});

test("numbers of the core's sentences are written as everywhere on the page", () => {
  expect(toldOf("points=100000")?.sentences[0]).toMatch(/from \d+ to \d+,\d{3}.*100,000/);
  expect(toldOf("learningRate=-1")?.sentences[0]).toContain("−1");
});

test("Reset says what of the reader's hand it takes back", () => {
  const reset = (set: string[], frozen: string[]) => byHandNotice("Reset", { set, frozen });
  expect(reset([], [])).toBeNull();
  expect(reset(["w¹₁₁"], [])?.sentences).toEqual(["Reset takes back what was done by hand: w¹₁₁ has its initial value again."]);
  expect(reset(["w¹₁₁", "b¹₂"], ["b²₁"])?.sentences).toEqual([
    "Reset takes back what was done by hand: w¹₁₁ and b¹₂ have their initial values again, and b²₁ is no longer frozen.",
  ]);
  expect(reset([], ["a", "b", "c", "d", "e"])?.sentences[0]).toContain("5 weights and biases are no longer frozen");
});

test("what a new run took back stays told while it is begun anew again and again, as by a slider, also beside problems", () => {
  const page = createPlayground(() => {});
  let run = 0;
  const answer = (text: string, by: "open" | "change", restarted: boolean): string[] | undefined => {
    page.receive({ ...openedAs(module, text, ++run, by), restarted });
    return page.notice.value?.sentences;
  };
  const { progress } = openedAs(module, "", 0, "open");
  answer("", "open", true);
  page.receive({ type: "edited", progress, parameter: 0, from: 0.1, to: 0.5, refused: null });
  const takenBack = answer("noise=0.2", "change", true) ?? [];
  expect(takenBack.join()).toContain("The new run takes back what was done by hand");
  expect(answer("noise=0.3", "change", true)).toEqual(takenBack);
  const [problem] = answer("noise=-1", "change", true) ?? [];
  expect(page.notice.value?.sentences).toEqual([problem, ...takenBack]);
  expect(page.notice.value?.kind).toBe("problem");
  expect(answer("noise=0.4", "change", true)).toEqual(takenBack);
  expect(answer("learningRate=0.1", "change", false)).toBe(undefined);
  expect(answer("noise=0.5", "change", true)).toBe(undefined);
});
