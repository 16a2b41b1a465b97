import { useRef } from "preact/hooks";
import { within } from "../state/settings";

interface ScrubProps {
  /** What is counted: "Neurons of layer 1". */
  label: string;
  tip: string;
  count: number;
  low: number;
  high: number;
  onChange(count: number): void;
  onStep(by: number): void;
}

/** How far one drags for one more, in CSS pixels. */
const pitch = 8;
const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 8, PageDown: -8 };

/** A number that is dragged, up or to the right for more, or changed with the arrow keys. */
export function Scrub({ label, tip, count, low, high, onChange, onStep }: ScrubProps) {
  /** Where the drag began and with which number, and what it has asked for. */
  const drag = useRef<{ x: number; y: number; from: number; asked: number } | null>(null);
  const end = (): void => {
    drag.current = null;
  };
  return (
    <span
      class="scrub"
      role="spinbutton"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={count}
      aria-valuemin={low}
      aria-valuemax={high}
      data-tip={tip}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, y: event.clientY, from: count, asked: count };
      }}
      onPointerMove={(event) => {
        const begun = drag.current;
        if (begun === null) return;
        const way = event.clientX - begun.x - (event.clientY - begun.y);
        const wanted = within(begun.from + Math.trunc(way / pitch), { low, high });
        if (wanted === begun.asked) return;
        begun.asked = wanted;
        onChange(wanted);
      }}
      onLostPointerCapture={end}
      onKeyDown={(event) => {
        const ends: Readonly<Record<string, number>> = { Home: low, End: high };
        const next = ends[event.key];
        const by = steps[event.key];
        if ((next ?? by) === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        if (next !== undefined) onChange(next);
        if (by !== undefined) onStep(by);
      }}
    >
      {count}
    </span>
  );
}
