/** Which run there is to be, whose it is, and where in the page: what links, lessons, presets and the reader set up. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Command } from "../../protocol";
import type { Asked } from "./asked";
import type { Keeping } from "./kept";
import { type Place, start } from "./place";
import { type Arrangement, type Arrival, forTrial, givenBack, type Playground, type Purpose, type Visit } from "./playground";
import { freshSeal } from "./seal";
import { differingSettings } from "./settings";
import type { Shown } from "./shown";

type Methods = "arrange" | "open" | "lend" | "giveBack" | "claim";
type State = "arranged" | "arranging" | "asArranged" | "arrival" | "setFor";

interface Arranging extends Pick<Playground, Methods | State> {
  /** The reader has gone elsewhere in the page; */
  moved(): void;
  /** or has set up something else. */
  changed(): void;
  /** To another step of a lesson, by themselves. */
  entered(): void;
  /** A frame is on screen that was made after the arrangement of that number; whether it is the last one. */
  showed(mark: number): boolean;
}

/** What is arranged, and by whose means. */
interface Means {
  send(command: Command): void;
  asked: Asked;
  keeping: Keeping;
  place: Signal<Place>;
  shown: Pick<Shown, "pinned" | "pin">;
  speed: ReadonlySignal<number | null>;
  setSpeed(iterationsPerSecond: number | null): void;
  pause(): void;
  sendChange(settings: string): void;
  /** What becomes of the seal when these settings are changed. */
  sealAfter(settings: readonly string[]): Place["seal"];
  /** Trains so many iterations at once, before anything else happens. */
  train(iterations: number): void;
  /** Of the present run; undefined while there is none. */
  link(): string | undefined;
  iteration(): number;
}

export function createArranging(means: Means): Arranging {
  const { send, asked, keeping, place, shown, speed, setSpeed, pause } = means;
  const arranged = signal(true);
  const asArranged = signal(true);
  const arrival = signal<Arrival | null>(null);
  /** Of arrangements, which are numbered: the last one, and the last one that a frame was made after. */
  const mark = signal(0);
  const shownMark = signal(0);
  /** Whether the last run that was arranged was begun by the address where a lesson had set it up, and nobody has done so again. */
  let isAnew = false;

  const moved = (): void => {
    arranged.value = false;
  };
  const changed = (): void => {
    moved();
    asArranged.value = false;
  };
  /** Where another run begins, nobody has looked at its test set, nor at a part of its plane. */
  const freshly = () => ({ seal: freshSeal(place.value.seal), sight: start.sight });
  const begin = (text: string, setFor: Purpose, to: Partial<Place> = {}): void => {
    pause();
    asked.forRun(text, setFor, to);
    send({ type: "open", text });
  };
  const lend = (text: string, setFor: Purpose, { seal, sight }: Place, to: Partial<Place> = {}): void => {
    pause();
    const { identity } = asked.last.value;
    keeping.lending({ identity, link: asked.heading.value ?? "", seal, sight, pinned: shown.pinned.value, speed: speed.value });
    asked.forRun(text, setFor, to);
    send({ type: "lend", text });
  };
  const giveBack = (to: Partial<Place> = {}): void => {
    pause();
    const look = keeping.look();
    if (look !== null) {
      setSpeed(look.speed);
      shown.pin(look.pinned);
    }
    const there = { ...to, ...(look && { seal: look.seal, sight: look.sight }) };
    asked.forRun(keeping.link() ?? "", givenBack, there, look?.identity);
    send({ type: "giveBack" });
  };
  /** Whether there is a run of the reader's to come back to: one that is kept already, or the present one. */
  const isLending = (isWorthKeeping: boolean): boolean =>
    keeping.look() !== null || (isWorthKeeping && ["", givenBack].includes(asked.last.value.setFor));
  /** A run that is still to come has not. */
  const hasBegun = (): boolean => !asked.isOpening() && means.iteration() > 0;
  /** By the reader, who sees what the network answers before looking at one of its neurons. */
  const beginAnother = (text: string, to: Partial<Place>, purpose: Purpose, isLent: boolean): void => {
    changed();
    const there = { ...freshly(), ...to };
    if (isLent) lend(text, purpose, place.value, there);
    else begin(text, purpose, there);
    shown.pin(null);
  };

  return {
    arranged,
    arranging: computed(() => shownMark.value < mark.value),
    asArranged,
    arrival,
    setFor: computed(() => asked.last.value.setFor),
    moved,
    changed,
    showed: (number) => {
      shownMark.value = number;
      return number === mark.value;
    },
    arrange: (
      { open, change: settings, changeTo, train, lent = false, setFor: purpose = "", speed: pace, place: to }: Arrangement,
      visit?: Visit,
    ) =>
      batch(() => {
        arranged.value = true;
        if (open !== undefined || settings !== undefined || changeTo !== undefined) asArranged.value = visit !== "own";
        const before = place.value;
        // The address says all of the place.
        if (visit !== undefined) asked.stay();
        // Whoever has looked at the test set has done so, wherever they go back to.
        const tuned =
          changeTo === undefined ? {} : { seal: means.sealAfter(differingSettings(asked.heading.value ?? "", changeTo)) };
        place.value = { ...place.value, ...(open === undefined ? {} : freshly()), ...to, ...tuned };
        // What the reader left for a while is still there to go back to.
        const isReturn = visit === "own" || visit === "as arranged";
        const isKept = open !== undefined && isReturn && open === keeping.link();
        const anew = visit === "as arranged" && (open === undefined ? isAnew && !hasBegun() : !isKept);
        if (open !== undefined) isAnew = anew;
        if (visit !== undefined) arrival.value = { lesson: place.value.lesson, visit, anew };
        mark.value += 1;
        if (isKept) giveBack();
        else if (open !== undefined) {
          // What is kept stays so on the way through the browser's history. A run that has not begun is not worth keeping.
          if ((isReturn && keeping.look() !== null) || (lent && isLending(hasBegun()))) lend(open, purpose, before);
          else begin(open, purpose);
          // Another experiment begins with its answer; on the way back the same neurons are there.
          if (!isReturn) shown.pin(null);
        }
        if (pace !== undefined) setSpeed(pace);
        if (settings !== undefined) means.sendChange(settings);
        if (changeTo !== undefined) {
          asked.forChange(changeTo);
          send({ type: "changeTo", link: changeTo });
        }
        if (train !== undefined) means.train(train);
        send({ type: "mark", mark: mark.value });
      }),
    open: (text, to = {}) => beginAnother(text, to, "", false),
    // The page as it is first opened is nobody's work.
    lend: (text, to = {}, purpose = forTrial) => beginAnother(text, to, purpose, isLending(hasBegun() || means.link() !== "")),
    giveBack: () => {
      changed();
      giveBack({ watch: start.watch });
    },
    claim: asked.claim,
    entered: () => {
      arrival.value = null;
    },
  };
}
