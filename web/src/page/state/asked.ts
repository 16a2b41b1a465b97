/** What the worker was asked for and has not answered yet; it answers in the order in which it was asked. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Experiment } from "../../../../bindings/backprop";
import type { Place } from "./place";
import type { Purpose, Run } from "./playground";

/** What the page knows of a run from when it was begun: its name among all that were, and what it was set up for. */
interface Begun {
  identity: string;
  setFor: Purpose;
}

export interface Asked {
  /** The link of the run on screen, or of what is on its way there, as far as that is known. */
  heading: ReadonlySignal<string | null>;
  /** The run on screen, or the one on its way there; */
  last: ReadonlySignal<Begun>;
  /** and the one on screen. */
  present: Signal<Begun>;
  /** Where in the page the runs on their way lead. */
  leadsTo: ReadonlySignal<Partial<Place>>;
  /** Whether another run is on its way. */
  isOpening(): boolean;
  /** Whether nobody knows yet which settings there will be: another run is on its way, or a change. */
  isUncertain(): boolean;
  /**
   * Another run, and where in the page to go once it is there; with an identity if it is one that was there before. Changes that
   * still wait to be asked of the run on screen are dropped.
   */
  forRun(link: string, setFor: Purpose, to?: Partial<Place>, identity?: string): void;
  /** The run that is on screen or on its way there is for this. */
  claim(setFor: Purpose): void;
  /** A change of settings; to those of that link, where they are known. */
  forChange(link?: string): void;
  /** The reader has gone elsewhere meanwhile: the runs on their way lead to no other place any more. */
  stay(): void;
  /** Does so with the settings that there are once everything is answered: at once, or in `goOn`. */
  afterwards(act: (now: Experiment) => void): void;
  goOn(): void;
  /** It was answered: where to go now, and whether who asked has said all of the place. */
  answered(by: Run["by"]): { to: Partial<Place>; isPlaced: boolean };
  /** The worker has died, and the next one was not asked again. */
  forget(): void;
}

/** Another one at every call, also after a reload. */
function createIdentities(): () => string {
  let count = 0;
  return () => `${performance.timeOrigin}.${++count}`;
}

export function createAsked(run: ReadonlySignal<Run | null>): Asked {
  const nextIdentity = createIdentities();
  const runs = signal<readonly (Begun & { link: string; to: Partial<Place> })[]>([]);
  const present = signal<Begun>({ identity: "", setFor: "" });
  /** To which link, each; null where that is not known. */
  const changes = signal<readonly (string | null)[]>([]);
  let later: ((now: Experiment) => void)[] = [];
  const isOpening = (): boolean => runs.peek().length > 0;
  const goOn = (): void => {
    while (changes.peek().length === 0 && !isOpening() && run.peek() !== null && later.length > 0)
      later.shift()?.((run.peek() as Run).experiment);
  };
  return {
    heading: computed(
      () => runs.value.at(-1)?.link ?? changes.value.findLast((link) => link !== null) ?? run.value?.link ?? null,
    ),
    last: computed(() => runs.value.at(-1) ?? present.value),
    leadsTo: computed(() => Object.assign({}, ...runs.value.map(({ to }) => to))),
    present,
    isOpening,
    isUncertain: () => isOpening() || changes.peek().includes(null) || later.length > 0,
    forRun: (link, setFor, to = {}, identity = nextIdentity()) => {
      later = [];
      runs.value = [...runs.value, { link, setFor, to, identity }];
    },
    claim: (setFor) => {
      const last = runs.value.at(-1);
      if (last === undefined) present.value = { ...present.value, setFor };
      else runs.value = runs.value.with(-1, { ...last, setFor });
    },
    forChange: (link) => {
      changes.value = [...changes.value, link ?? null];
    },
    stay: () => {
      runs.value = runs.value.map((asked) => ({ ...asked, to: {} }));
    },
    afterwards: (act) => {
      later.push(act);
      goOn();
    },
    goOn,
    answered: (by) => {
      if (by === "change") {
        const [link, ...rest] = changes.value;
        changes.value = rest;
        return { to: {}, isPlaced: typeof link === "string" };
      }
      if (by === "restore") return { to: {}, isPlaced: true };
      const [first, ...rest] = runs.value;
      runs.value = rest;
      if (first === undefined) return { to: {}, isPlaced: true };
      const { identity, setFor, to } = first;
      present.value = { identity, setFor };
      return { to, isPlaced: true };
    },
    forget: () => {
      runs.value = [];
      changes.value = [];
      later = [];
    },
  };
}
