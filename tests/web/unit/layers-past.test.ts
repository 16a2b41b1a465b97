/** The past of the layers' norms: complete however late one looks, measured once, and nothing of it while nobody looks. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { LayersPastReader } from "../../../web/src/worker/layers-past.ts";
import { loadModule, startSession, trainEpochs } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

/** The session, with a count of how often layers are measured. */
function counted(session: Session): { session: Session; count(): number } {
  let count = 0;
  const counting = new Proxy(session, {
    get: (target, name) => {
      if (name === "layersAt") count++;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { session: counting, count: () => count };
}

test("whoever looks late sees everything since the beginning", () => {
  const engine = new Engine(module);
  engine.open("layers=8,8,8,8,8,8&activations=sigmoid");
  const before = startSession(module, "layers=8,8,8,8,8,8&activations=sigmoid").layers();
  for (let epoch = 0; epoch < 40; epoch++) engine.step("epoch");
  engine.watch({ layersPast: true });
  let past = engine.frame(1).readings.layersPast;
  // What one frame has no time for comes with the next ones.
  for (let frames = 0; frames < 100 && past?.complete === false; frames++) past = engine.frame(1).readings.layersPast;
  expect(past?.complete).toBe(true);
  expect(Array.from(past?.epochs ?? [])).toEqual(Array.from({ length: 41 }, (_, epoch) => epoch));
  expect(past?.errorNorms).toHaveLength(7);
  expect(past?.errorNorms.map((ofLayer) => ofLayer[0])).toEqual(before.map(({ errorNorm }) => errorNorm));
  expect(past?.weightGradientNorms.map((ofLayer) => ofLayer[0])).toEqual(
    before.map(({ weightGradientNorm }) => weightGradientNorm),
  );
});

test("each epoch is measured once, until another run begins", () => {
  const { session, count } = counted(startSession(module, "layers=3"));
  const reader = new LayersPastReader();
  const readAll = () => {
    while (!reader.read(session).complete);
  };
  trainEpochs(session, 10);
  readAll();
  expect(count()).toBe(11);
  trainEpochs(session, 5);
  readAll();
  readAll();
  expect(count()).toBe(16);
  reader.forget();
  readAll();
  expect(count()).toBe(32);
});

test("a change of settings and a reset are seen", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  engine.watch({ layersPast: true });
  for (let epoch = 0; epoch < 5; epoch++) engine.step("epoch");
  const before = engine.frame(1).readings.layersPast;
  engine.change("cost=meanSquared");
  const after = engine.frame(2).readings.layersPast;
  // Twice the quadratic cost, and so twice the error, at the very same weights.
  expect(after?.errorNorms.at(-1)?.at(-1)).toBeCloseTo(2 * (before?.errorNorms.at(-1)?.at(-1) ?? Number.NaN), 5);
  engine.reset();
  expect(Array.from(engine.frame(2).readings.layersPast?.epochs ?? [])).toEqual([0]);
});

test("frames carry readings of the instruments that are on screen and of no others", () => {
  const engine = new Engine(module);
  engine.open("");
  expect(engine.frame(1).readings).toEqual({});
  engine.watch({ layers: true, layersPast: true, histograms: { bins: 5 } });
  engine.step("epoch");
  expect(Object.keys(engine.frame(1).readings)).toEqual(["layers", "layersPast", "histograms"]);
  engine.watch({});
  engine.step("epoch");
  expect(engine.frame(1).readings).toEqual({});
});
