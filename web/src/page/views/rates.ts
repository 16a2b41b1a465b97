/** A learning rate by epoch, as shares of the rate that it begins from, 0 to 1. */
import type { Palette } from "./palette";

export function drawRates(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  shares: ArrayLike<number>,
  palette: Palette,
): void {
  const margin = 4 * ratio;
  context.clearRect(0, 0, width, height);
  context.fillStyle = palette.line;
  context.fillRect(0, height - margin, width, ratio);
  context.beginPath();
  for (let i = 0; i < shares.length; i++)
    context.lineTo((i / (shares.length - 1)) * width, height - margin - (shares[i] as number) * (height - 2 * margin));
  context.strokeStyle = palette.accent;
  context.lineWidth = 2 * ratio;
  context.stroke();
}
