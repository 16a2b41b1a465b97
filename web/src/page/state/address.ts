/** Keeps the address bar, the experiment and the place in the page the same; Back and Forward open others. */
import { effect } from "@preact/signals";
import { type Place, readLink, writeLink } from "./place";
import type { Playground } from "./playground";

/** Changes closer together than this, such as a slider's, are one step for the Back button; browsers limit such steps. */
const quietMilliseconds = 250;

/** Marks the entries in the browser's history that the reader has come through; a link that is opened has no mark. */
const ours = "visited";
const isOurs = (): boolean => history.state === ours;

/** The whole address that opens a link. A bare "#.." would do for a browser, but is a skip link to assistive tools. */
export const addressOf = (link: string): string => `${location.href.split("#")[0]}#${link}`;

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
    const changed = now.settings !== run.link;
    const push = (): void => history.pushState(ours, "", `#${link}`);
    // A link that was opened gets its full and proper form; what the reader changes is a step of its own.
    if (playground.arranged.peek()) history.replaceState(ours, "", `#${link}`);
    else if (isStep(now.place, place) || (changed && run.by !== "change")) push();
    else if (changed) timer = window.setTimeout(push, quietMilliseconds);
    else history.replaceState(ours, "", `#${link}`);
  });

  const open = (again: boolean): void => {
    const { place, settings } = readLink(linkInAddress());
    playground.arrange(playground.run.value?.link === settings ? { place } : { place, open: settings }, again);
  };
  addEventListener("popstate", () => {
    clearTimeout(timer);
    open(isOurs());
  });
  open(isOurs());
}
