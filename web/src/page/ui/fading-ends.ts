/** Of a row that scrolls sideways: where it reaches beyond an end, that end fades (`data-fades`, see layout.css). */
import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** `of`: what the row shows; `settle` is called before one looks, with the row laid out. */
export function useFadingEnds(row: RefObject<HTMLElement | null>, of: readonly unknown[], settle: () => void = () => {}) {
  const fading = useSignal("");
  const look = (): void => {
    if (row.current === null) return;
    const { scrollLeft, scrollWidth, clientWidth } = row.current;
    const ends = [scrollLeft > 1 ? "left" : "", scrollLeft + clientWidth < scrollWidth - 1 ? "right" : ""];
    fading.value = ends.filter((end) => end !== "").join(" ");
  };
  useEffect(() => {
    // It is called first when the row has been laid out anyway.
    const observer = new ResizeObserver(() => {
      settle();
      look();
    });
    if (row.current) observer.observe(row.current);
    return () => observer.disconnect();
  }, of);
  return { "data-fades": fading.value || undefined, onScroll: look };
}
