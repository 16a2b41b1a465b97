/** The plane on which points are drawn: by mouse, pen or finger, or with the keys. */
import { type Signal, useSignal } from "@preact/signals";
import { mostClasses } from "../../classes";
import { erased, halfOf, type OwnLimits } from "../../own/drawing";
import type { OwnKind, OwnPoint } from "../../own/own";
import { drawAxes, drawCross } from "../../views/draw-plane";
import { labelKind } from "../../views/labels";
import { wholePlane } from "../../views/plane-window";
import { drawPoints } from "../../views/points";
import { Canvas } from "../Canvas";
import { palette } from "../palette";
import type { Pen } from "./Tools";

interface DrawPlaneProps {
  kind: OwnKind;
  points: readonly OwnPoint[];
  limits: OwnLimits;
  /** How far an empty plane reaches. */
  usualHalf: number;
  pen: Signal<Pen>;
  /** A whole stroke is one step to undo. */
  onStroke(points: readonly OwnPoint[]): void;
}

type At = readonly [x: number, y: number];

/** In an empty plane of half 6: how far apart the brush leaves its points, how far the eraser reaches, how far a key moves. */
const spacing = 0.35;
const eraserReach = 0.45;
const keyStep = 0.5;

const round = (value: number): number => Number(value.toFixed(2));

export function DrawPlane({ kind, points, limits, usualHalf, pen, onStroke }: DrawPlaneProps) {
  const stroke = useSignal<{ points: readonly OwnPoint[]; last: At } | null>(null);
  const cursor = useSignal<At | null>(null);
  const said = useSignal("");
  const shown = stroke.value?.points ?? points;
  // The plane does not grow under the hand.
  const half = halfOf(points, usualHalf);
  const scale = half / usualHalf;
  const reach = eraserReach * scale;

  /** On the plane, and where a point may be. */
  const within = (value: number): number => {
    const most = Math.min(half, limits.number.high);
    return round(Math.min(most, Math.max(-most, value)));
  };
  const placeOf = (event: PointerEvent): At => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return [
      within(((event.clientX - box.left) / box.width) * 2 * half - half),
      within(half - ((event.clientY - box.top) / box.height) * 2 * half),
    ];
  };
  const drawnAt = (from: readonly OwnPoint[], [x, y]: At): readonly OwnPoint[] => {
    const { tool, label } = pen.peek();
    if (tool === "eraser") return erased(from, x, y, reach);
    return from.length < limits.mostPoints ? [...from, [x, y, label]] : from;
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const at = placeOf(event);
    cursor.value = null;
    stroke.value = { points: drawnAt(points, at), last: at };
  };
  const move = (event: PointerEvent): void => {
    const now = stroke.peek();
    if (now === null) return;
    const at = placeOf(event);
    const far = Math.hypot(at[0] - now.last[0], at[1] - now.last[1]) >= spacing * scale;
    if (pen.peek().tool === "brush" && !far) return;
    stroke.value = { points: drawnAt(now.points, at), last: at };
  };
  const end = (taken: boolean): void => {
    const made = stroke.peek();
    stroke.value = null;
    if (made !== null && taken) onStroke(made.points);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [x, y] = cursor.peek() ?? [0, 0];
    const step = keyStep * scale * (event.shiftKey ? 0.2 : 1);
    const moves: Record<string, At> = {
      ArrowLeft: [x - step, y],
      ArrowRight: [x + step, y],
      ArrowUp: [x, y + step],
      ArrowDown: [x, y - step],
    };
    const target = moves[event.key];
    const digit = Number(event.key);
    if (target !== undefined) {
      cursor.value = [within(target[0]), within(target[1])];
      said.value = `x ${cursor.value[0]}, y ${cursor.value[1]}`;
    } else if (event.key === " " || event.key === "Enter") {
      cursor.value = [x, y];
      onStroke(drawnAt(points, [x, y]));
      said.value = pen.peek().tool === "eraser" ? `Erased around x ${x}, y ${y}` : `Point at x ${x}, y ${y}`;
    } else if (event.key === "Delete" || event.key === "Backspace") {
      onStroke(erased(points, x, y, reach));
      said.value = `Erased around x ${x}, y ${y}`;
    } else if (kind === "classes" && digit < mostClasses) {
      pen.value = { tool: "brush", label: digit };
      said.value = `Class ${digit}`;
    } else return;
    event.preventDefault();
  };

  const flat = Float32Array.from(shown.flatMap(([x, y, label]) => [x, y, label, 0]));
  const classes = kind === "values" ? 0 : Math.max(2, ...points.map(([, , label]) => label + 1), pen.value.label + 1);
  return (
    <div
      class="draw-plane"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is operated by keys
      tabIndex={0}
      data-spot="draw-plane"
      aria-label={`Plane with ${shown.length} points, from −${half.toFixed(1)} to ${half.toFixed(1)} in x and y. Arrow keys move the cross, Shift in small steps; Space puts a point, Delete erases around the cross${kind === "classes" ? "; 0 to 5 choose the class" : ""}.`}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onKeyDown={onKey}
      onFocus={(event) => {
        if (event.currentTarget.matches(":focus-visible")) cursor.value ??= [0, 0];
      }}
      onBlur={() => {
        cursor.value = null;
      }}
    >
      <Canvas draw={(context, size, _, ratio) => drawAxes(context, size, ratio, half, palette.value)} />
      {shown.length === 0 && <p aria-hidden="true">Tap, click or draw a line: each place is a point.</p>}
      <Canvas
        draw={(context, size) =>
          drawPoints(context, size, flat, labelKind(classes, flat), wholePlane(half), half, palette.value)
        }
      />
      <Canvas
        draw={(context, size) =>
          drawCross(context, size, cursor.value, pen.value.tool === "eraser" ? reach : 0, half, palette.value)
        }
      />
      <span class="visually-hidden" aria-live="polite">
        {said}
      </span>
    </div>
  );
}
