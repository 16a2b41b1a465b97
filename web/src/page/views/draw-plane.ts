/** What lies under and over points that are being drawn: the axes, and the place where the next point goes. */
import type { Palette } from "./palette";

/** A canvas of `size` pixels a side, which shows -half to half in x and in y. */
export function drawAxes(context: CanvasRenderingContext2D, size: number, palette: Palette): void {
  context.clearRect(0, 0, size, size);
  context.strokeStyle = palette.line;
  context.lineWidth = Math.max(1, size / 400);
  context.beginPath();
  context.moveTo(size / 2, 0);
  context.lineTo(size / 2, size);
  context.moveTo(0, size / 2);
  context.lineTo(size, size / 2);
  context.stroke();
}

/** A cross at (x, y) within a circle that reaches `reach` far; null takes it away. */
export function drawCross(
  context: CanvasRenderingContext2D,
  size: number,
  at: readonly [x: number, y: number] | null,
  reach: number,
  half: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, size, size);
  if (at === null) return;
  const scale = size / (2 * half);
  const [x, y] = [(at[0] + half) * scale, (half - at[1]) * scale];
  const arm = size / 40;
  context.strokeStyle = palette.ink;
  context.lineWidth = Math.max(1, size / 250);
  context.beginPath();
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  context.moveTo(x, y - arm);
  context.lineTo(x, y + arm);
  context.stroke();
  if (reach === 0) return;
  context.strokeStyle = palette.soft;
  context.beginPath();
  context.arc(x, y, reach * scale, 0, 2 * Math.PI);
  context.stroke();
}
