/** The page and its place in the browser's history, without a browser, and a worker that answers when it is told to. */
import { afterEach, beforeEach, vi } from "vitest";
import type { Answer, Session } from "../../../bindings/backprop.d.ts";
import type { Step } from "../../../web/src/page/lessons/lesson.ts";
import { createSession } from "../../../web/src/page/lessons/session.ts";
import { keepAddress } from "../../../web/src/page/state/address.ts";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import type { Command, Frame } from "../../../web/src/protocol.ts";
import { loadModule } from "../../bindings/module.ts";
import { type Opened, openedAs } from "./opened.ts";

const module = await loadModule();

/** For a file whose tests open pages: its clock stands until it is told to go on, and what a page found around it is taken away. */
export function useLateWorker(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

const lessons: Record<string, Step[]> = {
  first: [{ setup: { open: "data=gaussians&layers=", place: { view: "play" } }, parts: [], facts: [] }],
  stuck: [{ setup: { open: "data=moons&layers=5", train: 150, place: { view: "play" } }, parts: [], facts: [] }],
};

interface Entry {
  state: unknown;
  hash: string;
}

/** A page with its history, opened at that link, and a worker that answers when it is told to. */
export function openPage(link: string) {
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
  page.receive({ type: "ready", catalogue: module.catalogue(), samples: {}, lock: null });
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
  const opened = (event: Opened): void => {
    text = event.link;
    page.receive(event);
  };
  const changed = (change: (core: Session) => Answer): void => {
    const event = openedAs(module, text, ++run, "change", iteration, change);
    iteration = event.progress.iteration;
    opened(event);
  };
  const answer = (): void => {
    for (let command = waiting.shift(); command !== undefined; command = waiting.shift()) {
      if (command.type === "train") iteration += command.owed.count;
      if (command.type === "lend") own ??= { text, iteration };
      if (command.type === "giveBack") ({ text, iteration } = own ?? { text, iteration });
      if (command.type === "open" || command.type === "lend") [text, iteration] = [command.text, 0];
      if (command.type === "open" || command.type === "giveBack") own = null;
      if (command.type === "open" || command.type === "lend" || command.type === "giveBack")
        opened(openedAs(module, text, ++run, command.type, iteration));
      if (command.type === "change") changed((core) => core.change(command.text));
      if (command.type === "changeTo") changed((core) => core.changeTo(command.link));
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
    /** As if the link were put into the address. */
    follow: (hash: string): void => {
      entries.splice(++at, entries.length, { state: null, hash });
      onPop({ state: null });
    },
    visit: (lesson: string): void => {
      page.go({ lesson });
      enter();
    },
    trained: (iterations: number): void => {
      iteration = iterations;
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
