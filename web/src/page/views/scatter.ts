/** Predicted against actual values: on the diagonal, a prediction is right. */
import type { LabelKind } from "./labels";
import type { Palette } from "./palette";
import { drawMarkers } from "./points";

export interface Scatter {
  /** Four numbers a point, as Session.points gives them, */
  points: Float32Array;
  /** and what the network predicts for each. */
  answers: Float64Array;
  /** Of both axes. */
  low: number;
  high: number;
}

export function drawScatter(
  context: CanvasRenderingContext2D,
  size: number,
  { points, answers, low, high }: Scatter,
  kind: LabelKind,
  palette: Palette,
): void {
  context.clearRect(0, 0, size, size);
  context.strokeStyle = palette.line;
  context.lineWidth = Math.max(1, size / 300);
  context.strokeRect(0, 0, size, size);
  context.strokeStyle = palette.control;
  context.setLineDash([size / 60, size / 60]);
  context.beginPath();
  context.moveTo(0, size);
  context.lineTo(size, 0);
  context.stroke();
  context.setLineDash([]);
  // What lies beyond is seen at the edge.
  const along = (value: number): number => Math.min(0.985, Math.max(0.015, (value - low) / (high - low))) * size;
  drawMarkers(context, size, points, kind, palette, (i) => [
    along(points[4 * i + 2] as number),
    size - along(answers[i] as number),
  ]);
}
