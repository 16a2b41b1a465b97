/** The reader's own points: undo and redo, the eraser, labels of the other kind, and the way into a run and back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { mostClasses } from "../../../web/src/page/classes.ts";
import { countsOf, erased, halfOf, toKind, troubleWith } from "../../../web/src/page/own/drawing.ts";
import { areSame, type OwnPoint, type OwnPoints, ownPointsOf } from "../../../web/src/page/own/own.ts";
import { beginHistory, record, redo, type UndoHistory, undo } from "../../../web/src/page/own/undo-history.ts";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import type { Command } from "../../../web/src/protocol.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule } from "../../bindings/module.ts";

test("undo and redo, against a list with a place in it", () => {
  const step = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom("undo", "redo"));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let history: UndoHistory<number> = beginHistory(0);
      let [states, at] = [[0], 0];
      for (const of of steps) {
        if (of === "undo") [history, at] = [undo(history), Math.max(0, at - 1)];
        else if (of === "redo") [history, at] = [redo(history), Math.min(states.length - 1, at + 1)];
        else {
          history = record(history, of as number);
          if (of === states[at]) continue;
          states = [...states.slice(0, at + 1), of as number];
          at += 1;
        }
        expect(history.present).toBe(states[at]);
      }
    }),
  );
});

test("the past is bounded, and what is recorded anew is nothing to undo", () => {
  let history = beginHistory(0);
  for (let i = 1; i <= 500; i++) history = record(history, i);
  expect(history.past.length).toBe(100);
  expect(record(history, 500).past).toEqual(history.past);
});

test("the eraser takes what it reaches, and leaves the same array where it reaches nothing", () => {
  const points = [
    [0, 0, 0],
    [1, 0, 1],
    [0, 3, 1],
  ] as const satisfies OwnPoints["points"][number][];
  expect(erased(points, 0.1, 0, 1)).toEqual([[0, 3, 1]]);
  expect(erased(points, -3, -3, 1)).toBe(points);
});

test("what cannot be learned from says why; counts are by class", () => {
  const of = (...labels: number[]): OwnPoints => ({ kind: "classes", points: labels.map((label) => [0, 0, label]) });
  expect(troubleWith(of())).toContain("two points");
  expect(troubleWith(of(1, 1, 1))).toContain("two classes");
  expect(troubleWith({ ...of(1, 1), kind: "values" })).toBe("");
  expect(troubleWith(of(0, 1))).toBe("");
  expect(countsOf(of(0, 2, 2).points)).toEqual([1, 0, 2]);
});

test("there are as many classes as the core knows, and the plane to draw on reaches as far as the run's", async () => {
  const module = await loadModule();
  expect(mostClasses).toBe(module.catalogue().limits.classes?.high);
  const points: OwnPoint[] = [
    [7.5, -1, 0],
    [2, -20.25, 1],
  ];
  const session = new module.Session();
  for (const own of [points, points.map(([x, y, label]): OwnPoint => [x / 10, y / 10, label])]) {
    session.open(`data=own&own=${own.map((point) => point.join(",")).join(";")}`);
    expect(halfOf(own, module.catalogue().planeHalf)).toBeCloseTo(session.planeHalf(), 5);
  }
  session.delete();
});

test("classes become values from −1 to 1, values the nearer of two classes", () => {
  const classes: OwnPoints = { kind: "classes", points: [0, 1, 2].map((label) => [1, 2, label]) };
  expect(toKind(classes, "values").points.map(([, , label]) => label)).toEqual([-1, 0, 1]);
  expect(
    toKind(
      {
        kind: "values",
        points: [
          [0, 0, -3],
          [0, 0, 0.5],
        ],
      },
      "classes",
    ).points.map(([, , label]) => label),
  ).toEqual([0, 1]);
  expect(toKind(classes, "classes")).toEqual(classes);
});

/** A page whose worker is an engine right here. */
async function pageWith(settings: string) {
  const engine = new Engine(await loadModule());
  let run = 0;
  const page = createPlayground((command: Command) => {
    if (command.type === "change") show("change", engine.change(command.text));
  });
  const show = (by: "open" | "change", answer: ReturnType<Engine["open"]>): void => {
    run += 1;
    page.receive({ type: "opened", run, by, ...answer, progress: engine.progress(), ...engine.describe() });
  };
  show("open", engine.open(settings));
  return page;
}

test("own points are trained on, and what was before comes back with all that goes with it", async () => {
  const page = await pageWith("data=spiral&classes=3&batchSize=40&learningRate=0.1");
  const before = page.run.value?.link;
  const points: OwnPoints = {
    kind: "values",
    points: Array.from({ length: 20 }, (_, i) => [i / 7, -0.1 * i, Math.sin(i)]),
  };
  page.own.use(points);
  const experiment = page.run.value?.experiment;
  expect(experiment?.data).toBe("ownValues");
  expect(experiment?.learningRate).toBe(0.1);
  expect(page.notice.value).toBeNull();
  expect(experiment && areSame(ownPointsOf(experiment) as OwnPoints, points)).toBe(true);
  expect(page.own.before.value).toBe("spiral");
  page.own.restore();
  expect(page.run.value?.link).toBe(before);
  expect(page.own.before.value).toBeNull();
});

test("the way back of own points leads to own points that were there before", async () => {
  const page = await pageWith("data=own&own=0.1,0,0;1,1,1;2,2,2&batchSize=1");
  const before = page.run.value?.link;
  page.own.use({ kind: "classes", points: [0, 1, 0, 1].map((label) => [label, 3, label]) });
  expect(page.run.value?.experiment.classes).toBe(2);
  page.own.restore();
  expect(page.run.value?.link).toBe(before);
});

const fewPoints = {
  kind: "classes",
  points: [0, 1, 0, 1, 0, 1].map((label) => [label, 3, label]),
} as const satisfies OwnPoints;
const manyPoints: OwnPoints = { kind: "classes", points: Array.from({ length: 60 }, (_, i) => [i / 10, -i / 10, i % 2]) };

test("a batch of more than there are points for is the whole set meanwhile, and as it was chosen once there are enough", async () => {
  const page = await pageWith("batchSize=10");
  const size = (): unknown => page.run.value?.experiment.batchSize;
  page.own.use(fewPoints);
  expect([size(), page.postponedBatchSize.value]).toEqual([4, 10]);
  page.change({ learningRate: 0.1 });
  page.change({ training: 30 });
  expect([size(), page.postponedBatchSize.value]).toEqual([2, 10]);
  page.own.use(manyPoints);
  expect([size(), page.postponedBatchSize.value]).toEqual([10, null]);
  expect(page.notice.value).toBeNull();
});

test("who chooses a size meanwhile keeps that one, and is told where it is too large", async () => {
  const page = await pageWith("batchSize=10");
  page.own.use(fewPoints);
  page.change({ batchSize: 20 });
  expect(page.notice.value?.sentences.join()).toContain("Batch size m must be from 1 to the 4 training examples, not 20");
  page.change({ batchSize: 3 });
  page.own.use(manyPoints);
  expect([page.run.value?.experiment.batchSize, page.postponedBatchSize.value]).toEqual([3, null]);
});
