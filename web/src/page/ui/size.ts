import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

/** The room inside an element, in CSS pixels; 0 before it is on screen. */
export function useSize(element: { current: HTMLElement | null }): ReadonlySignal<{ width: number; height: number }> {
  const size = useSignal({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const shown = element.current;
    if (shown === null) return;
    const observer = new ResizeObserver(() => {
      size.value = { width: shown.clientWidth, height: shown.clientHeight };
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  return size;
}
