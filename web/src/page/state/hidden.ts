/** Whether training goes on in a tab that nobody sees; see page/hidden-tab.ts. */
import { type ReadonlySignal, signal } from "@preact/signals";

export interface WhileHidden {
  goesOn: ReadonlySignal<boolean>;
  setGoesOn(goesOn: boolean): void;
}

export function createWhileHidden(): WhileHidden {
  const goesOn = signal(false);
  return {
    goesOn,
    setGoesOn: (value) => {
      goesOn.value = value;
    },
  };
}
