/** Which part of the plane the Play view shows: in units of the plane's reach, so that it means something for every data set. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { planeResolution } from "../../protocol";
import { moved, type PlaneWindow, type Position, wholePlane, zoomed, zoomOf } from "../views/plane-window";

export interface PlaneSight {
  /** Of a plane that reaches 1 from the origin; see `scaled`. */
  window: ReadonlySignal<PlaneWindow>;
  zoom: ReadonlySignal<number>;
  /** `factor` times larger, keeping the place `at` (of that plane) where it is; without it, the middle. */
  zoomBy(factor: number, at?: Position): void;
  moveBy(by: Position): void;
  showWhole(): void;
}

/** `detail` is told how many values a side the picture of the whole plane needs to stay sharp. */
export function createPlaneSight(detail: (resolution: number) => void): PlaneSight {
  const whole = wholePlane(1);
  const window = signal<PlaneWindow>(whole);
  const show = (next: PlaneWindow): void => {
    const before = zoomOf(window.peek(), 1);
    window.value = next;
    const zoom = zoomOf(next, 1);
    if (zoom !== before) detail(Math.ceil(zoom) * planeResolution);
  };
  return {
    window,
    zoom: computed(() => zoomOf(window.value, 1)),
    zoomBy: (factor, at = [window.peek().x, window.peek().y]) => show(zoomed(window.peek(), 1, factor, at)),
    moveBy: (by) => show(moved(window.peek(), 1, by)),
    showWhole: () => show(whole),
  };
}
