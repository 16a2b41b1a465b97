/**
 * What becomes of training in a tab that nobody sees. Usually it waits: it would take the processor and the battery from whatever is
 * looked at, and the reader comes back to the network that they left. Whoever wants a long run done meanwhile lets it go on.
 */
import { effect } from "@preact/signals";
import type { Playground } from "./state/playground";

const key = "goOnHidden";

export function installHiddenTab({ whileHidden: { goesOn, setGoesOn, hold } }: Playground): void {
  // The choice stays in this browser where it allows that: private windows may have no storage or refuse it.
  try {
    setGoesOn(localStorage.getItem(key) === "yes");
    effect(() => localStorage.setItem(key, goesOn.value ? "yes" : "no"));
  } catch {
    // Then it lasts as long as the page.
  }
  document.addEventListener("visibilitychange", () => hold(document.hidden && !goesOn.peek()));
}
