/** How many iterations are left of a training, whose epochs may come to have more of them or fewer. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import type { Owed } from "../../../web/src/protocol.ts";
import { iterationsOf, lessened } from "../../../web/src/worker/owed.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

/** Trains in slices, as the worker does, changing settings after the third one. */
function trained(owed: Owed, settings: string, change: string) {
  const session = startSession(module, settings);
  session.train(1);
  for (let left = owed, slice = 1; left.count > 0; slice++) {
    const before = session.progress();
    session.train(Math.min(2, iterationsOf(left, before)));
    left = lessened(left, before, session.progress());
    if (slice === 3) session.change(change);
  }
  return session.progress();
}

test("so many epochs end with an epoch, from wherever they begin", () => {
  const settings = "points=100&training=50&batchSize=20"; // 3 iterations an epoch
  expect(trained({ unit: "epoch", count: 4 }, settings, "")).toMatchObject({ epoch: 4, iteration: 12 });
  expect(trained({ unit: "epoch", count: 1 }, settings, "")).toMatchObject({ epoch: 1, iteration: 3 });
});

test("they do so where epochs have more iterations from amidst the training on, or fewer", () => {
  for (const batchSize of [1, 7, 50]) {
    const { epoch, iterationsToEpochEnd, iterationsPerEpoch } = trained(
      { unit: "epoch", count: 6 },
      "points=100&training=50&batchSize=20",
      `batchSize=${batchSize}`,
    );
    expect({ epoch, iterationsToEpochEnd }).toEqual({ epoch: 6, iterationsToEpochEnd: iterationsPerEpoch });
  }
});

test("a run that begins anew meanwhile trains on for what was left", () => {
  // The third slice has ended in the third epoch: four are left.
  const { epoch } = trained({ unit: "epoch", count: 6 }, "points=100&training=50&batchSize=20", "data=spiral&points=100");
  expect(epoch).toBe(4);
});

test("so many iterations are as many", () => {
  expect(trained({ unit: "iteration", count: 11 }, "points=100&training=50&batchSize=20", "batchSize=7").iteration).toBe(12);
});

test("no more is owed than before when a run that diverged has gone back", () => {
  const session = startSession(module, "");
  const at = (iteration: number) => ({ ...session.progress(), iteration });
  expect(lessened({ unit: "iteration", count: 100 }, at(50), at(20))).toEqual({ unit: "iteration", count: 100 });
});
