/** Curves as uPlot draws them. */
import { type ReadonlySignal, type Signal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { CostChart, type Curves, type Line } from "../views/cost-chart";
import type { Scale } from "../views/curve-scales";
import { palette } from "./palette";

interface DrawnCurvesProps {
  lines: readonly Line[];
  /** Stays the same for as long as the chart is there. */
  scale: Scale;
  curves: ReadonlySignal<Curves>;
  /** The record under the pointer. */
  pointed: Signal<number | null>;
  /** Whether a finger pointed: a browser that makes mouse events of its touch takes that mouse away again at once. */
  byTouch: { readonly current: boolean };
  /** Gets the chart while there is one. */
  chart: Signal<CostChart | null>;
}

export function DrawnCurves({ lines, scale, curves, pointed, byTouch, chart }: DrawnCurvesProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current === null) return;
    const element = place.current;
    const chosen = pointed.peek(); // by keyboard, before this was there
    const made = new CostChart(element, lines, scale, palette.peek(), (record) => {
      if (record !== null || !byTouch.current) pointed.value = record;
    });
    made.draw(curves.peek());
    // Once uPlot has its first frame, which begins without a cursor.
    if (chosen !== null) queueMicrotask(() => made.point(chosen));
    chart.value = made;
    const observer = new ResizeObserver(() => made.resize(element.clientWidth, element.clientHeight));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      chart.value = null;
    };
  }, []);
  useSignalEffect(() => chart.value?.recolour(palette.value));
  useSignalEffect(() => chart.value?.draw(curves.value));
  return <div class="curves" ref={place} />;
}
