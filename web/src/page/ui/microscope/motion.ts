/** The update as the drawing shows it: every link on its way from w to w + dw, drawn larger than it is where it is small. */
import type { Iteration } from "../equation/iteration";

const seconds = { rest: 0.6, way: 1.2, stay: 1.4, back: 0.4 };
const period = seconds.rest + seconds.way + seconds.stay + seconds.back;

/** How far the links have come, 0 to 1: they rest, go, stay, and begin anew. */
export function shareAt(time: number): number {
  const { rest, way, stay, back } = seconds;
  const now = time % period;
  if (now < rest) return 0;
  if (now < rest + way) return eased((now - rest) / way);
  if (now < rest + way + stay) return 1;
  return 1 - eased((now - rest - way - stay) / back);
}

const eased = (t: number): number => t * t * (3 - 2 * t);

/** 1, 2, 5, 10, 20, ..: so many times as large that the largest step can be seen beside the largest weight. */
export function exaggerationOf({ parameters, step }: Iteration): number {
  const largest = (values: ArrayLike<number>): number => {
    let most = 0;
    for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] as number));
    return most;
  };
  const wanted = (0.7 * Math.max(0.5, largest(parameters))) / largest(step);
  // A step of nothing, or of no number, is shown as it is.
  if (!Number.isFinite(wanted) || wanted < 2) return 1;
  const decade = 10 ** Math.floor(Math.log10(wanted));
  return decade * (wanted >= 5 * decade ? 5 : wanted >= 2 * decade ? 2 : 1);
}

/** All parameters when they have gone `share` times their step. */
export function movedBy({ parameters, step }: Iteration, share: number): Float32Array {
  return parameters.map((value, i) => value + share * (step[i] ?? 0));
}
