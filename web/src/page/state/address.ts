/** Keeps the address bar, the experiment and the place in the page the same; Back and Forward open others. */
import { effect } from "@preact/signals";
import { type Place, readLink, writeLink } from "./place";
import type { Playground } from "./playground";

/** Changes closer together than this, such as a slider's, are one step for the Back button; browsers limit such steps. */
const quietMilliseconds = 250;

const linkInAddress = (): string => location.hash.slice(1);

/** Whether going from one to the other is a step for the Back button; turning a page of the microscope is none. */
const isStep = (from: Place, to: Place): boolean => from.view !== to.view || from.lesson !== to.lesson;

export function keepAddress(playground: Playground): void {
  let timer = 0;

  effect(() => {
    const run = playground.run.value;
    const place = playground.place.value;
    clearTimeout(timer);
    if (run === null) return;
    const link = writeLink(place, run.link);
    if (link === linkInAddress()) return;
    const now = readLink(linkInAddress());
    const changed = run.by === "change" && now.settings !== run.link;
    // A link that was opened gets its full and proper form; a change is a step of its own.
    if (isStep(now.place, place)) history.pushState(null, "", `#${link}`);
    else if (changed) timer = window.setTimeout(() => history.pushState(null, "", `#${link}`), quietMilliseconds);
    else history.replaceState(null, "", `#${link}`);
  });

  const open = (): void => {
    const { place, settings } = readLink(linkInAddress());
    playground.go(place);
    if (playground.run.value?.link !== settings) playground.open(settings);
  };
  addEventListener("popstate", () => {
    clearTimeout(timer);
    open();
  });
  open();
}
