/**
 * The seal on the test set: who looks at its cost and then changes a setting, or a weight by hand, has begun to tune by it, and it
 * judges no more. Sealed, it is nowhere to be seen; opened, the page counts the changes made since. The state stands in the link
 * (`Place.seal`).
 */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Place } from "./place";

/** Empty: sealed. "0", "1", ..: opened, and so many changes since. "off": test sets are always open, and nothing is counted. */
type SealText = Place["seal"];

const opened = /^\d{1,6}$/;
export const alwaysOpen: SealText = "off";

/** Changes since the test set was opened; null while it is sealed or seals are off. */
const tunedIn = (text: SealText): number | null => (opened.test(text) ? Number(text) : null);

/** Of another test set, which nobody has looked at yet. */
export const freshSeal = (text: SealText): SealText => (text === alwaysOpen ? alwaysOpen : "");

/** Settings that draw other points altogether, and with them another test set. */
const ofOtherPoints: readonly string[] = ["data", "dataSeed", "own"];

/** Changes of the same settings closer together than this, such as a slider's, are one. */
const quietMilliseconds = 1000;

export interface Seal {
  /** Whether the test set's costs and points may be shown: opened, or never sealed. */
  visible: ReadonlySignal<boolean>;
  /** How often something was changed since it was opened; null while it is sealed or seals are off. */
  tuned: ReadonlySignal<number | null>;
  /** Whether test sets are sealed at all. */
  seals: ReadonlySignal<boolean>;
}

export function createSeal(place: ReadonlySignal<Place>): Seal & { after(settings: readonly string[]): SealText } {
  let last = { names: "", at: Number.NEGATIVE_INFINITY };
  return {
    visible: computed(() => place.value.seal === alwaysOpen || tunedIn(place.value.seal) !== null),
    tuned: computed(() => tunedIn(place.value.seal)),
    seals: computed(() => place.value.seal !== alwaysOpen),
    /** What becomes of the seal when the reader changes these settings, or this weight, now. */
    after: (settings) => {
      const seal = place.peek().seal;
      const before = last;
      last = { names: settings.join(), at: performance.now() };
      if (settings.some((name) => ofOtherPoints.includes(name))) return freshSeal(seal);
      const tuned = tunedIn(seal);
      const goesOn = last.names === before.names && last.at - before.at < quietMilliseconds && (tuned ?? 0) > 0;
      return tuned === null || goesOn ? seal : String(tuned + 1);
    },
  };
}
