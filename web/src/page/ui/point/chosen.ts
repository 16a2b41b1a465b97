/** The point that is looked at: as long as it is there, and not behind the seal. */
import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { usePlayground } from "../context";

export interface ChosenPoint {
  /** Its number; null while none is chosen. */
  index: ReadonlySignal<number | null>;
  choose(index: number | null): void;
}

export function useChosenPoint(): ChosenPoint {
  const { run, seal, identity } = usePlayground();
  const chosen = useSignal<{ index: number; x: number; y: number; of: string } | null>(null);
  const index = useComputed(() => {
    const points = run.value?.points;
    const point = chosen.value;
    if (points === undefined || point === null) return null;
    const [x, y, , part] = points.subarray(4 * point.index, 4 * point.index + 4);
    // With other data its number means another point, and another run begins with none.
    return x === point.x && y === point.y && identity.value === point.of && (part !== 2 || seal.visible.value)
      ? point.index
      : null;
  });
  const choose = (wanted: number | null): void => {
    const points = run.peek()?.points;
    const [x, y] = wanted === null ? [] : (points?.subarray(4 * wanted, 4 * wanted + 2) ?? []);
    chosen.value = wanted === null || x === undefined || y === undefined ? null : { index: wanted, x, y, of: identity.peek() };
  };
  return { index, choose };
}
