import { halfOf } from "../../own/drawing";
import type { OwnPoints } from "../../own/own";
import { drawSample } from "../../views/points";
import { Canvas } from "../Canvas";
import { palette } from "../palette";

/** A small picture of points. */
export function Preview({ points: { kind, points } }: { points: OwnPoints }) {
  const flat = Float32Array.from(points.flat());
  const classes = kind === "values" ? 0 : points.reduce((most, [, , label]) => Math.max(most, label + 1), 2);
  const most = points.reduce((size, [, , label]) => Math.max(size, Math.abs(label)), 1e-6);
  const half = 1.05 * halfOf(points, 1);
  return (
    <Canvas
      class="preview"
      describe={() => `A picture of the ${points.length} points, from −${half.toFixed(1)} to ${half.toFixed(1)} in x and y.`}
      draw={(context, size) => drawSample(context, size, flat, { classes, most }, half, palette.value)}
    />
  );
}
