/** What each of the last steps was predicted to do to the cost, and what it did. */
import type { Palette } from "./palette";

export interface ForecastStep {
  iteration: number;
  predicted: number;
  actual: number;
}

/** The newest step is on the right; steps stand this far apart, in CSS pixels. */
const pitch = 14;

/** How many of the last steps there is room for. */
export const stepsShown = (width: number): number => Math.max(2, Math.floor((width - 20) / pitch));

/** A hollow ring for what was predicted, a bar and a full dot for what happened: where they meet, the straight line holds. */
export function drawForecasts(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  steps: readonly ForecastStep[],
  palette: Palette,
): void {
  context.clearRect(0, 0, width, height);
  const shown = steps.slice(-stepsShown(width / ratio));
  const finite = (value: number): number => (Number.isFinite(value) ? value : 0);
  const values = shown.flatMap(({ predicted, actual }) => [finite(predicted), finite(actual)]);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const margin = 8 * ratio;
  const y = (value: number): number => margin + ((high - finite(value)) / (high - low || 1)) * (height - 2 * margin);
  context.strokeStyle = palette.control;
  context.lineWidth = ratio;
  context.beginPath();
  context.moveTo(0, y(0));
  context.lineTo(width, y(0));
  context.stroke();
  shown.forEach(({ predicted, actual }, i) => {
    const x = width - (10 + pitch * (shown.length - 1 - i)) * ratio;
    context.fillStyle = actual > 0 ? palette.warning : palette.accent;
    context.globalAlpha = i === shown.length - 1 ? 1 : 0.6;
    context.fillRect(x - 2.5 * ratio, Math.min(y(0), y(actual)), 5 * ratio, Math.abs(y(actual) - y(0)));
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.5 * ratio;
    context.beginPath();
    context.arc(x, y(predicted), 4 * ratio, 0, 2 * Math.PI);
    context.stroke();
    context.globalAlpha = 1;
  });
}
