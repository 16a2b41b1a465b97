/**
 * Keeps the address bar, the experiment and the place in the page the same; Back and Forward open others. The address is the one of a
 * run on its way as soon as that is asked for: Back, however quick, leads to what was there before it.
 */
import { effect } from "@preact/signals";
import { isOurLink, type ReadLink, readAnyLink, readOurLink } from "./open-link";
import { type Place, readLink, writeLink } from "./place";
import { type Arrangement, forTrial, type Playground, type Run, type Visit } from "./playground";

/** Changes closer together than this, such as a slider's, are one step for the Back button; browsers limit such steps. */
const quietMilliseconds = 250;

/** What the entries in the browser's history that the reader has come through say: how they were left, and which run's settings they are. */
interface Entry {
  visit: Visit;
  run: string | null;
}

/** A link that is opened says nothing of it. */
const entryOf = (state: unknown): Entry =>
  state instanceof Object && "visit" in state ? (state as Entry) : { visit: "link", run: null };

/** The whole address that opens a link. A bare "#.." would do for a browser, but is a skip link to assistive tools. */
export const addressOf = (link: string): string => `${location.href.split("#")[0]}#${link}`;

const linkInAddress = (): string => location.hash.slice(1);

/** Whether going from one to the other is a step for the Back button; turning a page of the microscope is none. */
const isStep = (from: Place, to: Place): boolean => from.view !== to.view || from.lesson !== to.lesson;

/** And in nothing else. */
const differsInSight = (from: Place, to: Place): boolean =>
  from.sight !== to.sight && writeLink({ ...from, sight: to.sight }, "") === writeLink(to, "");

/** An address in the browser's history, and the one that `write` is still to put in its place. */
interface Unwritten {
  written: string;
  meant: string;
  write(): void;
}

export function keepAddress(playground: Playground): void {
  let timer = 0;
  /** Where the plane was dragged to, which waits for the reader to let go of it. */
  let waiting: Unwritten | null = null;
  /** Makes the step of the latest change, which waits for the changes close upon it. */
  let changing: (() => void) | null = null;
  /** The reader has gone before it was written; it is once they are back. */
  let left: Unwritten | null = null;
  /** The link in the address while it is being read: it is opened before the address may be another. */
  let reading: string | null = null;
  /**
   * The address is that of a run on its way, whose proper form is still to come: so many steps from the run on screen, if these are
   * known.
   */
  let ahead: { of: Run; steps: number } | null = null;
  /** From runs that never came to the one on screen. */
  let isReturning = false;
  /** About the link that was opened last, until they are told. */
  let remarks: string[] = [];

  const forgetWaiting = (): void => {
    clearTimeout(timer);
    waiting = null;
    changing = null;
  };

  const writeLater = (write: () => void): void => {
    timer = window.setTimeout(() => {
      forgetWaiting();
      write();
    }, quietMilliseconds);
  };

  effect(() => {
    const run = playground.run.value;
    const place = playground.destination.value;
    const settings = playground.heading.value ?? "";
    const visit: Visit = playground.asArranged.peek() ? "as arranged" : "own";
    const dragged = waiting;
    const changedBefore = changing;
    forgetWaiting();
    if (run === null || reading !== null || isReturning) return;
    const isComing = settings !== run.link;
    const hasCome = ahead !== null && !isComing;
    const steps = ahead?.of === run ? ahead.steps : 0;
    const coming = isComing ? { of: run, steps } : null;
    ahead = coming;
    if (!isComing && steps > 0) {
      isReturning = true;
      history.go(-steps);
      return;
    }
    const link = writeLink(place, settings);
    const entry: Entry = { visit, run: playground.identity.peek() };
    const replace = (): void => history.replaceState(entry, "", `#${link}`);
    if (link === linkInAddress()) {
      // What has just been set up may be what the reader had; and a link that is open is one to come back to.
      if (playground.arranged.peek()) replace();
      return;
    }
    const now = readLink(linkInAddress());
    const changed = now.settings !== settings;
    const push = (): void => {
      left = null; // there is no going forward to it any more
      history.pushState(entry, "", `#${link}`);
      if (coming !== null) coming.steps += 1;
    };
    // The plane is dragged along; browsers limit how often the address may be another.
    if (!changed && differsInSight(now.place, place)) {
      waiting = { written: linkInAddress(), meant: link, write: replace };
      writeLater(replace);
      return;
    }
    // Whoever comes back to where the plane was dragged finds it there.
    dragged?.write();
    // A link that was opened gets its full and proper form; what the reader changes is a step of its own.
    if (playground.arranged.peek() || hasCome) replace();
    else if (isStep(now.place, place) || (changed && (isComing || run.by !== "change"))) {
      changedBefore?.();
      push();
    } else if (changed) {
      changing = push;
      writeLater(push);
    } else replace();
  });

  // Once it is there: what opens it says first what there is to say of its settings, and nothing of what was said before.
  effect(() => {
    if (playground.arranging.value) return;
    for (const remark of remarks) playground.warn(remark);
    remarks = [];
  });

  /** Of the run on screen, a change of settings leads back to others that it had; what it has learned stays. */
  const changeTo = (settings: string, place: Place, run: string | null): Arrangement | null => {
    const { lesson, watch } = playground.place.peek();
    if (run !== playground.identity.peek() || place.lesson !== "" || lesson !== "" || place.watch !== watch) return null;
    return playground.isUncertain() ? null : { place, changeTo: settings };
  };
  const openRead = ({ place, settings, remarks: told }: ReadLink, { visit, run }: Entry): void => {
    remarks = visit === "link" ? told : [];
    // What a lesson or a preset had lent is lent again, and where a link leads to one, the reader's own run is kept as well.
    const isPreset = place.watch !== "";
    const lent = isPreset || (visit !== "own" && place.lesson !== "");
    const opening: Arrangement = { place, open: settings, lent, ...(isPreset && { setFor: forTrial }) };
    const isThere = playground.heading.peek() === settings;
    playground.arrange(isThere ? { place } : (changeTo(settings, place, run) ?? opening), visit);
  };
  const open = (entry: Entry): void => {
    if (entry.visit !== "link" && left !== null && linkInAddress() === left.written) {
      history.replaceState(entry, "", `#${left.meant}`);
      left = null;
    }
    const link = linkInAddress();
    reading = null;
    if (isOurLink(link)) {
      openRead(readOurLink(link), entry);
      return;
    }
    reading = link;
    void playground.load(readAnyLink(link)).then((read) => {
      // The reader may have gone to another link meanwhile.
      if (link !== reading) return;
      reading = null;
      openRead(read ?? readOurLink(link), entry);
    });
  };
  addEventListener("popstate", ({ state }) => {
    isReturning = false;
    ahead = null;
    left = waiting ?? left;
    forgetWaiting();
    open(entryOf(state));
  });
  open(entryOf(history.state));
}
