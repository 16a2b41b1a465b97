/** From view to view. */
import type { Signal } from "@preact/signals";
import type { Place, View } from "./place";

interface Moving {
  /** Where going to that view leads: each view's phase means nothing to the others, and readers come back to where they were. */
  entering(view: View): Place;
  go(to: Partial<Place>): void;
}

export function createMoving(place: Signal<Place>): Moving {
  const phases = new Map<View, string>();
  const entering = (view: View): Place => ({
    ...place.value,
    view,
    phase: view === place.value.view ? place.value.phase : (phases.get(view) ?? ""),
  });
  return {
    entering,
    go: (to) => {
      const { view, phase } = place.value;
      const from = to.view === undefined ? {} : entering(to.view);
      if (to.view !== undefined) phases.set(view, phase);
      place.value = { ...place.value, ...from, ...to };
    },
  };
}
