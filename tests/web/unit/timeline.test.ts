import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import { begunAt, editOf, iterationAt, restarted, withChange, withMark } from "../../../web/src/page/state/timeline.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const described = (session: Session) => ({ experiment: session.experiment(), sizes: [...session.layerSizes()] });

/** A session that keeps its timeline. */
function run(settings: string) {
  const session = startSession(module, settings);
  let timeline = begunAt(session.progress());
  return {
    session,
    timeline: () => timeline,
    change: (text: string): void => {
      const before = described(session);
      session.change(text);
      timeline = withChange(timeline, before, described(session), session.progress());
    },
  };
}

test("a change is marked where it was made, with its values; before the run begins there are none", () => {
  const { session, change, timeline } = run("points=100&training=50&batchSize=10"); // 5 iterations to an epoch
  change("learningRate=0.1");
  expect(timeline().marks).toEqual([]);
  session.train(12);
  change("learningRate=0.3");
  expect(timeline().marks).toEqual([{ epoch: 2.4, iteration: 12, changes: [{ name: "Learning rate η", from: 0.1, to: 0.3 }] }]);
  expect(restarted(timeline()).marks).toEqual([]);
});

test("layers bring activations along, which are a change of their own only where another is chosen", () => {
  const { session, change, timeline } = run("layers=4,4&activations=tanh,relu");
  session.train(5);
  const names = (): string[] | undefined =>
    timeline()
      .marks.at(-1)
      ?.changes.map(({ name }) => name);
  change("layers=4,4,4");
  expect(names()).toEqual(["Hidden layers"]);
  session.train(5);
  change("layers=4,4&activations=sine,relu");
  expect(names()).toEqual(["Hidden layers", "Activation"]);
});

test("at rest, and while one thing is dragged along, several changes are one; what is put back is none", () => {
  const { session, change, timeline } = run("points=100&training=50&batchSize=10");
  session.train(50);
  change("learningRate=0.1");
  change("l2=0.01");
  change("learningRate=0.2");
  expect(timeline().marks.map(({ changes }) => changes)).toEqual([
    [
      { name: "Learning rate η", from: 0.03, to: 0.2 },
      { name: "L2 penalty λ", from: 0, to: 0.01 },
    ],
  ]);
  change("l2=0");
  change("learningRate=0.03");
  expect(timeline().marks).toEqual([]);
  for (const rate of [0.1, 0.2, 0.4]) {
    change(`learningRate=${rate}`);
    session.train(2);
  }
  expect(timeline().marks).toMatchObject([{ epoch: 10, changes: [{ from: 0.03, to: 0.4 }] }]);
});

test("what is set by hand is marked too, from the very beginning, and stays where settings are changed before the run begins", () => {
  const { session, change, timeline } = run("points=100&training=50&batchSize=10");
  const byHand = (from: number | boolean, to: number | boolean) =>
    withMark(timeline(), [editOf("w¹₂₁", { parameter: 2, from, to, refused: null })], session.progress());
  const marks = byHand(-0.123456789, 2).marks;
  const value = { name: "w¹₂₁ by hand", from: -0.1235, to: 2 };
  expect(marks).toEqual([{ epoch: 0, iteration: 0, changes: [value] }]);
  session.setParameter(2, 2);
  const now = described(session);
  const marksWith = (after: Partial<typeof now>) =>
    withChange({ ...timeline(), marks }, now, { ...now, ...after }, session.progress()).marks;
  expect(marksWith({ experiment: { ...now.experiment, learningRate: 0.1 } })).toEqual(marks);
  // With another input taken out, a weight of that name is another one, or none.
  expect(marksWith({ sizes: [1, ...now.sizes.slice(1)] })).toEqual([]);
  session.train(7);
  change("learningRate=0.1");
  expect(byHand(false, true).marks).toEqual([
    {
      epoch: 1.4,
      iteration: 7,
      changes: [
        { name: "Learning rate η", from: 0.03, to: 0.1 },
        { name: "Freeze w¹₂₁", from: false, to: true },
      ],
    },
  ]);
});

test("epochs and iterations agree with the core's count, also where the batch size was changed amid an epoch", () => {
  const { session, change, timeline } = run("points=100&training=50&batchSize=10");
  const seen = [{ epoch: 0, iteration: 0 }];
  const train = (iterations: number): void => {
    for (let i = 0; i < iterations; i++) {
      session.train(1);
      const { epoch, iteration } = session.progress();
      if (epoch !== seen.at(-1)?.epoch) seen.push({ epoch, iteration });
    }
  };
  train(12);
  change("batchSize=25");
  train(7);
  change("batchSize=1");
  train(130);
  change("batchSize=10");
  train(3);
  change("batchSize=50");
  train(5);
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.map(({ epoch }) => iterationAt(timeline(), epoch))).toEqual(seen.map(({ iteration }) => iteration));
});

test("however often settings are changed, the marks stay few, and the last is there", () => {
  const { session, change, timeline } = run("points=20");
  for (let i = 1; i <= 300; i++) {
    session.train(40);
    change(i % 2 === 0 ? `learningRate=${i / 1000}` : `l2=${i / 1000}`);
  }
  expect(timeline().marks.length).toBeLessThanOrEqual(48);
  expect(timeline().marks.at(-1)?.changes).toContainEqual(expect.objectContaining({ name: "Learning rate η", to: 0.3 }));
});
