/** Matrices in a row, with the signs between them, all to one scale. */

import { MatrixView } from "./MatrixView";
import type { MatrixPicture } from "./matrix";

/** In CSS pixels: what a row of matrices may take, of which signs take some. */
const rowWidth = 384;
const signWidth = 26;
const tallest = 136;
const largestCell = 17;
const smallestCell = 2;

interface MatrixRowProps<Name extends string> {
  row: readonly (MatrixPicture<Name> | string)[];
  numbers: boolean;
  /** The names of those to show as pointed at. */
  lit?: readonly Name[];
  onPoint?(symbol: Name | null): void;
}

export function MatrixRow<Name extends string>({ row, numbers, lit = [], onPoint }: MatrixRowProps<Name>) {
  const matrices = row.filter((item): item is MatrixPicture<Name> => typeof item !== "string");
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0);
  const rows = Math.max(...matrices.map((matrix) => matrix.rows));
  const room = rowWidth - signWidth * (row.length - matrices.length) - 8 * row.length;
  const cell = Math.max(smallestCell, Math.min(largestCell, Math.floor(room / columns), Math.floor(tallest / rows)));
  return (
    <div class="pictures">
      {row.map((item, index) =>
        typeof item === "string" ? (
          <span key={index} class="sign">
            {item}
          </span>
        ) : (
          <MatrixView
            key={index}
            of={item}
            cell={cell}
            numbers={numbers && item.rows * item.columns <= 400}
            lit={item.symbol !== null && lit.includes(item.symbol)}
            onPoint={(pointed) => onPoint?.(pointed ? item.symbol : null)}
          />
        ),
      )}
    </div>
  );
}
