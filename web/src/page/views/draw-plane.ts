/** What lies under and over points that are being drawn: the axes, and the place where the next point goes. */
import { minus } from "../format";
import type { Palette } from "./palette";

/** The axes of x and y with their ends, on a canvas of `size` pixels a side, `ratio` to a CSS pixel, which shows -half to half in both. */
export function drawAxes(context: CanvasRenderingContext2D, size: number, ratio: number, half: number, palette: Palette): void {
  context.clearRect(0, 0, size, size);
  context.strokeStyle = palette.line;
  context.lineWidth = Math.max(1, size / 400);
  context.beginPath();
  context.moveTo(size / 2, 0);
  context.lineTo(size / 2, size);
  context.moveTo(0, size / 2);
  context.lineTo(size, size / 2);
  context.stroke();
  const [near, far] = [6 * ratio, size - 6 * ratio];
  const end = String(Number(half.toPrecision(3)));
  context.fillStyle = palette.soft;
  context.font = `${11 * ratio}px system-ui, sans-serif`;
  context.textBaseline = "top";
  context.textAlign = "left";
  context.fillText(minus(`-${end}`), near, size / 2 + near);
  context.fillText(`y ${end}`, size / 2 + near, near);
  context.textAlign = "right";
  context.fillText(`x ${end}`, far, size / 2 + near);
  context.textAlign = "left";
  context.textBaseline = "bottom";
  context.fillText(minus(`-${end}`), size / 2 + near, far);
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
