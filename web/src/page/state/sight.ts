/**
 * Which part of the plane the Play view shows: in units of the plane's reach, so that it means something for every data set. It
 * stands in the link (`Place.sight`) as "x,y,zoom": the middle, from -1 to 1, and how many times larger than the whole plane.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type PlaneRequest, usualPlaneRequest } from "../../protocol";
import { mostZoom, moved, type PlaneWindow, type Position, wholePlane, zoomed, zoomOf } from "../views/plane-window";
import { type Place, start } from "./place";

export interface PlaneSight {
  /** Of a plane that reaches 1 from the origin; see `scaled`. */
  window: ReadonlySignal<PlaneWindow>;
  zoom: ReadonlySignal<number>;
  /** `factor` times larger, keeping the place `at` (of that plane) where it is; without it, the middle. */
  zoomBy(factor: number, at?: Position): void;
  moveBy(by: Position): void;
  showWhole(): void;
  /** Its picture has so many CSS pixels a side; null when it is gone, and nobody looks closer. */
  drawOn(pixels: number | null): void;
}

const whole = wholePlane(1);
const number = /^-?\d{1,2}(\.\d{1,9})?$/;

/** null for what is no part of the plane. */
export function readSight(text: Place["sight"]): PlaneWindow | null {
  if (text === start.sight) return whole;
  const parts = text.split(",");
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = parts.map((part) =>
    number.test(part) ? Number(part) : Number.NaN,
  );
  if (parts.length !== 3 || !(Math.abs(x) <= 1 && Math.abs(y) <= 1 && zoom >= 1 && zoom <= mostZoom)) return null;
  return moved({ x, y, half: 1 / zoom }, 1, [0, 0]); // no further than to the plane's edges
}

/** To a twentieth of a pixel where one looks the closest. */
function writeSight(window: PlaneWindow): Place["sight"] {
  const [x, y, zoom] = [window.x, window.y, zoomOf(window, 1)].map((value) => Number(value.toFixed(5)));
  return zoom === 1 ? start.sight : [x, y, zoom].join();
}

/** `look` is told what there is to see, whenever that changes. */
export function createPlaneSight(place: Signal<Place>, look: (request: PlaneRequest) => void): PlaneSight {
  const text = computed(() => place.value.sight);
  const window = computed(() => readSight(text.value) ?? whole);
  const zoom = computed(() => zoomOf(window.value, 1));
  const show = (next: PlaneWindow): void => {
    const sight = writeSight(next);
    if (sight !== text.peek()) place.value = { ...place.peek(), sight };
  };
  const pixels = signal<number | null>(null);
  let told = usualPlaneRequest;
  effect(() => {
    const wanted = pixels.value === null ? usualPlaneRequest : { window: window.value, resolution: pixels.value };
    if (!isSame(wanted, told)) look(wanted);
    told = wanted;
  });
  return {
    window,
    zoom,
    zoomBy: (factor, at = [window.peek().x, window.peek().y]) => show(zoomed(window.peek(), 1, factor, at)),
    moveBy: (by) => show(moved(window.peek(), 1, by)),
    showWhole: () => show(whole),
    drawOn: (size) => {
      pixels.value = size;
    },
  };
}

const isSame = (a: PlaneRequest, b: PlaneRequest): boolean =>
  a.resolution === b.resolution && a.window.x === b.window.x && a.window.y === b.window.y && a.window.half === b.window.half;
