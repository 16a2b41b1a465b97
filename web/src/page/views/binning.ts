/** How often which values occur. */
import type { Histogram } from "../../../../bindings/backprop";

/** In equal bins around 0, out to the first power of two that holds all values, so that the ends stay while values drift. */
export function binned(values: ArrayLike<number>, bins: number): Histogram {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] as number);
    if (size > most && Number.isFinite(size)) most = size;
  }
  const high = most === 0 ? 1 : 2 ** Math.ceil(Math.log2(most));
  const counts = new Int32Array(bins);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    const bin = Math.floor(((value + high) / (2 * high)) * bins);
    counts[Math.min(bin, bins - 1)] = (counts[Math.min(bin, bins - 1)] as number) + 1;
  }
  return { low: -high, high, counts };
}
