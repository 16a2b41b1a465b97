/** The reader's way through the lessons: sets up each step once, and again when asked; remembers what was done. */
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import { start } from "../state/place";
import type { Arrangement, Playground } from "../state/playground";
import type { Step } from "./lesson";
import { createProgress, type Progress } from "./progress";
import { stepLink } from "./where";

/** A step that is open. */
export interface Opened {
  /** Name of the lesson, and number of the step, from 1. */
  name: string;
  step: number;
  /** All steps of the lesson. */
  steps: readonly Step[];
}

export interface Session {
  progress: Progress;
  /** The step that has begun, as links name it: what is on screen before it is set up is no answer to it. */
  here: ReadonlySignal<string>;
  /** Steps that were done since they were last set up. */
  done: ReadonlySignal<ReadonlySet<string>>;
  /** The step is on screen: it is set up the first time in this lesson, and when what it had set up is begun anew. */
  enter(opened: Opened): void;
  setUpAgain(opened: Opened): void;
  /** The task is done, or the question answered. */
  finish(link: string): void;
}

/** What steps 1 to n set up one after the other; none of what comes before the last experiment matters. */
export function setupsUpTo({ step, steps }: Opened): Arrangement[] {
  const setups = steps.slice(0, step).flatMap(({ setup }) => setup ?? []);
  return setups.slice(
    Math.max(
      0,
      setups.findLastIndex(({ open }) => open !== undefined),
    ),
  );
}

export function createSession(playground: Playground): Session {
  const progress = createProgress();
  const here = signal("");
  const done = signal<ReadonlySet<string>>(new Set());
  /** Of the lesson that is open: the steps that have begun. */
  let lesson = "";
  let begun = new Set<number>();

  /** `here`: where in the page the reader is stays as it is. */
  const arrange = (setups: readonly Arrangement[], here = false): void =>
    batch(() => {
      playground.point("");
      for (const { place, ...setup } of setups) {
        // A new experiment is looked at from the beginning.
        const { view, lesson } = playground.place.peek();
        const there = setup.open === undefined ? place : { ...start, view, lesson, ...place };
        playground.arrange({ ...setup, lent: true, place: here ? {} : there });
        if (setup.open !== undefined) playground.changes.begin();
      }
    });

  const forget = (link: string): void => {
    done.value = new Set([...done.peek()].filter((other) => other !== link));
  };

  return {
    progress,
    here,
    done,
    enter: (opened) =>
      batch(() => {
        const { name, step, steps } = opened;
        const link = stepLink(name, step);
        here.value = link;
        progress.open(link);
        if (name !== lesson) {
          lesson = name;
          begun = new Set();
        }
        const revisited = playground.revisited.peek();
        const isRevisited = revisited !== null && revisited.lesson === playground.place.peek().lesson;
        if (begun.has(step) && !(isRevisited && revisited.anew)) return;
        const goesOn = begun.has(step - 1);
        begun.add(step);
        if (isRevisited) {
          if (revisited.anew) arrange(setupsUpTo(opened), true);
          return;
        }
        const own = steps[step - 1]?.setup;
        forget(link);
        arrange(goesOn ? (own ? [own] : []) : setupsUpTo(opened));
      }),
    setUpAgain: (opened) => {
      forget(stepLink(opened.name, opened.step));
      arrange(setupsUpTo(opened));
    },
    finish: (link) => {
      done.value = new Set([...done.peek(), link]);
      progress.finish(link);
    },
  };
}
