/** The page while the worker has not answered yet: Back and Forward, runs that were asked for, and quick clicks. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Step } from "../../../web/src/page/lessons/lesson.ts";
import { createSession } from "../../../web/src/page/lessons/session.ts";
import { keepAddress } from "../../../web/src/page/state/address.ts";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import { withDepth, withNeurons } from "../../../web/src/page/state/layers.ts";
import { readLink } from "../../../web/src/page/state/place.ts";
import type { Command, Frame } from "../../../web/src/protocol.ts";
import { loadModule } from "../../bindings/module.ts";
import { openedAs } from "./opened.ts";

const module = await loadModule();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const lessons: Record<string, Step[]> = {
  first: [{ setup: { open: "data=gaussians&layers=", place: { view: "play" } }, parts: [], facts: [] }],
  stuck: [{ setup: { open: "data=moons&layers=5", train: 150, place: { view: "play" } }, parts: [], facts: [] }],
};

interface Entry {
  state: unknown;
  hash: string;
}

/** A page with its history, opened at that link, and a worker that answers when it is told to. */
function openPage(link: string) {
  const entries: Entry[] = [{ state: null, hash: link }];
  let at = 0;
  const here = (): Entry => entries[at] as Entry;
  let onPop: (event: { state: unknown }) => void = () => {};
  const pop = (by: number): void => {
    at += by;
    onPop({ state: here().state });
  };
  const entryOf = (state: unknown, url: string): Entry => ({ state, hash: url.slice(1) });
  vi.stubGlobal("location", {
    get hash() {
      return `#${here().hash}`;
    },
  });
  vi.stubGlobal("history", {
    get state() {
      return here().state;
    },
    replaceState: (state: unknown, _: string, url: string) => {
      entries[at] = entryOf(state, url);
    },
    pushState: (state: unknown, _: string, url: string) => {
      entries.splice(++at, entries.length, entryOf(state, url));
    },
    go: (by: number) => setTimeout(() => pop(by)), // as browsers do it
  });
  vi.stubGlobal("window", { setTimeout });
  vi.stubGlobal("addEventListener", (_: string, listener: typeof onPop) => {
    onPop = listener;
  });

  let waiting: Command[] = [];
  const page = createPlayground((command) => waiting.push(command));
  keepAddress(page);
  const session = createSession(page);
  const enter = (): void => {
    const name = page.place.value.lesson;
    const steps = lessons[name];
    if (steps) session.enter({ name, step: 1, steps });
  };

  let run = 0;
  let text = "";
  let iteration = 0;
  let own: { text: string; iteration: number } | null = null;
  const answer = (): void => {
    for (let command = waiting.shift(); command !== undefined; command = waiting.shift()) {
      if (command.type === "train") iteration += command.owed.count;
      if (command.type !== "open" && command.type !== "lend" && command.type !== "giveBack" && command.type !== "change")
        continue;
      if (command.type === "lend") own ??= { text, iteration };
      if (command.type === "giveBack") ({ text, iteration } = own ?? { text, iteration });
      else if (command.type === "change") text = `${text}&${command.text}`;
      else [text, iteration] = [command.text, 0];
      if (command.type === "open" || command.type === "giveBack") own = null;
      const event = openedAs(module, text, ++run, command.type, iteration);
      text = event.link;
      page.receive(event);
    }
  };
  return {
    page,
    entries,
    here,
    answer,
    /** Back, where it is negative, and Forward. */
    go: (by: number): void => {
      pop(by);
      enter();
    },
    visit: (lesson: string): void => {
      page.go({ lesson });
      enter();
    },
    trained: (iterations: number): void => {
      const frame = {
        run,
        progress: { iteration: iterations },
        history: { from: 0, records: new Float64Array() },
        readings: {},
      };
      page.receive({ type: "frame", frame: frame as unknown as Frame, mark: 0 });
    },
    /**
     * It dies for the second time: what it was asked for is never done, and what it had done since is undone. What it is asked for
     * meanwhile is for the next one.
     */
    die: (undone = (): void => {}, meanwhile = (): void => {}): void => {
      waiting = [];
      page.receive({ type: "undone" });
      vi.advanceTimersByTime(1); // a worker does not start sooner
      meanwhile();
      undone();
      page.receive(openedAs(module, text, run, "restore", iteration));
      page.receive({ type: "revived", complete: false, playing: false });
    },
    /** As it stands now; what comes back lets it stand so again. */
    save: () => {
      const saved = { text, iteration, own };
      page.receive({ type: "saved" });
      return (): void => {
        ({ text, iteration, own } = saved);
      };
    },
    data: () => page.run.value?.experiment.data,
    layers: () => Array.from(page.run.value?.experiment.layers ?? []),
    iteration: () => iteration,
  };
}

