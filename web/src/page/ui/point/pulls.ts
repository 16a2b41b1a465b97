/** Which way one example pulls at the parameters: against its own gradient. */
import { type LayerSizes, parameterName } from "../../views/parameters.ts";

interface Pull {
  name: string;
  /** dC_x/dw; the pull is the other way. */
  slope: number;
  /** 0 to 1, of the strongest. */
  strength: number;
}

export interface Pulls {
  strongest: Pull[];
  /** How many it pulls up, down, and not at all. */
  up: number;
  down: number;
  none: number;
}

/** Of the flat gradient, the `count` largest entries. */
export function pullsOf(sizes: LayerSizes, gradient: Float64Array, count: number): Pulls {
  const order = Array.from(gradient.keys()).sort((a, b) => Math.abs(gradient[b] as number) - Math.abs(gradient[a] as number));
  const most = Math.abs(gradient[order[0] ?? 0] ?? 0);
  const strongest = order
    .slice(0, count)
    .map((at) => ({ at, slope: gradient[at] as number }))
    .filter(({ slope }) => slope !== 0)
    .map(({ at, slope }) => ({ name: parameterName(sizes, at), slope, strength: Math.abs(slope) / most }));
  const down = gradient.reduce((sum, slope) => sum + Number(slope > 0), 0);
  const up = gradient.reduce((sum, slope) => sum + Number(slope < 0), 0);
  return { strongest, up, down, none: gradient.length - up - down };
}
