/** Means over the mini-batch, as rows of matrices that are literally true. */
import { formatCount } from "../../format";
import type { Iteration } from "../equation/iteration";
import type { MatrixPicture } from "../equation/matrix";
import type { SymbolName } from "../equation/symbols";

type Item = MatrixPicture<SymbolName> | string;

/** What is equal to the mean, where `sum`, a sign or words before each matrix, adds up the examples that are shown. */
export function meanOf({ m, traced }: Iteration, ...sum: [string, ...Item[]]): Item[] {
  const [words, ...rest] = sum;
  const spaced = words === "" ? "" : ` ${words}`;
  if (m === 1) return [`=${spaced}`, ...rest];
  if (traced === m) return [`= 1/${formatCount(m)} ·${spaced}`, ...rest];
  return [`= 1/${formatCount(m)} · (${words}`, ...rest, `+ the same of ${formatCount(m - traced)} more )`];
}

/** The same where one example's share alone is shown, above it. */
export const meanOfShares = ({ m }: Iteration): string =>
  `= 1/${formatCount(m)} · the sum of these of all ${formatCount(m)} examples`;
