/** What the worker was asked for and has not answered yet; it answers in the order in which it was asked. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Experiment } from "../../../../bindings/backprop";
import type { Place } from "./place";
import type { Purpose, Run } from "./playground";

export interface Asked {
  /** The link of the run on screen, or of the one that is on its way there. */
  heading: ReadonlySignal<string | null>;
  /** What that run was set up for, */
  setFor: ReadonlySignal<Purpose>;
  /** and the one on screen. */
  present: Signal<Purpose>;
  /** Where in the page the runs on their way lead. */
  leadsTo: ReadonlySignal<Partial<Place>>;
  /** Whether another run is on its way. */
  isOpening(): boolean;
  /** Another run, and where in the page to go once it is there. What was still to be asked of the one before never is. */
  forRun(link: string, setFor: Purpose, to?: Partial<Place>): void;
  /** The run that is on screen or on its way there is for this. */
  claim(setFor: Purpose): void;
  /** A change of settings. */
  forChange(): void;
  /** The reader has gone elsewhere meanwhile: the runs on their way lead to no other place any more. */
  stay(): void;
  /** Does so with the settings that there are once everything is answered: at once, or in `goOn`. */
  afterwards(act: (now: Experiment) => void): void;
  goOn(): void;
  /** It was answered; where to go, if it was a run. */
  answered(by: Run["by"]): Partial<Place> | null;
  /** The worker has died, and the next one was not asked again. */
  forget(): void;
}

export function createAsked(run: ReadonlySignal<Run | null>): Asked {
  const runs = signal<readonly { link: string; setFor: Purpose; to: Partial<Place> }[]>([]);
  const present = signal<Purpose>("");
  let changes = 0;
  let later: ((now: Experiment) => void)[] = [];
  const isOpening = (): boolean => runs.peek().length > 0;
  const goOn = (): void => {
    while (changes === 0 && !isOpening() && run.peek() !== null && later.length > 0)
      later.shift()?.((run.peek() as Run).experiment);
  };
  return {
    heading: computed(() => runs.value.at(-1)?.link ?? run.value?.link ?? null),
    setFor: computed(() => runs.value.at(-1)?.setFor ?? present.value),
    leadsTo: computed(() => Object.assign({}, ...runs.value.map(({ to }) => to))),
    present,
    isOpening,
    forRun: (link, setFor, to = {}) => {
      later = [];
      runs.value = [...runs.value, { link, setFor, to }];
    },
    claim: (setFor) => {
      const last = runs.value.at(-1);
      if (last === undefined) present.value = setFor;
      else runs.value = runs.value.with(-1, { ...last, setFor });
    },
    forChange: () => {
      changes += 1;
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
      // Asked for twice, as of a worker that has died and of the next, it is answered twice.
      if (by === "change") changes = Math.max(0, changes - 1);
      if (by === "change" || by === "restore") return null;
      const [first, ...rest] = runs.value;
      runs.value = rest;
      if (first === undefined) return {};
      present.value = first.setFor;
      return first.to;
    },
    forget: () => {
      runs.value = [];
      changes = 0;
      later = [];
    },
  };
}
