/**
 * Where what a worker was asked for last has killed it twice, the next one has the runs as they were when one last said how
 * everything stands. What the page alone knows of them goes back to that moment too.
 */
import type { Signal } from "@preact/signals";
import type { Asked } from "./asked";
import type { Keeping } from "./kept";
import type { Past } from "./past";
import type { Place } from "./place";
import { alwaysOpen } from "./seal";
import type { Shown } from "./shown";

interface GoingBack {
  /** The worker has said how everything stands, after everything that it has answered. */
  saved(): void;
  /** What it was asked for will not be done, not even by the next one. */
  undone(): void;
  /** The next one has what was saved; it was asked for all that is still to come after that. */
  wentBack(): void;
}

/** What of the page is about the runs. */
interface Known {
  asked: Asked;
  keeping: Keeping;
  past: Signal<Past>;
  place: Signal<Place>;
  shown: Pick<Shown, "pinned" | "pin">;
}

export function createGoingBack({ asked, keeping, past, place, shown }: Known): GoingBack {
  const runs = () => ({ kept: keeping.kept.value, past: past.value, begun: asked.present.value });
  const look = () => ({ pinned: shown.pinned.value, place: place.value });
  let saved = { ...runs(), ...look() };
  return {
    saved: () => {
      // The page may look already as the run on its way will have it.
      saved = { ...saved, ...runs(), ...(asked.isOpening() ? {} : look()) };
    },
    undone: () => {
      asked.forget();
      keeping.forget();
    },
    wentBack: () => {
      keeping.putBack(saved.kept);
      past.value = saved.past;
      asked.present.value = saved.begun;
      if (asked.isOpening()) return;
      shown.pin(saved.pinned);
      const { seal, sight, watch } = saved.place;
      place.value = { ...place.value, sight, watch, seal: place.value.seal === alwaysOpen ? alwaysOpen : seal };
    },
  };
}
