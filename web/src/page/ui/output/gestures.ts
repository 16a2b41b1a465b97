/** The plane is zoomed and moved by wheel, pinch, double click and drag, and by the keys + − 0 and the arrows. */
import { useEffect } from "preact/hooks";
import type { PlaneSight } from "../../state/sight";
import { type Position, toPlane } from "../../views/plane-window";

/** Of one press of a key or button. */
export const zoomStep = 1.5;

/** A finger or the mouse trembles by so many CSS pixels; beyond that it drags. */
const tremble = 4;

export function usePlaneGestures(element: { current: HTMLElement | null }, sight: PlaneSight): void {
  useEffect(() => {
    const plane = element.current;
    if (plane === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    const size = (): number => plane.clientWidth;
    /** The place of the plane, which reaches 1, at a place of the window. */
    const placeAt = (clientX: number, clientY: number): Position => {
      const { left, top } = plane.getBoundingClientRect();
      return toPlane(sight.window.peek(), size(), [clientX - left, clientY - top]);
    };
    /** What was under the pointer stays under it. */
    const drag = (rightwards: number, downwards: number): void => {
      const perPixel = (2 * sight.window.peek().half) / size();
      sight.moveBy([-rightwards * perPixel, downwards * perPixel]);
    };

    plane.addEventListener(
      "wheel",
      (event) => {
        // A trackpad's pinch comes as a wheel with the control key. Without it the wheel scrolls, where there is anything to scroll.
        if (!event.ctrlKey && scrolls(plane) && !plane.contains(document.activeElement)) return;
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
        sight.zoomBy(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), placeAt(event.clientX, event.clientY));
      },
      { passive: false, signal },
    );

    plane.addEventListener(
      "dblclick",
      ({ clientX, clientY }) => {
        if (sight.zoom.peek() > 1) sight.showWhole();
        else sight.zoomBy(zoomStep ** 2, placeAt(clientX, clientY));
      },
      { signal },
    );

    const held = new Map<number, { x: number; y: number }>();
    let dragging = false;
    plane.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button !== 0) return;
        dragging = false;
        held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      { signal },
    );
    plane.addEventListener(
      "pointermove",
      ({ pointerId, clientX, clientY }) => {
        const before = held.get(pointerId);
        if (before === undefined) return;
        const [right, down] = [clientX - before.x, clientY - before.y];
        if (held.size === 1) {
          if (sight.zoom.peek() === 1 || (!dragging && Math.hypot(right, down) < tremble)) return;
          dragging = true;
          plane.setPointerCapture(pointerId);
          drag(right, down);
        } else {
          dragging = true;
          const other = [...held].find(([id]) => id !== pointerId)?.[1] ?? before;
          const distance = (x: number, y: number): number => Math.max(10, Math.hypot(x - other.x, y - other.y));
          drag(right / 2, down / 2);
          sight.zoomBy(
            distance(clientX, clientY) / distance(before.x, before.y),
            placeAt((clientX + other.x) / 2, (clientY + other.y) / 2),
          );
        }
        held.set(pointerId, { x: clientX, y: clientY });
      },
      { signal },
    );
    for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const)
      plane.addEventListener(type, ({ pointerId }) => held.delete(pointerId), { signal });
    // The page's own zooming would take the two fingers away.
    plane.addEventListener("touchstart", (event) => event.touches.length > 1 && event.preventDefault(), {
      passive: false,
      signal,
    });
    // What was dragged was not clicked.
    plane.addEventListener("click", (event) => dragging && event.stopPropagation(), { capture: true, signal });

    plane.addEventListener(
      "keydown",
      (event) => {
        if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
        const by = sight.window.peek().half / 3;
        const arrows: Record<string, Position> = {
          ArrowLeft: [-by, 0],
          ArrowRight: [by, 0],
          ArrowUp: [0, by],
          ArrowDown: [0, -by],
        };
        const arrow = arrows[event.key];
        if (event.key === "+" || event.key === "=") sight.zoomBy(zoomStep);
        else if (event.key === "-") sight.zoomBy(1 / zoomStep);
        else if (event.key === "0") sight.showWhole();
        else if (arrow !== undefined && sight.zoom.peek() > 1) sight.moveBy(arrow);
        else return;
        event.preventDefault();
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
}

/** Whether something around the element can be scrolled up or down. */
function scrolls(element: HTMLElement): boolean {
  const root = document.documentElement;
  if (root.scrollHeight > root.clientHeight) return true;
  for (let around = element.parentElement; around !== null && around !== root; around = around.parentElement)
    if (around.scrollHeight > around.clientHeight && ["auto", "scroll"].includes(getComputedStyle(around).overflowY))
      return true;
  return false;
}
