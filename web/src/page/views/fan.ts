/** The gradients of mini-batches as arrows at their true angles to the full gradient, which points to the right. */
import type { Palette } from "./palette";

export interface Arrow {
  /** To the full gradient. */
  cosine: number;
  /** Length, in lengths of the full gradient. */
  length: number;
}

/** On a half-disc from 0° on the right over 90° to 180° on the left; the full gradient is drawn last, in the accent colour. */
export function drawFan(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  arrows: readonly Arrow[],
  palette: Palette,
): void {
  context.clearRect(0, 0, width, height);
  const foot = 18 * ratio;
  const x = width / 2;
  const y = height - foot;
  const radius = Math.min(width / 2 - 34 * ratio, y - 16 * ratio);
  const most = Math.max(1, ...arrows.map(({ length }) => length));
  const scale = radius / most;
  context.font = `${11 * ratio}px sans-serif`;
  context.textBaseline = "middle";
  context.fillStyle = palette.soft;
  context.strokeStyle = palette.line;
  context.lineWidth = ratio;
  for (const degrees of [0, 45, 90, 135, 180]) {
    const angle = (degrees * Math.PI) / 180;
    const across = Math.cos(angle);
    const up = Math.sin(angle);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + radius * across, y - radius * up);
    context.stroke();
    context.textAlign = across > 0.1 ? "left" : across < -0.1 ? "right" : "center";
    context.fillText(`${degrees}°`, x + (radius + 5 * ratio) * across, y - (radius + 9 * ratio) * up);
  }
  context.beginPath();
  context.arc(x, y, scale, Math.PI, 2 * Math.PI);
  context.stroke();
  context.globalAlpha = 0.7;
  for (const { cosine, length } of arrows)
    drawArrow(context, x, y, Math.acos(clamped(cosine)), length * scale, ratio, palette.ink);
  context.globalAlpha = 1;
  drawArrow(context, x, y, 0, scale, 2.2 * ratio, palette.accent);
}

export const clamped = (cosine: number): number => Math.max(-1, Math.min(1, cosine));

function drawArrow(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  weight: number,
  colour: string,
): void {
  const across = Math.cos(angle);
  const up = -Math.sin(angle);
  const head = Math.min(5 * weight, length);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = weight;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + (length - head) * across, y + (length - head) * up);
  context.stroke();
  context.beginPath();
  context.moveTo(x + length * across, y + length * up);
  for (const side of [1, -1]) {
    const back = length - head;
    const out = side * 0.45 * head;
    context.lineTo(x + back * across - out * up, y + back * up + out * across);
  }
  context.fill();
}
