import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { createComparison } from "../../../web/src/page/state/comparison.ts";
import { Pair } from "../../../web/src/worker/pair.ts";
import { loadModule } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

test("the other run's plane stays until one comes or another run begins; a reading of an earlier one is dropped", () => {
  const pair = new Pair(module);
  onTestFinished(() => {
    pair.watch({});
    pair.first.delete();
  });
  const comparison = createComparison();
  const read = () => comparison.read(pair.frame(1).readings.compare);
  pair.open("");
  pair.watch({ compare: { settings: "layers=2" } });
  comparison.begin(pair.other());
  read();
  const first = comparison.plane.value;
  expect(first).not.toBeNull();
  read();
  expect(comparison.moment.value?.plane).toBeNull();
  expect(comparison.plane.value).toBe(first);
  pair.train(1);
  read();
  expect(comparison.plane.value).not.toBe(first);
  pair.open("data=xor");
  const last = comparison.plane.value;
  read();
  expect(comparison.plane.value).toBe(last);
  comparison.begin(pair.other());
  expect(comparison.plane.value).toBeNull();
});
