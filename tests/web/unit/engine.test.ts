import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { middleCells } from "../../../web/src/page/views/plane-cells.ts";
import {
  type PlanePicture,
  planeResolution,
  recordLength,
  thumbnailResolution,
  usualPlaneRequest,
} from "../../../web/src/protocol.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const cells = planeResolution ** 2;

/** As the page gets it that has not got it yet. */
function planeOf(engine: Engine, sharp = false): PlanePicture {
  const { plane } = engine.frame(1, sharp);
  if (plane === null) throw new Error("the page has it already");
  return plane;
}

test("a frame has every neuron's thumbnail and the output over the plane", () => {
  const engine = new Engine(module);
  engine.open("layers=3,2");
  const frame = engine.frame(7);
  expect(frame.run).toBe(7);
  expect(frame.thumbnails.length).toBe((2 + 3 + 2 + 1) * thumbnailResolution ** 2);
  expect(frame.plane).toMatchObject({ shown: null, values: { length: cells } });
  expect(engine.describe().sizes).toEqual([2, 3, 2, 1]);
});

test("with several classes the plane has every output neuron", () => {
  const engine = new Engine(module);
  engine.open("data=blobs&features=x1,x2,radius");
  expect(engine.describe().sizes).toEqual([3, 4, 4, 3]);
  const { values } = planeOf(engine);
  expect(values.length).toBe(3 * cells);
  expect((values[0] as number) + (values[cells] as number) + (values[2 * cells] as number)).toBeCloseTo(1, 5);
});

test("the shown neuron is the one that was asked for, or the output if that one is gone", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  engine.show({ layer: 0, neuron: 1 });
  const { values, shown } = planeOf(engine);
  expect(shown).toEqual({ layer: 0, neuron: 1 });
  expect(values[0]).toBeCloseTo(6 - 6 / planeResolution); // x2 in the topmost row
  engine.show({ layer: 1, neuron: 2 });
  expect(planeOf(engine).shown).toEqual({ layer: 1, neuron: 2 });
  engine.change("layers=2");
  expect(planeOf(engine).shown).toBeNull();
});

test("a sharp plane has as much detail as was asked for, as the core and the memory allow", () => {
  const engine = new Engine(module);
  const { window } = usualPlaneRequest;
  engine.open("data=blobs");
  expect(planeOf(engine, true).resolution).toBe(planeResolution);
  engine.look({ window, resolution: 280 });
  expect(engine.plane(true)).toMatchObject({ resolution: 300, values: { length: 3 * 300 ** 2 } });
  engine.look({ window, resolution: 3200 });
  expect(engine.plane(true)).toBeNull();
  engine.show({ layer: 1, neuron: 0 });
  expect(planeOf(engine, true).resolution).toBe(500);
  engine.open(`layers=${Array(10).fill(128)}`);
  engine.show({ layer: 1, neuron: 0 });
  expect(engine.plane(true)).toMatchObject({ resolution: planeResolution, values: { length: cells } });
  engine.show(null);
  engine.open("layers=64,64");
  expect(planeOf(engine, true).resolution).toBe(300);
  engine.open("layers=128,128");
  expect(planeOf(engine, true).resolution).toBe(planeResolution);
});

test("a frame has the plane only where the page has none like it, or a coarser one", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  const request = { window: usualPlaneRequest.window, resolution: 300 };
  engine.look(request);
  const brought = (sharp = false) => engine.frame(1, sharp).plane?.resolution ?? null;
  const expectBrought = (): void =>
    expect([brought(), brought(), brought(true), brought(true), brought()]).toEqual([100, null, 300, null, null]);
  expectBrought();
  // What measures, or leaves the values as they are.
  engine.watch({ layers: true, parameter: { at: 0 } });
  engine.check(0);
  engine.show(null);
  engine.look({ ...request, resolution: 200 });
  expect([brought(), brought(true)]).toEqual([null, null]);
  // The page may have dropped what it was sent before these, which begin a run with another number.
  const anew = [
    () => engine.open("data=xor"),
    () => engine.change("learningRate=0.1"),
    () => engine.lend("data=moons"),
    () => engine.giveBack(),
    () => engine.giveBack(),
  ];
  const changes = [
    () => engine.train(1),
    () => engine.reset(),
    () => engine.set(0, 2),
    () => engine.freeze(0, true),
    () => engine.show({ layer: 1, neuron: 0 }),
    () => engine.show({ layer: 1, neuron: 1 }),
    () => engine.look({ ...request, window: { x: 0.5, y: 0, half: 0.5 } }),
  ];
  for (const change of [...anew, ...changes]) {
    change();
    expectBrought();
  }
  const other = revive(engine);
  expect(other.plane(true)).not.toBeNull();
});

