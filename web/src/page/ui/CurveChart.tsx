/** Curves by epoch or iteration, read by pointer, finger or arrow keys. */
import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { CostChart, type Curves, type Line } from "../views/cost-chart";
import type { Scale } from "../views/curve-scales";
import { palette } from "./palette";

interface CurveChartProps {
  lines: readonly Line[];
  /** Stays the same for as long as the chart is there. */
  scale?: Scale;
  curves: ReadonlySignal<Curves>;
  /** The record under the pointer or chosen by keyboard. */
  pointed: Signal<number | null>;
  /** The text equivalent. */
  words: ReadonlySignal<string>;
  /** The values of a record, in words. */
  reading(record: number): string;
  tip: string;
  spot?: string;
}

export function CurveChart({ lines, scale = "log", curves, pointed, words, reading, tip, spot }: CurveChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useSignal<CostChart | null>(null);

  useLayoutEffect(() => {
    if (place.current === null) return;
    const element = place.current;
    const made = new CostChart(element, lines, scale, palette.peek(), (record) => {
      pointed.value = record;
    });
    chart.value = made;
    const observer = new ResizeObserver(() => made.resize(element.clientWidth, element.clientHeight));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, []);
  useSignalEffect(() => chart.value?.recolour(palette.value));
  useSignalEffect(() => chart.value?.draw(curves.value));

  const last = useComputed(() => Math.max(0, curves.value.at.length - 1));
  const move = (event: KeyboardEvent): void => {
    const at = pointed.peek() ?? last.peek();
    const targets: Record<string, number | null> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: last.peek(),
      Escape: null,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    chart.peek()?.point(target === null ? null : Math.min(Math.max(target, 0), last.peek()));
  };
  /** A finger that is held to the curve reads it. */
  const touch = (event: PointerEvent): void => {
    if (event.pointerType !== "mouse") chart.peek()?.pointAt(event.clientX);
  };
  return (
    <div
      class="chart"
      ref={place}
      role="slider"
      tabIndex={0}
      aria-label={words}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={useComputed(() => pointed.value ?? last.value)}
      aria-valuetext={useComputed(() => reading(pointed.value ?? last.value))}
      data-tip={tip}
      data-spot={spot}
      onKeyDown={move}
      onPointerDown={touch}
      onPointerMove={touch}
      onBlur={() => chart.peek()?.point(null)}
    />
  );
}
