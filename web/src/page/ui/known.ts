/** Says so if a link that has just been opened names something in a view that is not there, of which the view shows the first. */
import { useEffect } from "preact/hooks";
import { usePlayground } from "./context";

/**
 * `name` as it stands in the link's `field`, empty where it does not; in what the reader comes back to it may be another view's.
 * `isKnown` is null until there is a reading that tells.
 */
export function useKnown(field: "phase" | "focus", name: string, isKnown: boolean | null): void {
  const { arranged, arranging, arrival, warn } = usePlayground();
  // The network that a phase is of comes after the phase.
  const isOpen = isKnown !== null && !arranging.value;
  useEffect(() => {
    if (!isOpen || name === "" || isKnown || !arranged.peek() || arrival.peek()?.visit !== "link") return;
    warn(`There is no ${field} “${name}” here; what comes first is shown.`);
  }, [name, isOpen]);
}
