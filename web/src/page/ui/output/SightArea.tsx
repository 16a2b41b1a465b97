import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { formatNumber, minus } from "../../format";
import type { PlaneWindow } from "../../views/plane-window";
import { usePlayground } from "../context";
import { usePlaneGestures } from "./gestures";

/** Around the plane's pictures: what zooms and moves them. */
export function SightArea({ planeHalf, children }: { planeHalf: number; children: ComponentChildren }) {
  const { sight } = usePlayground();
  const element = useRef<HTMLDivElement>(null);
  usePlaneGestures(element, sight);
  const label = useComputed(() => {
    const keys = "Keys: + and − zoom, 0 shows the whole plane";
    if (sight.zoom.value === 1) return `The plane. ${keys}.`;
    return `The plane, enlarged: ${reachWords(sight.window.value, planeHalf)}. ${keys}, arrows move.`;
  });
  return (
    <div
      ref={element}
      class="sight"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is zoomed and moved by keyboard
      tabIndex={0}
      aria-label={label}
      data-zoomed={useComputed(() => (sight.zoom.value > 1 ? "" : undefined))}
      data-spot="plane"
    >
      {children}
      <Reach planeHalf={planeHalf} />
    </div>
  );
}

/** Over a part of the plane, which part that is; the area's own name says so too. */
function Reach({ planeHalf }: { planeHalf: number }) {
  const { sight } = usePlayground();
  const text = useComputed(() => {
    const { x, y, half } = sight.window.value;
    // Two digits of what is in sight: of a place far out they would not tell its two ends apart.
    const decimals = Math.max(0, 1 - Math.floor(Math.log10(2 * half * planeHalf)));
    const end = (place: number): string => minus(String(Number((place * planeHalf).toFixed(decimals))));
    const ends = (centre: number): string => `${end(centre - half)} … ${end(centre + half)}`;
    return sight.zoom.value === 1 ? "" : `x₁ ${ends(x)},  x₂ ${ends(y)}`;
  });
  return (
    <span class="reach" aria-hidden="true">
      {text}
    </span>
  );
}

/** "x₁ from 0.5000 to 2.500, x₂ from −1.500 to 0.5000" */
export function reachWords({ x, y, half }: PlaneWindow, planeHalf: number): string {
  const ends = (centre: number): string =>
    `from ${formatNumber((centre - half) * planeHalf)} to ${formatNumber((centre + half) * planeHalf)}`;
  return `x₁ ${ends(x)}, x₂ ${ends(y)}`;
}