test("more detail does not move what was there", () => {
  const engine = new Engine(module);
  engine.open("layers=5&features=x1,radius,sinX2");
  engine.look({ window: { x: 0.3, y: -0.9, half: 0.07 }, resolution: 500 });
  const usual = planeOf(engine).values;
  const sharp = planeOf(engine, true);
  expect(sharp.resolution).toBe(500);
  const { values } = middleCells(sharp.values, sharp.resolution);
  expect(Math.max(...values.map((value, i) => Math.abs(value - (usual[i] as number))))).toBeLessThan(1e-5);
  expect(middleCells(usual, planeResolution).values).toBe(usual);
});

test("all values of the plane are of what is in sight, sharp or not, and the thumbnails of the whole plane", () => {
  const engine = new Engine(module);
  engine.open("data=own&own=20,0,0;0,1,1&batchSize=1"); // reaches to 21
  const whole = engine.frame(1);
  const window = { x: 0.5, y: -0.25, half: 1 / 32 };
  engine.look({ window, resolution: 300 });
  for (const [layer, middle] of [window.x, window.y].entries()) {
    engine.show({ layer: 0, neuron: layer }); // x1, x2
    for (const sharp of [false, true]) {
      const plane = planeOf(engine, sharp);
      expect(plane.window).toEqual(window);
      const reach = 21 * window.half * (1 - 1 / plane.resolution);
      expect(Math.min(...plane.values)).toBeCloseTo(21 * middle - reach, 4);
      expect(Math.max(...plane.values)).toBeCloseTo(21 * middle + reach, 4);
      expect(engine.frame(1).thumbnails).toEqual(whole.thumbnails);
    }
  }
});

test("each frame brings the records since the last; after a change all of them again", () => {
  const engine = new Engine(module);
  engine.open("");
  expect(engine.frame(1).history).toMatchObject({ from: 0, records: { length: recordLength } });
  engine.step("epoch");
  engine.step("epoch");
  expect(engine.frame(1).history).toMatchObject({ from: 1, records: { length: 2 * recordLength } });
  expect(engine.frame(1).history).toMatchObject({ from: 3, records: { length: 0 } });
  engine.change("learningRate=0.1");
  expect(engine.frame(2).history).toMatchObject({ from: 0, records: { length: 3 * recordLength } });
  engine.reset();
  expect(engine.frame(2).history).toMatchObject({ from: 0, records: { length: recordLength } });
});

test("a rule that ends the run exactly where a step or a slice of training ends is not missed", () => {
  const stepped = new Engine(module);
  stepped.open("data=gaussians&targetCost=100");
  expect(stepped.step("epoch")).toBe(false);
  expect(stepped.progress().stop?.reason).toBe("targetCost");

  const trained = new Engine(module);
  trained.open("data=gaussians&stopEpochs=2");
  expect(trained.train(2 * trained.progress().iterationsPerEpoch)).toBe(false);
});

test("a reading stays until the run changes or something else is to be measured", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  engine.watch({ forecast: true, fan: { batchSize: 5, count: 12, seed: 1 } });
  const before = engine.frame(1).readings;
  expect(engine.frame(1).readings.forecast).toBe(before.forecast);
  engine.watch({ forecast: true, fan: { batchSize: 50, count: 12, seed: 1 } });
  expect(engine.frame(1).readings.fan).not.toEqual(before.fan);
  engine.change("learningRate=1");
  const raised = engine.frame(1).readings.forecast;
  expect(raised?.batch.predicted).toBeLessThan(10 * (before.forecast?.batch.predicted ?? 0));
  engine.step("iteration");
  expect(engine.frame(1).readings.forecast).not.toEqual(raised);
});

