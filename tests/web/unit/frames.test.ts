/** When a page gets which pictures of two runs, or one: the time is not the machine's. */
import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import type { WorkerEvent } from "../../../web/src/protocol.ts";
import { calm, Frames } from "../../../web/src/worker/frames.ts";
import { Pair } from "../../../web/src/worker/pair.ts";
import { loadModule } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** `took`: milliseconds that a frame takes to make. */
function startFrames(took = 0) {
  const pair = new Pair(module);
  onTestFinished(() => {
    pair.watch({});
    pair.first.delete();
  });
  pair.open("data=moons");
  pair.first.look({ window: { x: 0, y: 0, half: 1 }, resolution: 300 });
  const posted: WorkerEvent[] = [];
  /** `unfinished`: so many frames do not have all of the past yet. */
  const worker = { isTraining: false, isSlow: false, unfinished: 0 };
  const frames = new Frames(
    {
      frame: (sharp) => {
        vi.advanceTimersByTime(took);
        const frame = pair.frame(1, sharp);
        const layersPast = { epochs: new Float64Array(), errorNorms: [], weightGradientNorms: [], complete: false };
        if (worker.unfinished-- > 0) frame.readings = { ...frame.readings, layersPast };
        return { type: "frame", frame, mark: 0 };
      },
      plane: (sharp) => {
        const plane = pair.first.plane(sharp);
        return plane && { type: "plane", run: 1, plane };
      },
      isTraining: () => worker.isTraining,
      isSlow: () => worker.isSlow,
    },
    (event) => posted.push(event),
  );
  /** What was posted since it was last asked for, and how many values a side its plane has. */
  const take = (): string[] =>
    posted.splice(0).map((event) => {
      const { plane } = event.type === "frame" ? event.frame : (event as Extract<WorkerEvent, { type: "plane" }>);
      return `${event.type} ${plane?.resolution ?? "-"}`;
    });
  /** Things are as they are for so long, on a page that takes what comes. */
  const wait = (milliseconds: number): string[] => {
    frames.taken();
    vi.advanceTimersByTime(milliseconds);
    frames.taken();
    return take();
  };
  return { pair, worker, frames, take, wait };
}

test("all comes in usual detail when it changes, and the plane in full once it is calm", () => {
  const { pair, frames, take, wait } = startFrames();
  frames.redraw("all");
  expect(take()).toEqual(["frame 100"]);
  expect(wait(calm - 1)).toEqual([]);
  expect(wait(1)).toEqual(["plane 300"]);
  expect(wait(10 * calm)).toEqual([]);
  pair.train(1);
  frames.redraw("all");
  expect(take()).toEqual(["frame 100"]);
  expect(wait(calm)).toEqual(["plane 300"]);
});

test("a move brings the plane alone, and puts off the calm", () => {
  const { pair, frames, take, wait } = startFrames();
  frames.redraw("all");
  wait(calm);
  for (let move = 1; move <= 5; move++) {
    pair.first.look({ window: { x: 0, y: 0, half: 1 / (1 + move) }, resolution: 300 });
    frames.redraw("plane");
    expect(take()).toEqual(["plane 100"]);
    expect(wait(calm - 1)).toEqual([]);
  }
  expect(wait(1)).toEqual(["plane 300"]);
});

test("what is measured besides leaves the plane as sharp as it is, and does not put off the calm", () => {
  const { pair, frames, take, wait } = startFrames();
  frames.redraw("all");
  expect(take()).toEqual(["frame 100"]);
  const pointAt = (at: number): void => {
    pair.watch({ parameter: { at } });
    frames.redraw("besides");
  };
  expect(wait(calm / 2)).toEqual([]);
  pointAt(0);
  expect(take()).toEqual(["frame -"]);
  expect(wait(calm / 2)).toEqual(["plane 300"]);
  for (let at = 1; at < 5; at++) {
    pointAt(at);
    expect(take()).toEqual(["frame -"]);
    expect(wait(calm)).toEqual([]);
  }
});

test("while it trains there is no calm, however long the machine is held up", () => {
  const { pair, worker, frames, take, wait } = startFrames();
  worker.isTraining = true;
  for (let slice = 0; slice < 5; slice++) {
    pair.train(1);
    frames.redraw("all");
    expect(take()).toEqual(["frame 100"]);
    expect(wait(7.3 * calm)).toEqual([]);
  }
  worker.isTraining = false;
  expect(wait(calm)).toEqual(["plane 300"]);
});

test("where the next iteration is far away, the plane gets its full detail until then", () => {
  const { pair, worker, frames, take, wait } = startFrames();
  Object.assign(worker, { isTraining: true, isSlow: true });
  for (let iteration = 0; iteration < 3; iteration++) {
    pair.train(1);
    frames.redraw("all");
    expect(take()).toEqual(["frame 100"]);
    expect(wait(calm)).toEqual(["plane 300"]);
    expect(wait(4 * calm)).toEqual([]);
  }
});

test("a past that comes bit by bit brings the plane once, sharp or not", () => {
  const { worker, frames, take, wait } = startFrames();
  worker.unfinished = 5;
  frames.redraw("all");
  expect(take()).toEqual(["frame 100"]);
  vi.advanceTimersByTime(calm); // before the page takes the first
  frames.taken();
  expect(take()).toEqual(["frame 300"]);
  expect([1, 2, 3, 4, 5].map(() => wait(0))).toEqual([["frame -", "frame -"], ["frame -", "frame -"], [], [], []]);
});

test("a page that takes nothing is sent nothing, then all that it has missed at once", () => {
  const { pair, frames, take } = startFrames();
  frames.redraw("all");
  take();
  pair.first.show({ layer: 1, neuron: 0 });
  frames.redraw("plane");
  pair.train(1);
  frames.redraw("all");
  frames.redraw("plane");
  expect(take()).toEqual([]);
  frames.taken();
  expect(take()).toEqual(["frame 100"]);
  frames.taken();
  expect(take()).toEqual([]);
});

test("training gets twice the time that a frame has taken; at rest nothing waits", () => {
  const { worker, frames, take, wait } = startFrames(30);
  worker.isTraining = true;
  frames.redraw("all");
  expect(take()).toHaveLength(1);
  frames.redraw("all");
  expect(wait(59)).toEqual([]);
  expect(wait(1)).toHaveLength(1);
  frames.redraw("all");
  frames.taken();
  expect(take()).toEqual([]);
  worker.isTraining = false;
  frames.postDue();
  expect(take()).toHaveLength(1);
});

test("the second of two runs brings its plane whenever that has changed, in its usual detail", () => {
  const { pair, frames, take, wait } = startFrames();
  pair.watch({ compare: { settings: "layers=2" } });
  frames.redraw("all");
  const second = (): number | undefined => pair.frame(1, true).readings.compare?.plane?.resolution;
  expect(take()).toEqual(["frame 100"]);
  expect(wait(calm)).toEqual(["plane 300"]);
  expect(second()).toBeUndefined();
  pair.train(1);
  expect(second()).toBe(100);
});
