import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Listener } from "../../../web/src/page/client.ts";
import type { LinkEvent } from "../../../web/src/page/link-event.ts";
import { keepAlive } from "../../../web/src/page/worker-link.ts";
import type { Command, Snapshot } from "../../../web/src/protocol.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const standing: Snapshot = {
  own: { state: new Uint8Array(), history: new Float64Array() },
  kept: null,
  playing: false,
  owed: { unit: "iteration", count: 0 },
  training: 0,
  awaited: false,
  checking: false,
  mark: 0,
};

/** A link whose workers do nothing: what each was sent, and a say in what each answers. */
function startLink() {
  const workers: { listener: Listener; sent: Command[]; ended: boolean }[] = [];
  const events: LinkEvent[] = [];
  const link = keepAlive(
    (listener) => {
      const worker = { listener, sent: [] as Command[], ended: false };
      workers.push(worker);
      return {
        send: (command) => worker.sent.push(command),
        end: () => {
          worker.ended = true;
        },
      };
    },
    (event) => events.push(event),
  );
  const latest = () => workers[workers.length - 1] as (typeof workers)[number];
  latest().listener.onEvent({ type: "ready", catalogue: {} as never, samples: {}, lock: null });
  return {
    send: link.send,
    workers,
    events,
    latest,
    types: (worker = latest()) => worker.sent.map(({ type }) => type),
    save: (now: Partial<Snapshot> = {}) => latest().listener.onEvent({ type: "saved", snapshot: { ...standing, ...now } }),
    die: () => latest().listener.onDeath("it died."),
  };
}

test("how everything stands is asked for at most once a second, and never at rest", () => {
  const { send, save, types } = startLink();
  for (let i = 0; i < 30; i++) send({ type: "show", neuron: null });
  vi.advanceTimersByTime(999);
  expect(types()).not.toContain("save");
  vi.advanceTimersByTime(1);
  expect(types().filter((type) => type === "save")).toHaveLength(1);
  // While playing, a second after each answer.
  save({ playing: true });
  vi.advanceTimersByTime(1000);
  expect(types().filter((type) => type === "save")).toHaveLength(2);
  save();
  vi.advanceTimersByTime(100_000);
  expect(types().filter((type) => type === "save")).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test("another worker is given what was saved, and asked again for what came after that", () => {
  const { send, save, die, workers, types, events, latest } = startLink();
  send({ type: "open", text: "data=xor" });
  vi.advanceTimersByTime(1000);
  send({ type: "change", text: "l2=1" }); // after the question, before the answer
  send({ type: "speed", iterationsPerSecond: 1 });
  send({ type: "speed", iterationsPerSecond: 10 });
  save({ mark: 7 });
  send({ type: "step", unit: "epoch" });
  die();
  expect(workers).toHaveLength(2);
  expect(workers[0]?.ended).toBe(true);
  expect(types()).toEqual(["restore", "speed", "change", "step", "save"]);
  expect(latest().sent[1]).toEqual({ type: "speed", iterationsPerSecond: 10 });
  expect(latest().sent[0]).toMatchObject({ snapshot: { mark: 7 } });
  expect(events.map(({ type }) => type)).toEqual(["ready", "saved"]);
  save();
  // In this order: what is known now is what was saved.
  expect(events.slice(2)).toEqual([{ type: "revived", complete: true, playing: false }, { type: "saved" }]);
});

test("what the one that died had answered is told as known, and what it had not as the answer that it is", () => {
  const { send, die, events, latest } = startLink();
  const opened = (by: "open" | "change"): void =>
    latest().listener.onEvent({ type: "opened", by, run: 1 } as Parameters<Listener["onEvent"]>[0]);
  send({ type: "open", text: "data=xor" });
  opened("open");
  send({ type: "change", text: "l2=1" });
  send({ type: "open", text: "data=moons" });
  opened("change");
  die();
  for (const by of ["open", "change", "open"] as const) opened(by);
  const told = events.flatMap((event) => (event.type === "opened" ? [event.by] : []));
  expect(told).toEqual(["open", "change", "restore", "restore", "open"]);
});

test("one that died before anything was saved is asked for everything again", () => {
  const { send, die, types } = startLink();
  send({ type: "speed", iterationsPerSecond: 10 });
  send({ type: "open", text: "" });
  die();
  expect(types()).toEqual(["speed", "open", "save"]);
});

test("the second death in a row leaves out what may have been its cause; the third is the last", () => {
  const { send, save, die, workers, types, latest, events } = startLink();
  send({ type: "open", text: "" });
  vi.advanceTimersByTime(1000);
  save({ playing: true });
  send({ type: "mark", mark: 3 });
  send({ type: "change", text: "points=10000" });
  die();
  expect(events.map(({ type }) => type)).not.toContain("undone");
  die();
  expect(events.at(-1)).toEqual({ type: "undone" }); // at once: what is asked for from now on will be done
  expect(types()).toEqual(["restore", "mark", "save"]);
  expect(latest().sent[0]).toMatchObject({ snapshot: { playing: false } });
  save();
  expect(events.slice(-2)).toEqual([{ type: "revived", complete: false, playing: false }, { type: "saved" }]);
  die();
  expect(workers).toHaveLength(3);
  expect(events.at(-1)).toEqual({ type: "failed", message: "it died." });
});

test("the second death in a row is the last where nothing was saved that could be gone back to", () => {
  const { send, die, workers, events } = startLink();
  send({ type: "open", text: "points=10000" });
  die();
  die();
  expect(workers).toHaveLength(2);
  expect(events.at(-1)).toEqual({ type: "failed", message: "it died." });
});

test("deaths far from each other are each the first", () => {
  const { send, save, die, types, workers, events } = startLink();
  send({ type: "change", text: "" });
  for (let i = 0; i < 5; i++) {
    die();
    expect(workers).toHaveLength(i + 2);
    expect(events.at(-1)?.type).not.toBe("failed");
    expect(types()).toContain(i === 0 ? "change" : "restore");
    save();
    vi.setSystemTime(Date.now() + 6000);
    vi.advanceTimersByTime(6000);
  }
});

test("a worker that does not answer may be started anew by the reader; when it answers the offer is taken back", () => {
  const { send, save, workers, events, types } = startLink();
  send({ type: "step", unit: "epoch" });
  vi.advanceTimersByTime(10_999);
  expect(events).toHaveLength(1);
  vi.advanceTimersByTime(1);
  const silent = events.at(-1);
  expect(silent?.type).toBe("silent");
  save();
  expect(events.slice(-2)).toEqual([{ type: "silent", startAnew: null }, { type: "saved" }]);

  send({ type: "step", unit: "epoch" });
  vi.advanceTimersByTime(11_000);
  const again = events.at(-1);
  if (again?.type === "silent") again.startAnew?.();
  expect(workers).toHaveLength(2);
  expect(types()).toEqual(["restore", "step", "save"]);
});

test("a worker that never came is not started again", () => {
  const events: LinkEvent[] = [];
  let started = 0;
  let listener: Listener | null = null;
  keepAlive(
    (mine) => {
      started += 1;
      listener = mine;
      return { send: () => {}, end: () => {} };
    },
    (event) => events.push(event),
  );
  (listener as Listener | null)?.onDeath("it could not be loaded.");
  expect(started).toBe(1);
  expect(events).toEqual([{ type: "failed", message: "it could not be loaded." }]);
});
