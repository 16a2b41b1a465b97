/** What becomes of training in a tab that nobody sees; see page/hidden-tab.ts. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Command } from "../../protocol";

export interface WhileHidden {
  /** Whether training goes on. */
  goesOn: ReadonlySignal<boolean>;
  setGoesOn(goesOn: boolean): void;
  /** Whether training waits now. */
  hold(holds: boolean): void;
}

export function createWhileHidden(send: (command: Command) => void): WhileHidden {
  const goesOn = signal(false);
  return {
    goesOn,
    setGoesOn: (value) => {
      goesOn.value = value;
    },
    hold: (holds) => send({ type: "hold", holds }),
  };
}
