/** Walking through a lesson: each step that is entered finds the experiment that its text talks about, and work on it stays. */
import { beforeEach, expect, test } from "vitest";
import type { Step } from "../../../web/src/page/lessons/lesson.ts";
import { createSession, type LessonSession } from "../../../web/src/page/lessons/session.ts";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import type { Arrangement, Playground } from "../../../web/src/page/state/playground.ts";
import type { Command, Frame } from "../../../web/src/protocol.ts";
import { loadModule } from "../../bindings/module.ts";
import { openedAs } from "./opened.ts";

const step = (setup: Arrangement | null): Step => ({ setup, parts: [], facts: [] });
/** Two experiments, two steps each; the last one moves on within the second. */
const steps: Step[] = [
  step({ open: "data=circle", place: { view: "play" } }),
  step(null),
  step({ open: "data=moons", train: 600, place: { view: "microscope", phase: "error.3" } }),
  step({ place: { phase: "error.1" } }),
];
const other: Step[] = [step({ open: "data=blobs", speed: 10, place: { view: "play" } })];

let page: Playground;
let session: LessonSession;
let opened: string[];
let run = 0;
const module = await loadModule();

/** As the worker would: answers what begins or changes a run. */
beforeEach(() => {
  opened = [];
  let text = "";
  let own: string | null = null;
  page = createPlayground((command: Command) => {
    if (command.type !== "open" && command.type !== "lend" && command.type !== "giveBack" && command.type !== "change") return;
    if (command.type === "lend") own ??= text;
    text = command.type === "giveBack" ? (own ?? text) : command.type === "change" ? `${text}&${command.text}` : command.text;
    if (command.type === "open" || command.type === "giveBack") own = null;
    if (command.type !== "change") opened.push(`${command.type} ${text}`);
    page.receive(openedAs(module, text, ++run, command.type));
  });
  session = createSession(page);
  page.arrange({ place: { lesson: "" }, open: "data=xor" }, "link");
  opened = [];
});

/** The reader goes to a step, as any link on the page does. */
const enter = (number: number, name = "lesson", of = steps): void => {
  page.go({ lesson: `${name}/${number}` });
  session.enter({ name, step: number, steps: of });
};
const data = (): string | undefined => page.run.value?.experiment.data;
const trained = (iteration: number): void => {
  const frame = { run, progress: { iteration }, history: { from: 0, records: new Float64Array() }, readings: {} };
  page.receive({ type: "frame", frame: frame as unknown as Frame, mark: 0 });
};

test("a step with another experiment sets it up, whichever way it is entered", () => {
  enter(1);
  expect(data()).toBe("circle");
  enter(3);
  expect([data(), page.place.value.view, page.place.value.phase]).toEqual(["moons", "microscope", "error.3"]);
  enter(2);
  expect([data(), page.place.value.view]).toEqual(["circle", "play"]);
  enter(4);
  expect([data(), page.place.value.phase]).toEqual(["moons", "error.1"]);
  enter(1, "other", other);
  enter(4);
  expect([data(), page.place.value.view, page.place.value.phase]).toEqual(["moons", "microscope", "error.1"]);
});

test("with the same experiment the run stays, and only the place in the page is the step's", () => {
  enter(3);
  enter(4);
  opened = [];
  page.go({ view: "gradients" });
  enter(3);
  expect(opened).toEqual([]);
  expect([page.place.value.view, page.place.value.phase]).toEqual(["microscope", "error.3"]);
  page.go({ view: "play" });
  enter(4);
  expect([page.place.value.view, page.place.value.phase]).toEqual(["microscope", "error.1"]);
  expect(opened).toEqual([]);
});

test("settings that were changed at a later step stay, are told, and end what was done before", () => {
  enter(3);
  session.finish("lesson/3");
  const before = page.run.value?.link;
  enter(4);
  page.change({ learningRate: 1 });
  enter(3);
  expect(page.run.value?.experiment.learningRate).toBe(1);
  expect(session.leftWith.value).toBe(before);
  expect(session.done.value.has("lesson/3")).toBe(false);
  session.setUpAgain({ name: "lesson", step: 3, steps });
  expect(page.run.value?.link).toBe(before);
  expect(session.leftWith.value).toBe(null);
});

test("what was done in an experiment is not done any more when it is set up again", () => {
  enter(1);
  session.finish("lesson/1");
  enter(2);
  enter(1);
  expect(session.done.value.has("lesson/1")).toBe(true);
  enter(3);
  enter(2);
  enter(1);
  expect(session.done.value.has("lesson/1")).toBe(false);
});

test("a run that was opened beside the lesson is no step's", () => {
  enter(1);
  page.lend("data=spiral");
  enter(2);
  expect(data()).toBe("circle");
});

test("only the reader's own run is kept, once it has begun, and comes back with its speed", () => {
  page.setSpeed(null);
  trained(40);
  enter(1);
  expect(opened.at(-1)).toBe("lend data=circle");
  expect(page.speed.value).toBe(1000);
  trained(20);
  enter(1, "other", other);
  expect(page.speed.value).toBe(10);
  enter(3);
  page.giveBack();
  expect(opened.at(-1)).toBe("giveBack data=xor");
  expect([data(), page.speed.value, page.kept.value]).toEqual(["xor", null, null]);
});

test("runs of lessons are nobody's own", () => {
  enter(1);
  trained(20);
  enter(3);
  expect(page.kept.value).toBe(null);
});

test("a link to another step in the same tab sets it up and keeps the reader's run", () => {
  trained(40);
  enter(1);
  page.arrange({ place: { lesson: "lesson/3" }, open: "", lent: true }, "link");
  session.enter({ name: "lesson", step: 3, steps });
  expect(data()).toBe("moons");
  expect(page.kept.value).not.toBe(null);
  page.giveBack();
  expect(data()).toBe("xor");
});

test("a ready case keeps the reader's run", () => {
  trained(40);
  page.lend("data=spiral");
  page.lend("data=blobs");
  expect(data()).toBe("blobs");
  page.giveBack();
  expect([data(), page.kept.value]).toEqual(["xor", null]);
});
