/** Whether the first screen still says what this page is: until a lesson was opened, or the reader has had enough of it. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { lastOpen } from "../lessons/progress";

const key = "welcome";

export interface Welcome {
  isWanted: ReadonlySignal<boolean>;
  /** For good, where this browser keeps it. */
  dismiss(): void;
}

export function createWelcome(): Welcome {
  const isWanted = signal(lastOpen() === "" && !isDismissed());
  return {
    isWanted,
    dismiss: () => {
      isWanted.value = false;
      try {
        localStorage.setItem(key, "dismissed");
      } catch {
        // Then it lasts as long as the page.
      }
    },
  };
}

/** Private windows may have no storage or refuse it. */
function isDismissed(): boolean {
  try {
    return localStorage.getItem(key) === "dismissed";
  } catch {
    return false;
  }
}
