/** Curves by epoch or iteration, read by pointer, finger or arrow keys. */
import { type ReadonlySignal, type Signal, useComputed, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { CostChart, Curves, Line } from "../views/cost-chart";
import type { Scale } from "../views/curve-scales";
import { usePart } from "./use-part";

interface CurveChartProps {
  lines: readonly Line[];
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

/** What draws is large, and comes when there is a first curve to draw. */
export const loadDrawnCurves = async () => (await import("./DrawnCurves")).DrawnCurves;

export function CurveChart({ lines, scale = "log", curves, pointed, words, reading, tip, spot }: CurveChartProps) {
  const chart = useSignal<CostChart | null>(null);
  const last = useComputed(() => Math.max(0, curves.value.at.length - 1));
  const hasBegun = useComputed(() => last.value > 0).value;
  const DrawnCurves = usePart(hasBegun, loadDrawnCurves);

  const byTouch = useRef(false);
  const point = (record: number | null): void => {
    pointed.value = record;
    chart.peek()?.point(record);
  };
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
    point(target === null ? null : Math.min(Math.max(target, 0), last.peek()));
  };
  /** A finger that is held to the curve reads it. */
  const touch = (event: PointerEvent): void => {
    byTouch.current = event.pointerType !== "mouse";
    if (byTouch.current) chart.peek()?.pointAt(event.clientX);
  };
  return (
    <div
      class="chart"
      role="slider"
      tabIndex={0}
      aria-label={words}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={useComputed(() => pointed.value ?? last.value)}
      aria-valuetext={useComputed(() => reading(pointed.value ?? last.value))}
      data-tip={tip}
      data-tip-beside // what it reads stands above it
      data-spot={spot}
      onKeyDown={move}
      onPointerDown={touch}
      onPointerMove={touch}
      onBlur={() => point(null)}
    >
      {DrawnCurves && (
        <DrawnCurves
          key={scale}
          lines={lines}
          scale={scale}
          curves={curves}
          pointed={pointed}
          byTouch={byTouch}
          chart={chart}
        />
      )}
      {!DrawnCurves && !hasBegun && <p class="to-come">The curves begin here.</p>}
    </div>
  );
}
