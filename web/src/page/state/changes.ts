/** How many settings the reader has changed since an experiment was set up. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Experiment } from "../../../../bindings/backprop";

export interface Changes {
  /** Settings that were named and now differ. What the core changes along with them, as a cost with its output, counts for nothing. */
  count: ReadonlySignal<number>;
  /** The reader asked for these settings. */
  name(settings: readonly string[]): void;
  /** From the next `settle` on; until then there are none. */
  begin(): void;
  /** What was set up is on screen. */
  settle(): void;
}

export function createChanges(now: ReadonlySignal<Experiment | undefined>): Changes {
  const before = signal<Experiment | null>(null);
  const named = signal<ReadonlySet<string>>(new Set());
  return {
    count: computed(() => {
      if (before.value === null) return 0;
      const differs = (field: string): boolean =>
        String(before.value?.[field as keyof Experiment]) !== String(now.value?.[field as keyof Experiment]);
      return [...named.value].filter(differs).length;
    }),
    name: (settings) => {
      named.value = new Set([...named.value, ...settings]);
    },
    begin: () => {
      before.value = null;
      named.value = new Set();
    },
    settle: () => {
      before.value ??= now.value ?? null;
    },
  };
}
