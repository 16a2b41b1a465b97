import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

/** The room inside an element, in CSS pixels; 0 before it is on screen. */
export function useSize(element: { current: HTMLElement | null }): ReadonlySignal<{ width: number; height: number }> {
  const size = useSignal({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const shown = element.current;
    if (shown === null) return;
    let first: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      first = undefined;
      size.value = { width: shown.clientWidth, height: shown.clientHeight };
    };
    const observer = new ResizeObserver(() => {
      // What needs the room is rendered in a task of its own the first time: this one has a whole frame to draw.
      if (size.peek().width === 0) first ??= setTimeout(read);
      else read();
    });
    observer.observe(shown);
    return () => {
      clearTimeout(first);
      observer.disconnect();
    };
  }, []);
  return size;
}
