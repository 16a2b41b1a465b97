/** Says so if a link that has just been opened names something in a view that is not there, of which the view shows the first. */
import { useEffect } from "preact/hooks";
import { usePlayground } from "./context";

/** `name` as it stands in the link's `field`, empty where it does not; in what the reader comes back to it may be another view's. */
export function useKnown(field: "phase" | "focus", name: string, isKnown: boolean): void {
  const { arranged, revisited, warn } = usePlayground();
  useEffect(() => {
    if (name === "" || isKnown || !arranged.peek() || revisited.peek() !== null) return;
    warn(`There is no ${field} “${name}” here; what comes first is shown.`);
  }, [name]);
}
