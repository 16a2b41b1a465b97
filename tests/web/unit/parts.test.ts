/** The module in two parts, as the page loads it: the same numbers, and the rest only when it is needed. */
import { expect, onTestFinished, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { instantiateInParts } from "../../../web/src/worker/parts.ts";
import { loadModule, moduleFile, startSession } from "../../bindings/module.ts";
import { readGoldenRuns } from "../../golden/runs.ts";

const first = await WebAssembly.compile(await moduleFile("backprop.first.wasm"));
const rest = await moduleFile("backprop.rest.wasm");
const whole = await loadModule();

/** And how often the rest was asked for. */
async function loadInParts(): Promise<{ module: BackpropModule; asked(): number }> {
  let asked = 0;
  const readRest = () => {
    asked += 1;
    return rest;
  };
  const module = await loadModule({
    instantiateWasm: (imports, receive) => {
      const instance = instantiateInParts(first, readRest, imports);
      receive(instance, first);
      return instance.exports;
    },
  });
  return { module, asked: () => asked };
}

test("a first visit, with training and the usual changes, does not need the rest; an instrument does, once", async () => {
  const { module, asked } = await loadInParts();
  const { data, activations } = module.catalogue();
  const engine = new Engine(module);
  onTestFinished(() => engine.delete());
  engine.open("");
  const choices = [
    ...data.filter(({ own }) => !own).map(({ name }) => `data=${name}`),
    ...activations.map(({ name }) => `activations=${name},${name}`),
  ];
  for (const change of [
    "",
    ...choices,
    "data=circle",
    "activations=tanh,tanh",
    "learningRate=0.1",
    "layers=8,8",
    "data=spiral",
    "seed=2",
  ]) {
    engine.change(change);
    engine.train(1000);
    engine.describe();
    engine.frame(1);
    engine.save();
  }
  expect(asked()).toBe(0);
  const session = startSession(module);
  session.folding(10);
  session.forecast();
  session.open("activations=relu&optimizer=adam");
  session.train(10);
  expect(asked()).toBe(1);
});

test.each(readGoldenRuns())("$settings is the same run to the last bit", async ({ settings, epochs, fingerprint }) => {
  const { module } = await loadInParts();
  const session = startSession(module, settings);
  session.train(epochs * session.progress().iterationsPerEpoch);
  expect(session.fingerprint()).toBe(fingerprint);
});

test("what the instruments read is the same as in one part", async () => {
  const { module } = await loadInParts();
  const read = (of: BackpropModule): unknown => {
    const session = new of.Session();
    onTestFinished(() => session.delete());
    session.open("data=circle&layers=5,3&activations=relu&optimizer=adam&l2=0.01");
    session.train(100);
    return [
      session.trace(3),
      session.nextIteration(),
      session.layers(),
      session.histograms(10),
      session.forecast(),
      session.gradientCheck(0, 5),
      session.gradientFan(10, 5, 1),
      session.costSurface("random", 1, 10, 1),
      session.folding(5),
      session.confusion(),
      session.restore(session.save()),
      session.fingerprint(),
    ];
  };
  expect(read(module)).toEqual(read(whole));
});
