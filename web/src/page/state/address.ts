/** Keeps the address bar and the experiment the same: the link is always the whole experiment, Back and Forward open others. */
import { effect } from "@preact/signals";
import type { Playground } from "./playground";

/** Changes closer together than this, such as a slider's, are one step for the Back button. */
const oneStepMilliseconds = 700;

const linkInAddress = (): string => location.hash.slice(1);

export function keepAddress(playground: Playground): void {
  let lastChange = Number.NEGATIVE_INFINITY;
  let openedFromAddress = true;

  effect(() => {
    const link = playground.run.value?.link;
    if (link === undefined) return;
    const now = performance.now();
    const sameStep = now - lastChange < oneStepMilliseconds;
    if (link !== linkInAddress()) {
      if (openedFromAddress || sameStep) history.replaceState(null, "", `#${link}`);
      else history.pushState(null, "", `#${link}`);
      if (!openedFromAddress) lastChange = now;
    }
    openedFromAddress = false;
  });

  addEventListener("popstate", () => {
    if (linkInAddress() === playground.run.value?.link) return;
    openedFromAddress = true;
    playground.open(linkInAddress());
  });

  playground.open(linkInAddress());
}
