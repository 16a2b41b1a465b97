import { useLayoutEffect, useRef } from "preact/hooks";

/** What is wider than its room is moved with the arrow keys itself. */
const scrolls = (element: Element): boolean => element.matches("[tabindex]") && element.scrollWidth > element.clientWidth + 1;

/** The arrow keys turn the pages of a view, wherever they have no meaning of their own: one on to the right, one back to the left. */
export function useArrowKeys(turn: (steps: 1 | -1) => void): void {
  const latest = useRef(turn);
  latest.current = turn;
  // As soon as the view is there, not once it has been painted.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest("input, select, textarea, dialog, [role=slider]")) return;
      if (event.target instanceof Element && scrolls(event.target)) return;
      const steps = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (steps === 0) return;
      event.preventDefault();
      latest.current(steps);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
