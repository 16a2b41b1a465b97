/** What the worker does in its turns, without a worker. */
import { expect, onTestFinished, test } from "vitest";
import { Pace } from "../../../web/src/worker/pace.ts";
import { Pair } from "../../../web/src/worker/pair.ts";
import { Work } from "../../../web/src/worker/work.ts";
import { loadModule } from "../../bindings/module.ts";

const module = await loadModule();

/** Work on a run of these settings, what is heard of it, and a way to do it to the end, or for at most so many slices. */
function workOn(settings: string) {
  const pair = new Pair(module);
  onTestFinished(() => {
    pair.watch({});
    pair.first.delete();
  });
  pair.open(settings);
  const heard: unknown[] = [];
  const pace = new Pace(null);
  const work = new Work(pair, pace, {
    moved: () => {},
    trained: (training) => heard.push(["trained", training]),
    stopped: () => heard.push("stopped"),
    checked: ({ first, done }) => heard.push(["checked", first, done]),
  });
  const slices = (most: number): void => {
    for (let i = 0; i < most && work.slice() !== null; i++);
  };
  return { pair, pace, work, heard, slices };
}

test("training that was asked for is done slice by slice, and said to be done once", () => {
  const { pair, work, heard, slices } = workOn("");
  work.train({ owed: { unit: "epoch", count: 3 }, training: 7, awaited: true });
  slices(1);
  expect([work.isAwaited(), work.isTraining(), heard]).toEqual([true, true, []]);
  slices(1000);
  expect([pair.progress().epoch, heard]).toEqual([3, [["trained", 7]]]);
  expect([work.isAwaited(), work.isTraining()]).toEqual([false, false]);
});

test("Play goes on until it is left, and takes the place of training that was asked for", () => {
  const { pair, work, heard, slices } = workOn("");
  work.train({ owed: { unit: "epoch", count: 1000 }, training: 1, awaited: true });
  work.play();
  expect([work.isAwaited(), work.underway().owed.count]).toEqual([false, 0]);
  slices(20);
  const { iteration } = pair.progress();
  expect(iteration).toBeGreaterThan(20);
  work.rest();
  slices(20);
  expect([pair.progress().iteration, heard]).toEqual([iteration, []]);
});

test("a slow Play comes back soon and is known to be slow", () => {
  const { pace, work } = workOn("");
  pace.setSpeed(1);
  work.play();
  expect([work.slice(), work.slice()]).toEqual(["at once", "soon"]);
  expect([work.isSlow(200), work.isSlow(2000)]).toEqual([true, false]);
});

test("what nobody sees does not train, but is checked to the end", () => {
  const { pair, work, heard, slices } = workOn("layers=8,8");
  work.play();
  work.hold(true);
  work.check();
  slices(1000);
  expect([pair.progress().iteration, work.isTraining()]).toEqual([0, false]);
  expect(heard.length).toBeGreaterThan(2);
  expect([heard[0], heard.at(-1), heard[1]]).toEqual([
    ["checked", true, false],
    ["checked", false, true],
    ["checked", false, false],
  ]);
});

test("a check ends where training makes the parameters others", () => {
  const { work, heard, slices } = workOn("layers=8,8");
  work.check();
  slices(1);
  expect(work.underway().checking).toBe(true);
  work.play();
  slices(3);
  expect(heard).toEqual([
    ["checked", true, false],
    ["checked", false, false],
  ]);
  expect(work.underway().checking).toBe(false);
});

test("a run that can go no further rests, and says so before what was asked for is said to be done", () => {
  const { work, heard, slices } = workOn("stopEpochs=2");
  work.train({ owed: { unit: "epoch", count: 5 }, training: 1, awaited: false });
  slices(1000);
  expect([heard, work.isTraining()]).toEqual([["stopped", ["trained", 1]], false]);
  work.play();
  slices(1000);
  expect([heard.at(-1), work.underway().playing]).toEqual(["stopped", false]);
});

test("another worker takes up what was under way", () => {
  const { work } = workOn("");
  work.train({ owed: { unit: "epoch", count: 9 }, training: 4, awaited: true });
  work.check();
  const training = work.underway();
  work.play();
  for (const underway of [training, work.underway()]) {
    const { work: next } = workOn("");
    next.takeUp(underway);
    expect(next.underway()).toEqual(underway);
  }
});

test("the second of two makes up for what it is behind, while marks wait, and a check goes on", () => {
  const { pair, work, heard, slices } = workOn("");
  work.train({ owed: { unit: "epoch", count: 2 }, training: 1, awaited: false });
  slices(1000);
  pair.watch({ compare: { settings: "learningRate=0.1" } });
  expect([pair.behind() > 0, work.isAwaited()]).toEqual([true, true]);
  work.check();
  slices(1000);
  expect([pair.behind(), work.isAwaited(), heard.at(-1)]).toEqual([0, false, ["checked", true, true]]);
});
