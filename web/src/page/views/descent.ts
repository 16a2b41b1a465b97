/** A layer's norms as bars on a logarithmic scale, and what W and sigma' did to the error on its way here. */
import type { Palette } from "./palette";
import { cssColour } from "./palette";

/** Powers of ten at the two ends of the scale. */
export interface Decades {
  low: number;
  high: number;
}

/** A logarithmic scale has no zero: what is smaller than this counts as none. */
export const smallestDrawn = 1e-30;

/** Norms that are not there, or 0, have no bar. */
export interface LayerNorms {
  /** ||delta^l|| and ||dC/dW^l|| */
  error: number;
  weightGradient: number;
  /** ||delta^(l+1)|| and ||(W^(l+1))^T delta^(l+1)||: NaN for the output. */
  above: number;
  carried: number;
}

const isDrawn = (norm: number): boolean => norm > smallestDrawn && Number.isFinite(norm);

/** The least powers of ten that hold all the norms. No more than 24 of them: what is smaller than these lies at the foot. */
export function decadesOf(norms: readonly number[]): Decades {
  const drawn = norms.filter(isDrawn).map(Math.log10);
  if (drawn.length === 0) return { low: -1, high: 0 };
  const high = Math.ceil(Math.max(...drawn) - 1e-9) + 0; // not -0
  return { low: Math.max(high - 24, Math.min(high - 1, Math.floor(Math.min(...drawn) + 1e-9))), high };
}

/** Where a norm lies between the ends of the scale, 0 to 1. */
const placeOf = (norm: number, { low, high }: Decades): number =>
  isDrawn(norm) ? Math.max(0, Math.min(1, (Math.log10(norm) - low) / (high - low))) : 0;

export function drawDescent(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  { error, weightGradient, above, carried }: LayerNorms,
  decades: Decades,
  colour: string,
  palette: Palette,
): void {
  context.clearRect(0, 0, width, height);
  drawGrid(context, width, height, ratio, decades, palette);
  const x = (norm: number): number => placeOf(norm, decades) * width;
  const thick = Math.round(height * 0.3);
  const upper = Math.round(height * 0.5) - thick - ratio;
  const lower = Math.round(height * 0.5) + ratio;

  context.fillStyle = colour;
  if (isDrawn(error)) context.fillRect(0, upper, Math.max(x(error), 2 * ratio), thick);
  if (isDrawn(above) && isDrawn(carried)) {
    // From the error above to here, first through the weights, then through the slopes.
    span(context, x(above), x(carried), upper, thick * 0.5, cssColour(palette.positive));
    span(context, x(carried), x(error), upper + thick * 0.5, thick * 0.5, cssColour(palette.negative));
  }
  context.strokeStyle = colour;
  context.lineWidth = 1.5 * ratio;
  if (isDrawn(weightGradient))
    context.strokeRect(0, lower + ratio, Math.max(x(weightGradient) - ratio, ratio), thick - 2 * ratio);
}

/** A step of the chain; one that the bar itself covers still shows at its end. */
function span(context: CanvasRenderingContext2D, from: number, to: number, y: number, thick: number, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(Math.min(from, to), y, Math.abs(to - from), thick);
}

function drawGrid(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  { low, high }: Decades,
  palette: Palette,
): void {
  context.fillStyle = palette.line;
  const step = stepOf(low, high);
  for (let power = low; power <= high; power += step)
    context.fillRect(Math.min(width - ratio, ((power - low) / (high - low)) * width), 0, ratio, height);
}

/** Every power of ten has a line, or every second, fifth .. where there are many. */
export const stepOf = (low: number, high: number): number => [1, 2, 5, 10].find((step) => (high - low) / step <= 8) ?? 10;
