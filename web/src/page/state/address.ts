/** Keeps the address bar and the experiment the same: the link is always the whole experiment, Back and Forward open others. */
import { effect } from "@preact/signals";
import type { Playground } from "./playground";

/** Changes closer together than this, such as a slider's, are one step for the Back button; browsers limit such steps. */
const quietMilliseconds = 250;

const linkInAddress = (): string => location.hash.slice(1);

export function keepAddress(playground: Playground): void {
  let timer = 0;

  effect(() => {
    const run = playground.run.value;
    clearTimeout(timer);
    if (run === null || run.link === linkInAddress()) return;
    // A link that was opened gets its full and proper form; a change is a step of its own.
    if (run.by === "open") history.replaceState(null, "", `#${run.link}`);
    else timer = window.setTimeout(() => history.pushState(null, "", `#${run.link}`), quietMilliseconds);
  });

  addEventListener("popstate", () => {
    clearTimeout(timer);
    if (linkInAddress() !== playground.run.value?.link) playground.open(linkInAddress());
  });

  playground.open(linkInAddress());
}
