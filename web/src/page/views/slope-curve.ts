/** An activation function and its slope, whose largest value is marked. */
import { minus } from "../format";
import { cssColour, type Palette } from "./palette";

export interface Curve {
  /** The first and the last z. */
  low: number;
  high: number;
  /** sigma(z) and sigma'(z) at equal distances between them. */
  values: ArrayLike<number>;
  derivatives: ArrayLike<number>;
}

/** The largest slope, and where it is nearest to 0. */
export function steepest({ low, high, derivatives }: Curve): { z: number; slope: number } {
  const zOf = (i: number): number => low + ((high - low) * i) / (derivatives.length - 1);
  let best = { z: zOf(0), slope: derivatives[0] ?? Number.NaN };
  for (let i = 1; i < derivatives.length; i++) {
    const here = { z: zOf(i), slope: derivatives[i] as number };
    const same = Math.abs(here.slope - best.slope) < 1e-12;
    if (same ? Math.abs(here.z) < Math.abs(best.z) : here.slope > best.slope) best = here;
  }
  return best;
}

export function drawSlopeCurve(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  curve: Curve,
  palette: Palette,
): void {
  const { low, high, values, derivatives } = curve;
  const { z, slope } = steepest(curve);
  const top = 1.12 * Math.max(1, slope);
  const bottom = Math.min(-0.08 * top, Math.max(-1.1, Math.min(...Array.from(values), ...Array.from(derivatives)) * 1.1));
  const margin = 16 * ratio;
  const x = (at: number): number => ((at - low) / (high - low)) * width;
  const y = (value: number): number => ((top - value) / (top - bottom)) * (height - margin);
  context.clearRect(0, 0, width, height);
  context.font = `${11 * ratio}px system-ui, sans-serif`;

  context.fillStyle = palette.line;
  context.fillRect(0, y(0), width, ratio);
  context.fillRect(x(0), 0, ratio, height - margin);
  context.fillStyle = palette.soft;
  context.textAlign = "center";
  for (let tick = Math.ceil(low / 2) * 2; tick <= high; tick += 2)
    if (tick > low && tick < high) context.fillText(minus(String(tick)), x(tick), height - 3 * ratio);

  const line = (of: ArrayLike<number>, colour: string, thickness: number): void => {
    context.beginPath();
    for (let i = 0; i < of.length; i++)
      context.lineTo((i / (of.length - 1)) * width, Math.max(-height, Math.min(2 * height, y(of[i] as number))));
    context.strokeStyle = colour;
    context.lineWidth = thickness * ratio;
    context.stroke();
  };
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height - margin);
  context.clip();
  line(values, palette.soft, 1.25);
  line(derivatives, cssColour(palette.negative), 2.5);
  context.restore();

  context.setLineDash([3 * ratio, 3 * ratio]);
  context.strokeStyle = palette.ink;
  context.lineWidth = ratio;
  context.beginPath();
  context.moveTo(0, y(slope));
  context.lineTo(width, y(slope));
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(x(z), y(slope), 4 * ratio, 0, 2 * Math.PI);
  context.fillStyle = palette.ink;
  context.fill();
}
