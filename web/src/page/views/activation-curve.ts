/** An activation function with the place of one neuron on it, and how steep it is there. */
import type { Palette } from "./palette";

interface ActivationCurve {
  low: number;
  high: number;
  /** sigma at equal distances from low to high. */
  values: ArrayLike<number>;
}

interface CurvePlace {
  z: number;
  a: number;
  /** sigma'(z), drawn as a tangent; null for none. */
  slope: number | null;
}

export function drawActivationCurve(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  curve: ActivationCurve,
  { z, a, slope }: CurvePlace,
  palette: Palette,
): void {
  context.clearRect(0, 0, width, height);
  const values = Array.from(curve.values);
  const bottom = Math.min(0, a, ...values);
  const top = Math.max(0, a, ...values);
  const margin = 10 * ratio;
  const across = (at: number): number => margin + ((at - curve.low) / (curve.high - curve.low)) * (width - 2 * margin);
  const up = (at: number): number => height - margin - ((at - bottom) / (top - bottom || 1)) * (height - 2 * margin);
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    context.beginPath();
    context.moveTo(across(x0), up(y0));
    context.lineTo(across(x1), up(y1));
    context.stroke();
  };
  context.lineWidth = ratio;
  context.strokeStyle = palette.line;
  line(curve.low, 0, curve.high, 0);
  line(0, bottom, 0, top);
  context.strokeStyle = palette.soft;
  context.setLineDash([3 * ratio, 3 * ratio]);
  line(z, 0, z, a);
  line(z, a, 0, a);
  context.setLineDash([]);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.6 * ratio;
  context.beginPath();
  values.forEach((value, i) => {
    context.lineTo(across(curve.low + ((curve.high - curve.low) * i) / (values.length - 1)), up(value));
  });
  context.stroke();
  context.strokeStyle = context.fillStyle = palette.accent;
  if (slope !== null) {
    // As long on paper wherever it lies.
    const length = 44 * ratio;
    const run = across(z + 1) - across(z);
    const rise = up(a + slope) - up(a);
    const scale = length / Math.hypot(run, rise);
    context.lineWidth = 2.4 * ratio;
    context.beginPath();
    context.moveTo(across(z) - scale * run, up(a) - scale * rise);
    context.lineTo(across(z) + scale * run, up(a) + scale * rise);
    context.stroke();
  }
  context.beginPath();
  context.arc(across(z), up(a), 4 * ratio, 0, 2 * Math.PI);
  context.fill();
}
