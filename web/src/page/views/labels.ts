/** Colours of what points are: classes, or values to be predicted. */
import type { Palette, Rgb } from "./palette";

/** What labels mean: `classes` of them, or, where that is 0, values whose size is at most `most`. */
export interface LabelKind {
  classes: number;
  most: number;
}

/** Four numbers a point: x, y, class or value, part. */
export function labelKind(classes: number, points: Float32Array): LabelKind {
  let most = 1e-6;
  for (let i = 2; i < points.length; i += 4) most = Math.max(most, Math.abs(points[i] as number));
  return { classes, most };
}

/** The smallest and the largest value. */
export function labelRange(points: Float32Array): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 2; i < points.length; i += 4) {
    low = Math.min(low, points[i] as number);
    high = Math.max(high, points[i] as number);
  }
  return { low, high };
}

/** Two classes have the two ends of the scale, more have colours of their own. */
export function classColour(label: number, classes: number, palette: Palette): Rgb {
  if (classes === 2) return label === 1 ? palette.positive : palette.negative;
  return palette.classes[label] ?? palette.positive;
}

export function labelColour(label: number, { classes, most }: LabelKind, palette: Palette): Rgb {
  if (classes > 0) return classColour(label, classes, palette);
  const end = label > 0 ? palette.positive : palette.negative;
  return mix(palette.zero, end, Math.min(1, Math.abs(label) / most));
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (c: 0 | 1 | 2): number => Math.round(from[c] + (to[c] - from[c]) * share);
  return [channel(0), channel(1), channel(2)];
}
