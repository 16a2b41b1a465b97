/**
 * A canvas that fits its place on screen, is drawn again whenever a signal it reads changes while it is in sight or nearly so, and
 * says in words what it shows.
 */
import { type ReadonlySignal, type Signal, signal, useSignal, useSignalEffect } from "@preact/signals";
import { useCallback, useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** What comes in sight by scrolling is drawn when it is as near as this share of the screen. */
const nearby = "20%";

export interface CanvasProps {
  class?: string;
  /** Pixels a side for a picture of fixed resolution; otherwise the device's own pixels are used. */
  pixels?: number;
  /** Draws on a canvas of width x height pixels, `ratio` of them to a CSS pixel. */
  draw(context: CanvasRenderingContext2D, width: number, height: number, ratio: number): void;
  /** Told how many CSS pixels wide it is, at first and when that changes. */
  onSize?: (width: number) => void;
  /** The text equivalent; asked for at most once a second. Left out where the words stand elsewhere. */
  describe?: () => string;
}

export function Canvas({ class: className, pixels, draw, onSize, describe }: CanvasProps) {
  const element = useRef<HTMLCanvasElement>(null);
  const size = useSignal({ width: pixels ?? 0, height: pixels ?? 0, ratio: 1 });
  const inSight = useInSight(element);

  useLayoutEffect(() => {
    const canvas = element.current;
    if (canvas === null || pixels !== undefined) return;
    const observer = new ResizeObserver(() => {
      const ratio = Math.min(devicePixelRatio, 3);
      size.value = { width: Math.round(canvas.clientWidth * ratio), height: Math.round(canvas.clientHeight * ratio), ratio };
      onSize?.(canvas.clientWidth);
    });
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [pixels]);

  // The functions of the latest rendering, as a signal: they may have closed over other properties than the first ones.
  const latest = useSignal(draw);
  latest.value = draw;
  useSignalEffect(() => {
    const canvas = element.current;
    const { width, height, ratio } = size.value;
    const paint = latest.value;
    if (canvas === null || width === 0 || height === 0 || !(inSight.value || printing.value)) return;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const context = canvas.getContext("2d");
    if (context !== null) paint(context, width, height, ratio);
  });

  useDescription(element, describe);
  return <canvas ref={element} class={className} {...(describe ? { role: "img" } : { "aria-hidden": true })} />;
}

/** Paper has all of the page. */
const printing = signal(false);
for (const when of ["beforeprint", "afterprint"])
  addEventListener(when, () => {
    printing.value = when === "beforeprint";
  });

/** Whether each is in sight; one observer for all. */
const sights = new WeakMap<Element, Signal<boolean>>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const sight = sights.get(target);
      if (sight !== undefined) sight.value = isIntersecting;
    }
  },
  { rootMargin: nearby },
);

function useInSight(element: { current: HTMLElement | null }): ReadonlySignal<boolean> {
  const sight = useSignal(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    sights.set(current, sight);
    observer.observe(current);
    return () => observer.unobserve(current);
  }, []);
  return sight;
}

/** One clock for all descriptions. */
const everySecond = new Set<() => void>();
setInterval(() => {
  for (const update of everySecond) update();
}, 1000);

/** Keeps an attribute in words up to date without flooding the page: at once, then once a second while it changes; what it returns updates it now. */
export function useDescription(
  element: { current: HTMLElement | null },
  describe: (() => string) | undefined,
  attribute: "aria-label" | "data-tip" = "aria-label",
): () => void {
  const latest = useRef(describe);
  latest.current = describe;
  const update = useCallback((): void => {
    const words = latest.current?.();
    if (words !== undefined && element.current?.getAttribute(attribute) !== words)
      element.current?.setAttribute(attribute, words);
  }, []);
  useEffect(() => {
    update();
    everySecond.add(update);
    return () => {
      everySecond.delete(update);
    };
  }, []);
  return update;
}