test("an activation's curve has its values and slopes; softmax has none", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  engine.watch({ curve: { activation: "tanh", low: -6, high: 6 } });
  const { curve } = engine.frame(1).readings;
  expect(curve?.values.at(-1)).toBeCloseTo(Math.tanh(6), 6);
  expect(curve?.derivatives[(curve.derivatives.length - 1) / 2]).toBeCloseTo(1, 6);
  engine.watch({ curve: { activation: "softmax", low: -6, high: 6 } });
  expect(engine.frame(1).readings.curve).toBeNull();
});

test("a run that is lent leaves the reader's own as it was, with its past; one that is opened does not", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  engine.step("epoch");
  engine.change("learningRate=0.1");
  engine.step("iteration");
  const before = engine.frame(1);
  engine.lend("data=blobs&layers=2");
  engine.lend("data=xor&layers=2");
  engine.step("epoch");
  expect(engine.describe().experiment.data).toBe("xor");
  engine.giveBack();
  const after = engine.frame(2);
  expect(after.fingerprint).toBe(before.fingerprint);
  expect(after.progress).toEqual(before.progress);
  expect(after.history).toEqual({ from: 0, records: before.history.records });
  expect(engine.describe().experiment.learningRate).toBe(0.1);

  engine.lend("data=blobs");
  engine.open("data=spiral");
  engine.giveBack();
  expect(engine.describe().experiment.data).toBe("spiral");
  engine.delete();
});

/** An engine that goes on from what another one has saved. */
function revive(engine: Engine): Engine {
  const other = new Engine(module);
  other.restore(engine.save());
  return other;
}

test("an engine that is restored stands where the other one stood, with its curve, and goes on as it would have", () => {
  const engine = new Engine(module);
  engine.open("layers=3&optimizer=adam&dropout=0.2");
  for (let i = 0; i < 3; i++) engine.step("epoch");
  engine.step("iteration");
  const other = revive(engine);
  const [before, after] = [engine.frame(1), other.frame(1)];
  expect(after.fingerprint).toBe(before.fingerprint);
  expect(after.progress).toEqual(before.progress);
  expect(after.history).toEqual({ from: 0, records: before.history.records });
  for (const each of [engine, other]) for (let i = 0; i < 300; i++) each.step("epoch");
  const [on, goneOn] = [engine.frame(1), other.frame(1)];
  expect(goneOn.fingerprint).toBe(on.fingerprint);
  expect(goneOn.history).toEqual(on.history);
  // And again: what was saved of the past is saved with the rest.
  expect(revive(other).frame(1).history.records).toEqual(new Float64Array([...before.history.records, ...on.history.records]));
});

test("a restored engine's past ends where the run begins anew, or its costs are measured anew", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  for (let i = 0; i < 3; i++) engine.step("epoch");
  for (const end of [
    (other: Engine) => other.reset(),
    (other: Engine) => other.open("data=xor"),
    (other: Engine) => other.change("cost=huber"),
  ]) {
    const other = revive(engine);
    other.change("learningRate=0.1");
    expect(other.frame(1).history.records.length).toBe(4 * recordLength);
    end(other);
    expect(other.frame(1).history.records.length).toBe(recordLength);
  }
});

test("a restored engine keeps its past when a weight is set by hand, with the record that this changes", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  for (let i = 0; i < 3; i++) engine.step("epoch");
  for (const iterations of [0, 1]) {
    if (iterations > 0) engine.train(iterations);
    const other = revive(engine);
    for (const each of [engine, other]) {
      each.set(0, 2.5);
      each.freeze(1, true);
      each.change("learningRate=0.1");
      each.step("epoch");
    }
    const records = engine.frame(1).history.records;
    expect(records.length).toBe((5 + iterations) * recordLength);
    expect(other.frame(1).history).toEqual({ from: 0, records });
  }
});

test("a run that is lent is restored together with the reader's own", () => {
  const engine = new Engine(module);
  engine.open("layers=3");
  engine.step("epoch");
  const own = engine.frame(1);
  engine.lend("data=xor");
  engine.step("epoch");
  const other = revive(engine);
  expect(other.frame(1).fingerprint).toBe(engine.frame(1).fingerprint);
  other.giveBack();
  expect(other.frame(1).fingerprint).toBe(own.fingerprint);
  expect(other.frame(1).progress).toEqual(own.progress);
});
