/** What the axes of charts over epochs have in common. */
import type uPlot from "uplot";
import { superscript } from "../format";

/** Steps of the epoch axis: 1, 2, 5, 10, .. up to 5e12. */
export const wholeEpochs = Array.from({ length: 13 }, (_, power) => [1, 2, 5].map((rung) => rung * 10 ** power)).flat();

/** Of a logarithmic scale's lines only the powers of ten, or 1, 2 and 5 times those where there are few. */
export function roundValues(_plot: uPlot, values: number[]): (number | null)[] {
  const leading = (v: number): number => Number(v.toExponential(3).slice(0, 5));
  const decades = Math.log10((values.at(-1) ?? 1) / (values[0] ?? 1));
  const kept = decades > 2 ? [1] : [1, 2, 5];
  return values.map((v) => (kept.includes(leading(v)) ? v : null));
}

/** 0.5, 0.01, 10⁻⁴, 10⁵ */
export function axisLabel(value: number): string {
  if (value > 0.0009 && value < 1e4) return String(Number(value.toPrecision(1)));
  const power = Math.floor(Math.log10(value) + 1e-9);
  const leading = Math.round(value / 10 ** power);
  return `${leading === 1 ? "" : `${leading}·`}10${power < 0 ? "⁻" : ""}${superscript(Math.abs(power))}`;
}

/** 250, 20k, 3M: there is no room for more. */
export function axisCount(value: number): string {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e4 ? `${value / 1e3}k` : String(value);
}
