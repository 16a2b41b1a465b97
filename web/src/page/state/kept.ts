/** The reader's own run, which the worker keeps while another one is lent, and what of it the page alone knows. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { NeuronPlace } from "../../protocol";
import type { Past } from "./past";
import type { Place } from "./place";

/** What of a run the page is left with once the worker has put it away. */
export interface Kept {
  link: string;
  past: Past;
  look: Look;
}

/** Which run it is, the link it had, the seal of its test set, which part of the plane is in sight, the neuron that is kept on it, and the speed. */
export type Look = Pick<Place, "seal" | "sight"> & {
  identity: string;
  link: string;
  pinned: NeuronPlace | null;
  speed: number | null;
};

export interface Keeping {
  kept: ReadonlySignal<Kept | null>;
  /** How the page looked at the run that is kept, or will be once the worker has done what it was asked for; null if none. */
  look(): Look | null;
  /** Of the same run. */
  link(): string | null;
  /** The worker was asked to lend another run: how the page looked at this one. */
  lending(look: Look): void;
  /** It has: before that, its run was this one, unless one is kept already. */
  lent(run: Omit<Kept, "look">): void;
  /** What it was asked for it will not do. */
  forget(): void;
  /** The worker keeps this one, or none any more. */
  putBack(run: Kept | null): void;
}

export function createKeeping(usual: Look): Keeping {
  const kept = signal<Kept | null>(null);
  /** Of each run that was asked for and is not there yet. Only its answer says what the run before it had become. */
  const looks: Look[] = [];
  return {
    kept,
    look: () => kept.value?.look ?? looks[0] ?? null,
    link: () => kept.value?.link ?? looks[0]?.link ?? null,
    lending: (look) => {
      looks.push(look);
    },
    lent: (run) => {
      const look = looks.shift() ?? usual;
      kept.value ??= { ...run, look };
    },
    forget: () => {
      looks.length = 0;
    },
    putBack: (run) => {
      kept.value = run;
    },
  };
}
