import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { Place } from "../state/place";

/** One part of the place: who asks for it is not rendered again when another part changes, as the sight does with every move. */
export const usePlace = <Part extends keyof Place>(place: ReadonlySignal<Place>, part: Part): Place[Part] =>
  useComputed(() => place.value[part]).value;
