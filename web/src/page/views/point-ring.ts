import type { Palette } from "./palette";
import type { Position } from "./plane-window";

/** A ring around the chosen point, on a canvas of `size` pixels a side. */
export function drawRing(context: CanvasRenderingContext2D, size: number, at: Position, palette: Palette): void {
  context.clearRect(0, 0, size, size);
  const ring = (radius: number, width: number, colour: string): void => {
    context.beginPath();
    context.arc(at[0], at[1], radius, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  };
  // Light around dark is seen on every colour.
  ring(size / 38, size / 75, palette.card);
  ring(size / 38, size / 150, palette.ink);
}
