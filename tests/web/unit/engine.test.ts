import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { planeResolution, thumbnailResolution } from "../../../web/src/protocol.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const cells = planeResolution ** 2;

test("a frame has every neuron's thumbnail and the output over the plane", () => {
  const engine = new Engine(module);
  engine.open("layers=3,2");
  const frame = engine.frame(7);
  expect(frame.run).toBe(7);
  expect(frame.thumbnails.length).toBe((2 + 3 + 2 + 1) * thumbnailResolution ** 2);
  expect(frame.plane.length).toBe(cells);
  expect(frame.shown).toEqual({ layer: 3, neuron: 0 });
});

test("the shown neuron is the one that was asked for, or the output if that one is gone", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  engine.show({ layer: 0, neuron: 1 });
  const { plane, shown } = engine.frame(1);
  expect(shown).toEqual({ layer: 0, neuron: 1 });
  expect(plane[0]).toBeCloseTo(6 - 6 / planeResolution); // x2 in the topmost row
  engine.show({ layer: 1, neuron: 2 });
  expect(engine.frame(1).shown).toEqual({ layer: 1, neuron: 2 });
  engine.change("layers=2");
  expect(engine.frame(1).shown).toEqual({ layer: 2, neuron: 0 });
});

test("each frame brings the records since the last; after a change all of them again", () => {
  const engine = new Engine(module);
  engine.open("");
  expect(engine.frame(1).history).toMatchObject({ from: 0, records: { length: 4 } });
  engine.step("epoch");
  engine.step("epoch");
  expect(engine.frame(1).history).toMatchObject({ from: 1, records: { length: 8 } });
  expect(engine.frame(1).history).toMatchObject({ from: 3, records: { length: 0 } });
  engine.change("learningRate=0.1");
  expect(engine.frame(2).history).toMatchObject({ from: 0, records: { length: 12 } });
  engine.reset();
  expect(engine.frame(2).history).toMatchObject({ from: 0, records: { length: 4 } });
});
