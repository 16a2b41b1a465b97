/** Matrices in a row, with the signs between them, all to one scale. */
import { useRef } from "preact/hooks";
import { useFadingEnds } from "../fading-ends";
import { useSize } from "../size";
import { MatrixView } from "./MatrixView";
import type { MatrixPicture } from "./matrix";

/** In CSS pixels: what signs take, what is between things, and what a caption and the name of a row take at least. */
const signWidth = 20;
const gap = 6;
const captionWidth = 58;
const rowNameWidth = 30;
const tallest = 136;
const largestCell = 17;
/** Without a room of its own yet. */
const usualRoom = 384;

/** What a number takes with the room around it, to four decimals, and what the names of rows take beside it. */
const numberWidth = 52;
/** Matrices of so many rows are written out where all fits beside each other; those of so few rows and columns anywhere. */
const manyRows = 7;
const fewRows = 4;
/** More numbers than these nobody reads. */
const mostNumbers = 400;

interface MatrixRowProps<Name extends string> {
  row: readonly (MatrixPicture<Name> | string)[];
  /** Whether large matrices, too, are written out. */
  numbers: boolean;
  /** The names of those to show as pointed at. */
  lit?: readonly Name[];
  onPoint?(symbol: Name | null): void;
}

export function MatrixRow<Name extends string>({ row, numbers, lit = [], onPoint }: MatrixRowProps<Name>) {
  const element = useRef<HTMLDivElement>(null);
  const room = useSize(element).value.width || usualRoom;
  const cell = cellFor(row, room);
  const shapes = row.map((item) => (typeof item === "string" ? item : `${item.rows}x${item.columns}`)).join(" ");
  const fading = useFadingEnds(element, [shapes, numbers]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div class="pictures" ref={element} role="group" aria-label="The equation as matrices" tabIndex={0} {...fading}>
      {piecesOf(row).map((piece, at) => (
        <div key={at} class="piece">
          {piece.map((item, index) =>
            typeof item === "string" ? (
              <span key={index} class="sign">
                {item}
              </span>
            ) : (
              <MatrixView
                key={index}
                of={item}
                cell={Math.max(cell, leastCell(item))}
                digits={written(item, row, numbers, room)}
                lit={item.symbol !== null && lit.includes(item.symbol)}
                onPoint={(pointed) => onPoint?.(pointed ? item.symbol : null)}
              />
            ),
          )}
        </div>
      ))}
    </div>
  );
}

/** What stays together in a line as long as there is room: a line ends before =, + and the like, not within a product or brackets. */
function piecesOf<Item>(row: readonly (Item | string)[]): (Item | string)[][] {
  const pieces: (Item | string)[][] = [];
  for (const item of row) {
    const last = pieces.at(-1);
    // ") ⊙" closes one and begins the next.
    const [, closing = "", sign = ""] = typeof item === "string" ? (/^(\)?)\s*(.*)$/.exec(item) ?? []) : [];
    if (last === undefined) pieces.push([item]);
    else if (typeof item !== "string") last.push(item);
    else {
      if (closing !== "") last.push(closing);
      if (sign === "·") last.push(sign);
      else if (sign !== "") pieces.push([sign]);
    }
  }
  return pieces;
}

/** Whether a matrix is written out, and with how many decimals: with fewer where its columns would not fit. */
function written(
  item: MatrixPicture<string>,
  row: readonly (MatrixPicture<string> | string)[],
  numbers: boolean,
  room: number,
): "four" | "three" | null {
  const { rows, columns } = item;
  const width = columns * numberWidth + (item.rowName ? rowNameWidth : 0);
  const isSmall = rows <= fewRows && columns <= fewRows;
  if (!isSmall && !(numbers && rows * columns <= mostNumbers) && !allFit(row, room)) return null;
  return width > room ? "three" : "four";
}

const allFit = (row: readonly (MatrixPicture<string> | string)[], room: number): boolean =>
  row.every((item) => typeof item === "string" || item.rows <= manyRows) &&
  row.reduce(
    (sum, item) =>
      sum +
      gap +
      (typeof item === "string"
        ? Math.max(signWidth, 8 * item.length)
        : item.columns * numberWidth + (item.rowName ? rowNameWidth : 0)),
    0,
  ) <= room;

/** Beside a huge matrix or on a narrow screen, small ones keep a size that can be seen; then the row scrolls. */
const leastCell = ({ rows, columns }: MatrixPicture<string>): number =>
  Math.min(8, Math.floor(tallest / rows), Math.floor(captionWidth / columns));

/** The largest side of an entry's square, in whole pixels, at which all fits. */
function cellFor(row: readonly (MatrixPicture<string> | string)[], room: number): number {
  const width = (cell: number): number =>
    row.reduce((sum, item) => {
      if (typeof item === "string") return sum + gap + Math.max(signWidth, 8 * item.length);
      return sum + gap + Math.max(captionWidth, item.columns * cell + (item.rowName ? rowNameWidth : 0));
    }, 0);
  const rows = Math.max(...row.map((item) => (typeof item === "string" ? 1 : item.rows)));
  let cell = Math.max(1, Math.min(largestCell, Math.floor(tallest / rows)));
  const least = Math.min(...row.map((item) => (typeof item === "string" ? largestCell : Math.max(1, leastCell(item)))));
  while (cell > least && width(cell) > room) cell -= 1;
  return cell;
}
