/** The reader's own points: those that are being drawn, and the way back from those in use. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Experiment } from "../../../../bindings/backprop";
import { areSame, dataOf, type OwnPoints, ownPointsOf } from "../own/own.ts";
import type { UndoHistory } from "../own/undo-history.ts";
import type { Settings } from "./settings.ts";

export interface OwnState {
  /** What is being drawn, kept while the page is open: nothing is lost when its dialog is closed. null before it was opened. */
  draft: ReadonlySignal<UndoHistory<OwnPoints> | null>;
  edit(next: UndoHistory<OwnPoints>): void;
  /** Trains on these from now on. */
  use(points: OwnPoints): void;
  /** Name of the data that were in use before; null unless those in use were taken here. */
  before: ReadonlySignal<string | null>;
  /** Back to those. */
  restore(): void;
}

/** What changes with the data: the task, and what goes with it. */
const withData = ["data", "classes", "output", "cost"] as const;

export function createOwnState(now: ReadonlySignal<Experiment | undefined>, change: (settings: Settings) => void): OwnState {
  const draft = signal<UndoHistory<OwnPoints> | null>(null);
  const taken = signal<{ from: Experiment; points: OwnPoints } | null>(null);
  return {
    draft,
    edit: (next) => {
      draft.value = next;
    },
    use: (points) => {
      const from = now.peek();
      if (from === undefined) return;
      taken.value = { from, points };
      change({ data: dataOf[points.kind], own: copyOf(points.points) });
    },
    before: computed(() => {
      const inUse = now.value && ownPointsOf(now.value);
      return taken.value !== null && inUse && areSame(inUse, taken.value.points) ? taken.value.from.data : null;
    }),
    restore: () => {
      const from = taken.peek()?.from;
      if (from === undefined) return;
      taken.value = null;
      const settings: Settings = Object.fromEntries(withData.map((name) => [name, from[name]]));
      const own = ownPointsOf(from);
      change(own === null ? settings : { ...settings, own: copyOf(own.points) });
    },
  };
}

const copyOf = (points: OwnPoints["points"]): Experiment["own"] => points.map(([...point]) => point);

/** Longer links are cut by many programs that pass them on. */
export const longestSafeLink = 8000;
