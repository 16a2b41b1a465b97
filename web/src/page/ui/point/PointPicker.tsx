/** Over the plane's pictures: a click, a tap or the arrow keys choose a point, which is ringed. */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { Run } from "../../state/playground";
import { shownPoints } from "../../state/points";
import { scaled } from "../../views/plane-window";
import { drawRing } from "../../views/point-ring";
import { pointPixels } from "../../views/points";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { palette } from "../palette";
import { type Direction, nearest, nextIn, type Seen } from "./nearest";

interface PointPickerProps {
  run: Run;
  /** Its number; null while none is chosen. */
  chosen: ReadonlySignal<number | null>;
  choose(index: number | null): void;
}

/** How far from a point a click still means it, in CSS pixels: a fingertip is wider than a pointer. */
const reachOf = ({ pointerType }: PointerEvent): number => (pointerType === "touch" ? 22 : 12);

const directions: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

export function PointPicker({ run, chosen, choose }: PointPickerProps) {
  const { sight, seal } = usePlayground();
  const isNear = useSignal(false);
  const index = chosen.value;
  /** The points in sight, on a plane of `size` pixels a side. */
  const inSight = (size: number): Seen[] => {
    const window = scaled(sight.window.peek(), run.planeHalf);
    const points = shownPoints(run.points, seal.visible.peek());
    return Array.from({ length: points.length / 4 }, (_, index) => ({
      index,
      at: pointPixels(window, size, points, index),
    })).filter(({ index, at: [x, y] }) => (points[4 * index + 3] as number) <= 2 && x >= 0 && y >= 0 && x <= size && y <= size);
  };
  const under = (event: PointerEvent | MouseEvent): Seen | null => {
    const element = event.currentTarget as HTMLElement;
    const { left, top } = element.getBoundingClientRect();
    return nearest(inSight(element.clientWidth), [event.clientX - left, event.clientY - top], reachOf(event as PointerEvent));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const direction = directions[event.key];
    if (event.key === "Escape" && chosen.peek() !== null) choose(null);
    else if (direction !== undefined) {
      const size = (event.currentTarget as HTMLElement).clientWidth;
      const seen = inSight(size);
      const now = seen.find(({ index }) => index === chosen.peek());
      const next = now === undefined ? nearest(seen, [size / 2, size / 2]) : nextIn(seen, now, direction);
      if (next !== null) choose(next.index);
    } else return;
    event.preventDefault();
  };
  return (
    <div
      class={isNear.value ? "point-picker near" : "point-picker"}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from point to point
      tabIndex={0}
      aria-label="The points on the plane: the arrow keys go from point to point, Escape lets go."
      data-spot="points-on-plane"
      onClick={(event) => choose(under(event)?.index ?? null)}
      onPointerMove={(event) => {
        isNear.value = event.buttons === 0 && under(event) !== null;
      }}
      onKeyDown={onKey}
    >
      {index !== null && (
        <Canvas
          draw={(context, size) => {
            const at = pointPixels(scaled(sight.window.value, run.planeHalf), size, run.points, index);
            drawRing(context, size, at, palette.value);
          }}
        />
      )}
    </div>
  );
}
