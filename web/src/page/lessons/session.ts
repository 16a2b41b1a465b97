/** The reader's way through the lessons: whatever step is entered, the page shows what its text talks about. */
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import { type Place, start } from "../state/place";
import type { Arrangement, Playground, Purpose } from "../state/playground";
import { usualSpeed } from "../state/speeds";
import type { Step } from "./lesson";
import { createProgress, type LessonProgress } from "./progress";
import { stepLink } from "./where";

/** A step that is open. */
export interface Opened {
  /** Name of the lesson, and number of the step, from 1. */
  name: string;
  step: number;
  /** All steps of the lesson. */
  steps: readonly Step[];
}

export interface LessonSession {
  progress: LessonProgress;
  /** The step that has begun, as links name it: what is on screen before it is set up is no answer to it. */
  here: ReadonlySignal<string>;
  /** Steps that were done since they were last set up. */
  done: ReadonlySignal<ReadonlySet<string>>;
  /** The settings that this step was left with, if others have been chosen at later steps; else null. */
  leftWith: ReadonlySignal<string | null>;
  /** The step is on screen. It is set up unless its experiment stands there: then the run is the reader's work on it, and stays. */
  enter(opened: Opened): void;
  setUpAgain(opened: Opened): void;
  /** The task is done, or the question answered. */
  finish(link: string): void;
}

/** The number of the step, up to this one, that opens its experiment; 0 if none does. */
const openingStep = ({ step, steps }: Opened): number =>
  steps.slice(0, step).findLastIndex(({ setup }) => setup?.open !== undefined) + 1;

/** Empty where the step is about whatever run there is. */
const experimentOf = (opened: Opened): Purpose => {
  const opening = openingStep(opened);
  return opening === 0 ? "" : stepLink(opened.name, opening);
};

const setupsOf = (steps: readonly Step[]): Arrangement[] => steps.flatMap(({ setup }) => setup ?? []);

/** What steps 1 to n set up one after the other; none of what comes before the last experiment matters. */
export const setupsUpTo = (opened: Opened): Arrangement[] =>
  setupsOf(opened.steps.slice(Math.max(0, openingStep(opened) - 1), opened.step));

/** Where in the page a new experiment is looked at from: the beginning of each view. */
const beginning = { phase: start.phase, focus: start.focus, other: start.other };

/** Where in the page they lead to all together. */
const placeAfter = (setups: readonly Arrangement[]): Partial<Place> => Object.assign({}, ...setups.map(({ place }) => place));

export function createSession(playground: Playground): LessonSession {
  const progress = createProgress();
  const here = signal("");
  const done = signal<ReadonlySet<string>>(new Set());
  const leftWith = signal<string | null>(null);
  /** The lesson that is open, and up to which of its steps the setups were carried out. */
  let lesson = "";
  let reached = 0;
  /** The settings with which steps were left since the experiment was set up. */
  const left = new Map<string, string>();

  /** `stay`: where in the page the reader is stays as it is. */
  const arrange = (setups: readonly Arrangement[], setFor: Purpose, stay = false): void => {
    playground.point("");
    for (const { place, ...setup } of setups) {
      const isNew = setup.open !== undefined;
      const at = playground.place.peek();
      const there = isNew ? { ...start, view: at.view, lesson: at.lesson, ...place } : place;
      const speed = setup.speed === undefined && isNew ? { speed: usualSpeed } : {};
      playground.arrange({ ...setup, ...speed, lent: true, setFor, place: stay ? {} : there });
      if (isNew) playground.changes.begin();
    }
  };
  const setUp = (opened: Opened, stay = false): void => {
    done.value = new Set();
    leftWith.value = null;
    left.clear();
    reached = opened.step;
    arrange(setupsUpTo(opened), experimentOf(opened), stay);
  };
  const forget = (link: string): void => {
    done.value = new Set([...done.peek()].filter((other) => other !== link));
  };
  const showView = (view: Place["view"] | undefined): void => {
    if (view !== undefined && view !== playground.place.peek().view) playground.arrange({ place: playground.entering(view) });
  };

  /** To steps that come next in the experiment on screen. */
  const goForward = (opened: Opened): void => {
    const { name, step, steps } = opened;
    const ahead = setupsOf(steps.slice(reached, step));
    reached = step;
    forget(stepLink(name, step));
    arrange(ahead, experimentOf(opened));
    showView(placeAfter(setupsUpTo(opened)).view);
  };
  /** To a step that has been set up before in the experiment on screen. */
  const goBack = (opened: Opened): void => {
    const { name, step, steps } = opened;
    // What a later setup has done to the run cannot be taken back.
    if (setupsOf(steps.slice(step, reached)).some(({ change, train }) => change !== undefined || train !== undefined)) {
      setUp(opened);
      return;
    }
    const setups = setupsUpTo(opened);
    if (setups.length > 0) arrange([{ place: { ...beginning, ...placeAfter(setups) } }], experimentOf(opened));
    // What was said when it was done is about other settings.
    const link = stepLink(name, step);
    const settings = left.get(link) ?? null;
    leftWith.value = settings;
    if (settings !== null && settings !== playground.run.peek()?.link) forget(link);
  };
  const goOn = (opened: Opened, isSame: boolean): void => {
    if (isSame) showView(placeAfter(setupsUpTo(opened)).view);
    else if (opened.step > reached) goForward(opened);
    else goBack(opened);
  };

  /** Where the address has led here: what the reader had made of the experiment stays theirs, the rest is set up. */
  const arrive = (opened: Opened, isLink: boolean, anew: boolean): void => {
    const experiment = experimentOf(opened);
    const setFor = playground.setFor.peek();
    if (isLink) setUp(opened);
    else if (anew || (playground.asArranged.peek() && ![experiment, ""].includes(setFor))) setUp(opened, true);
    else {
      reached = Math.max(reached, opened.step);
      if (setFor === "") playground.claim(experiment);
    }
  };

  return {
    progress,
    here,
    done,
    leftWith,
    enter: (opened) =>
      batch(() => {
        const { name, step } = opened;
        const link = stepLink(name, step);
        const before = here.peek();
        if (before !== link) {
          left.set(before, playground.run.peek()?.link ?? "");
          leftWith.value = null;
        }
        here.value = link;
        progress.open(playground.place.peek().lesson);
        const isOther = name !== lesson;
        lesson = name;
        if (isOther) reached = 0;
        const arrival = playground.arrival.peek();
        const experiment = experimentOf(opened);
        if (arrival !== null && arrival.lesson === playground.place.peek().lesson)
          arrive(opened, arrival.visit === "link", arrival.anew);
        else if (experiment !== "" && (isOther || playground.setFor.peek() !== experiment)) setUp(opened);
        else goOn(opened, before === link);
      }),
    setUpAgain: (opened) => batch(() => setUp(opened)),
    finish: (link) => {
      done.value = new Set([...done.peek(), link]);
      progress.finish(link);
    },
  };
}
