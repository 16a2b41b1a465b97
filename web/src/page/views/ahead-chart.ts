/** The cost along the next step: the curve it is, the straight line that the gradient foretells, and where the step ends. */
import type { Palette } from "./palette";

export interface Ahead {
  /** C at w + s dw, for s at equal distances from 0 to `furthest`. */
  costs: Float64Array;
  furthest: number;
  /** grad C . dw and what C does by the end of the step. */
  predicted: number;
  actual: number;
}

export function drawAhead(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  { costs, furthest, predicted, actual }: Ahead,
  palette: Palette,
): void {
  context.clearRect(0, 0, width, height);
  const begin = costs[0] ?? Number.NaN;
  const finite = Array.from(costs).filter(Number.isFinite);
  if (!Number.isFinite(begin) || !Number.isFinite(predicted)) return;
  const foretold = begin + furthest * predicted;
  const low = Math.min(...finite, foretold);
  const high = Math.max(...finite, foretold);
  const margin = 9 * ratio;
  const x = (s: number): number => margin + (s / furthest) * (width - 2 * margin);
  const y = (cost: number): number => height - margin - ((cost - low) / (high - low || 1)) * (height - 2 * margin);

  context.lineWidth = ratio;
  context.strokeStyle = palette.line;
  context.beginPath();
  context.moveTo(x(1), 0);
  context.lineTo(x(1), height);
  context.stroke();

  context.strokeStyle = palette.soft;
  context.setLineDash([5 * ratio, 4 * ratio]);
  context.lineWidth = 1.5 * ratio;
  context.beginPath();
  context.moveTo(x(0), y(begin));
  context.lineTo(x(furthest), y(foretold));
  context.stroke();
  context.setLineDash([]);

  context.strokeStyle = palette.accent;
  context.lineWidth = 2 * ratio;
  context.beginPath();
  costs.forEach((cost, i) => {
    if (Number.isFinite(cost)) context.lineTo(x((furthest * i) / (costs.length - 1)), y(cost));
  });
  context.stroke();

  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5 * ratio;
  context.beginPath();
  context.arc(x(1), y(begin + predicted), 4.5 * ratio, 0, 2 * Math.PI);
  context.stroke();
  if (!Number.isFinite(actual)) return;
  context.fillStyle = actual > 0 ? palette.warning : palette.accent;
  context.beginPath();
  context.arc(x(1), y(begin + actual), 4 * ratio, 0, 2 * Math.PI);
  context.fill();
}
