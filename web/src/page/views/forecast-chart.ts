/** What each of the last steps was predicted to do to the cost, and what it did. */
import { formatNumber } from "../format";
import type { Palette } from "./palette";

export interface ForecastStep {
  iteration: number;
  predicted: number;
  actual: number;
}

/** The newest step is on the right; steps stand this far apart, in CSS pixels. */
const pitch = 14;

/** For the axis and its numbers, in CSS pixels. */
const axisWidth = 62;

/** How many of the last steps there is room for. */
const stepsShown = (width: number): number => Math.max(2, Math.floor((width - 20 - axisWidth) / pitch));

/**
 * The scale follows the recent steps: one counts so much less for each step that came after it, though in full up to so many times the
 * newest one. Longer ones are cut at the edge.
 */
const fading = 1 / 3;
const inFull = 8;

/** The least and the greatest change that find room, around 0. */
export function forecastRange(steps: readonly ForecastStep[]): { low: number; high: number } {
  const changes = ({ predicted, actual }: ForecastStep): number[] => [predicted, actual].filter(Number.isFinite);
  const whole = inFull * Math.max(0, ...steps.slice(-1).flatMap(changes).map(Math.abs));
  const counted = (value: number, age: number): number =>
    Math.sign(value) * Math.max(Math.min(Math.abs(value), whole), Math.abs(value) * fading ** age);
  const values = steps.flatMap((step, i) => changes(step).map((value) => counted(value, steps.length - 1 - i)));
  return { low: Math.min(0, ...values), high: Math.max(0, ...values) };
}

/** A hollow ring for what was predicted, a bar for what happened: where they meet, the straight line holds. */
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
  const { low, high } = forecastRange(shown);
  const margin = 8 * ratio;
  const y = (value: number): number => {
    const inside = margin + ((high - finite(value)) / (high - low || 1)) * (height - 2 * margin);
    return Math.max(0, Math.min(height, inside));
  };
  context.strokeStyle = palette.control;
  context.lineWidth = ratio;
  context.beginPath();
  context.moveTo(axisWidth * ratio, y(0));
  context.lineTo(width, y(0));
  context.moveTo(axisWidth * ratio, y(high));
  context.lineTo(axisWidth * ratio, y(low));
  context.stroke();
  context.font = `${10.5 * ratio}px sans-serif`;
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillStyle = palette.soft;
  // Not upon the number of 0.
  for (const value of new Set([high, 0, low]))
    if (value === 0 || Math.abs(y(value) - y(0)) > 11 * ratio)
      context.fillText(formatNumber(value), (axisWidth - 5) * ratio, y(value));
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