/** From the first lesson by the contents to the one that trains. */
function walkThroughLessons() {
  const opened = openPage("lesson=first");
  opened.answer();
  opened.visit("first");
  opened.answer();
  opened.visit("contents");
  opened.answer();
  opened.visit("stuck");
  opened.answer();
  return opened;
}

test("Back and Forward find what a lesson had trained, each answered before the next", () => {
  const { go, answer, iteration, data } = walkThroughLessons();
  for (const by of [-1, -1, 1, 1]) {
    go(by);
    answer();
  }
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("two Backs before the worker answers leave every entry with its own settings", () => {
  const { go, answer, iteration, data, entries } = walkThroughLessons();
  const links = entries.map(({ hash }) => hash);
  go(-1);
  go(-1);
  answer();
  expect([data(), iteration()]).toEqual(["gaussians", 0]);
  expect(entries.map(({ hash }) => hash)).toEqual(links);
  go(1);
  answer();
  go(1);
  answer();
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("Back and Forward before the worker answers lead to where one was", () => {
  const { go, answer, iteration, data } = walkThroughLessons();
  go(-1);
  go(1);
  answer();
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("from far back Forward and Back find what the lesson had trained", () => {
  const { go, visit, answer, iteration, data } = walkThroughLessons();
  visit("contents");
  answer();
  for (const by of [-3, 3, -1]) {
    go(by);
    answer();
  }
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("Back at once out of a lesson finds the reader's own run", () => {
  const { page, go, visit, answer, trained, data } = openPage("data=xor&layers=3");
  answer();
  trained(5);
  visit("first");
  go(-1);
  answer();
  expect([data(), page.kept.value]).toEqual(["xor", null]);
});

test("Back before another run is there does not take its place in the page along", () => {
  const { page, go, answer, here, data } = openPage("data=xor");
  answer();
  page.go({ view: "microscope" });
  const left = here().hash;
  page.open("data=moons", { view: "compare" });
  page.go({ view: "gradients" });
  go(-1);
  answer();
  expect([data(), page.place.value.view, here().hash]).toEqual(["xor", "microscope", left]);
});

test("a preset, and the way back, is a step of its own as soon as it is asked for, and no other once it is there", () => {
  const { page, answer, trained, here, entries } = openPage("data=xor&sight=1,1,2&watch=");
  answer();
  trained(5);
  const own = here().hash;
  const steps = () => entries.map(({ hash }) => hash);
  page.borrow("noise=0.15&data=moons", { watch: "boundary" });
  expect(steps()).toEqual([own, "watch=boundary&noise=0.15&data=moons"]);
  answer(); // with the settings in their order
  expect(readLink(here().hash).place).toMatchObject({ watch: "boundary", sight: "" });
  const there = [own, "watch=boundary&data=moons&noise=0.15"];
  expect(steps()).toEqual(there);
  page.giveBack();
  expect(steps()).toEqual([...there, own]);
  answer();
  expect(steps()).toEqual([...there, own]);
});

test("Back at once, before the preset is there, leads to one's own run as it was, also just after a change", () => {
  const { page, go, answer, trained, data, entries } = openPage("data=xor");
  answer();
  trained(5);
  page.borrow("data=moons", { watch: "boundary" });
  go(-1);
  answer();
  expect([data(), page.run.value?.by]).toEqual(["xor", "giveBack"]);
  page.change({ noise: "0.3" });
  answer();
  trained(5);
  page.borrow("data=moons", { watch: "boundary" });
  page.borrow("data=circle", { watch: "other" });
  go(-1);
  go(-1);
  answer();
  expect([data(), page.run.value?.experiment.noise.toFixed(1)]).toEqual(["xor", "0.3"]);
  expect([page.run.value?.by, page.kept.value]).toEqual(["giveBack", null]);
  expect(entries.map(({ hash }) => readLink(hash).settings)).toEqual([
    "data=xor",
    "data=xor&noise=0.3",
    "data=moons",
    "data=circle",
  ]);
});

test("what a worker that died was asked for leads nowhere any more, and the run that is left is the reader's own", () => {
  const { page, answer, die, trained } = openPage("data=xor");
  answer();
  trained(5);
  page.borrow("data=circle", { view: "compare" });
  page.change(({ layers }) => ({ layers: [...layers, 7] }));
  die();
  expect([page.heading.value, page.kept.value]).toEqual([page.run.value?.link, null]);
  page.setSpeed(10);
  page.borrow("data=moons", { view: "microscope" });
  answer();
  expect(page.place.value.view).toBe("microscope");
  expect([page.kept.value?.look.speed, page.run.value?.experiment.layers.includes(7)]).toEqual([10, false]);
});

test("where a preset has killed the worker twice, the reader's own run is there, and is kept once more", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor&seal=1&sight=0.5,0.5,4");
  answer();
  page.shown.pin({ layer: 1, neuron: 2 });
  trained(5);
  const saved = save();
  page.borrow("data=circle");
  answer();
  expect([data(), page.kept.value?.link]).toEqual(["circle", "data=xor"]);
  die(saved);
  expect([data(), page.kept.value]).toEqual(["xor", null]);
  expect([page.shown.pinned.value, page.place.value.sight]).toEqual([{ layer: 1, neuron: 2 }, "0.5,0.5,4"]);
  trained(5);
  page.borrow("data=moons");
  answer();
  expect([data(), page.kept.value?.link]).toEqual(["moons", "data=xor"]);
});

test("where the run that was given back has killed the worker twice, the preset is there and the run still kept", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  page.borrow("data=circle");
  answer();
  const saved = save();
  page.giveBack();
  answer();
  expect([data(), page.kept.value]).toEqual(["xor", null]);
  die(saved);
  expect([data(), page.kept.value?.link, page.altered.value]).toEqual(["circle", "data=xor", false]);
  page.borrow("data=moons");
  answer();
  page.giveBack();
  answer();
  expect([data(), page.altered.value]).toEqual(["xor", false]);
});

test("two runs that were begun and killed the worker leave the reader the run that was lent, and the one that is kept", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  page.borrow("data=circle", { watch: "boundary" });
  answer();
  const saved = save();
  page.open("data=moons");
  page.open("data=gaussians");
  answer();
  expect(page.kept.value).toBe(null);
  die(saved);
  expect([data(), page.kept.value?.link, page.place.value.watch]).toEqual(["circle", "data=xor", "boundary"]);
  page.giveBack();
  answer();
  expect([data(), page.altered.value]).toEqual(["xor", false]);
});

test("where a preset that was begun has killed the worker twice, the first run is the reader's own again", () => {
  const { page, answer, die, save, trained } = openPage("");
  answer();
  const saved = save();
  page.borrow("data=circle", { watch: "boundary" });
  answer();
  expect([page.kept.value, page.setFor.value]).toEqual([null, "trial"]);
  die(saved);
  expect([page.setFor.value, page.place.value.watch]).toEqual(["", ""]);
  trained(5);
  page.change({ noise: "0.3" });
  answer();
  page.borrow("data=moons", { watch: "other" });
  answer();
  expect(page.kept.value?.link).toContain("noise=0.3");
});

test("where the second of two that were lent has killed the worker twice, the first is there as what it was", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  page.borrow("data=circle", { watch: "boundary" }, "bp1/5");
  answer();
  const saved = save();
  page.borrow("data=moons", { watch: "other" });
  answer();
  die(saved);
  expect([data(), page.setFor.value, page.place.value.watch]).toEqual(["circle", "bp1/5", "boundary"]);
  expect(page.kept.value?.link).toBe("data=xor");
});

test("where another run has killed the worker twice, the one that was changed on its way is still that", () => {
  const { page, answer, die, save, trained } = openPage("data=xor");
  answer();
  page.arrange({ train: 5, place: {} });
  trained(5);
  page.change({ learningRate: "0.1" });
  answer();
  expect(page.altered.value).toBe(true);
  const timeline = page.timeline.value;
  expect(timeline.marks).toHaveLength(1);
  const saved = save();
  page.open("data=moons");
  answer();
  die(saved);
  expect([page.altered.value, page.timeline.value]).toEqual([true, timeline]);
});

test("what is asked for between a second death and the next worker's answer leads where it should", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  const saved = save();
  page.borrow("data=circle", { watch: "boundary" });
  answer();
  die(saved, () => page.borrow("data=moons", { watch: "other" }));
  expect(page.heading.value).toBe("data=moons");
  answer();
  expect([data(), page.setFor.value, page.place.value.watch]).toEqual(["moons", "trial", "other"]);
  expect(page.kept.value?.link).toBe("data=xor");
});

test("runs that never come leave no steps behind to go back over", () => {
  const { page, answer, die, trained, here, entries, go, data } = openPage("data=gaussians");
  answer();
  page.open("data=xor&sight=", { view: "gradients" });
  answer();
  trained(5);
  page.borrow("data=circle", { watch: "boundary", view: "play" });
  page.borrow("data=moons", { watch: "other" });
  expect([entries.length, here()]).toEqual([4, entries[3]]);
  die();
  expect([here(), page.place.value.view, page.run.value?.by]).toEqual([entries[1], "gradients", "restore"]);
  go(-1);
  answer();
  expect(data()).toBe("gaussians");
});

test("steps that are asked for before the answers add up", () => {
  const { page, answer, layers } = openPage("layers=4");
  answer();
  page.change(withDepth((depth) => depth + 1));
  page.change(withNeurons(1, (neurons) => neurons - 1));
  page.change(withNeurons(2, (neurons) => neurons - 1));
  page.change(withNeurons(2, (neurons) => neurons - 1));
  answer();
  expect(layers()).toEqual([3, 2]);
});

test("steps wait for changes that do not depend on what there is, and not for another run", () => {
  const { page, answer, layers } = openPage("layers=4");
  answer();
  page.change({ layers: "5,5" });
  page.change(withNeurons(2, () => 6));
  answer();
  expect(layers()).toEqual([5, 6]);
  page.change({ layers: "2,2" });
  page.change(withNeurons(2, () => 8));
  page.open("layers=1");
  page.change(withDepth((depth) => depth + 1));
  answer();
  expect(layers()).toEqual([1, 4]);
});

test("a step that finds nothing to do changes nothing", () => {
  const { page, answer, layers } = openPage("layers=4");
  answer();
  page.change({ layers: "" });
  page.change(withNeurons(1, () => 3)); // the layer is gone
  page.change(withDepth((depth) => depth));
  answer();
  expect([layers(), page.run.value?.number]).toEqual([[], 2]);
});

test("where the plane was dragged to is forgotten with the entry that it was dragged in", () => {
  const { page, go, answer, here } = openPage("data=xor");
  answer();
  page.go({ view: "gradients" });
  page.go({ view: "play" });
  page.sight.zoomBy(2);
  go(-1); // before it was written
  page.go({ view: "play" });
  const again = here().hash;
  page.go({ view: "folding" });
  go(-1);
  expect(here().hash).toBe(again);
});
