/** Settings as the core reads them: `name=value` pairs joined by `&`. */
import type { Experiment, Limits } from "../../../../bindings/backprop";

export type Settings = Partial<{ [Field in keyof Experiment]: Experiment[Field] | string }>;

export function settingsText(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${encodeURIComponent(valueText(value)).replaceAll("%2C", ",").replaceAll("%3B", ";")}`)
    .join("&");
}

/** Lists joined by commas, points by semicolons. */
export function valueText(value: unknown): string {
  return Array.isArray(value) && Array.isArray(value[0]) ? value.join(";") : String(value);
}

/** The nearest number within the limits. */
export const within = (value: number, { low, high }: Pick<Limits, "low" | "high">): number =>
  Math.min(high, Math.max(low, value));

/** The seed after this one, from the first again after the last. */
export function nextSeed(seed: number, limits: Limits): number {
  return seed < limits.high ? seed + 1 : limits.low;
}

/** The next value up or down a ladder of round numbers: 1, 2, 5, 10, 20, .. or, with three rungs a decade, 1, 3, 10, 30, .. */
export function nextOnLadder(value: number, direction: 1 | -1, rungs: readonly number[]): number {
  const above = direction > 0;
  let best = value;
  for (let decade = -6; decade <= 6; decade++) {
    for (const rung of rungs) {
      const candidate = Number(`${rung}e${decade}`);
      const further = above ? candidate > value * 1.0000001 : candidate < value * 0.9999999;
      const nearer = best === value || (above ? candidate < best : candidate > best);
      if (further && nearer) best = candidate;
    }
  }
  return best;
}

/** The learning rate after or before this one. */
export const nextRate = (rate: number, direction: 1 | -1, limits: Limits): number =>
  within(nextOnLadder(rate, direction, [1, 3]), limits);

/** The names of those that two links have otherwise; what a link does not name is as usual. */
export function differingSettings(one: string, other: string): string[] {
  const [a, b] = [new URLSearchParams(one), new URLSearchParams(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}
