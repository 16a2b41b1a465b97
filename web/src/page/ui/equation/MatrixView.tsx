/** A matrix of an equation: a strip of colours, or a table of numbers. */
import type { ComponentChildren } from "preact";
import { formatNumber, formatShort } from "../../format";
import { shades } from "../../views/palette";
import { Canvas } from "../Canvas";
import { palette } from "../palette";
import type { MatrixPicture } from "./matrix";

interface MatrixViewProps {
  of: MatrixPicture<string>;
  /** Side of an entry's square, in CSS pixels. */
  cell: number;
  /** Written out to so many decimals, or null for a strip of colours. */
  digits: "four" | "three" | null;
  lit: boolean;
  onPoint(pointed: boolean): void;
}

export function MatrixView({ of, cell, digits, lit, onPoint }: MatrixViewProps) {
  const { name, rows, columns } = of;
  const most = largest(of);
  return (
    <figure class={`matrix${lit ? " lit" : ""}`} onPointerEnter={() => onPoint(true)} onPointerLeave={() => onPoint(false)}>
      {digits ? <Numbers of={of} most={most} short={digits === "three"} /> : <Strip of={of} most={most} cell={cell} />}
      <figcaption>
        {name}{" "}
        <span>
          {rows}×{columns}
        </span>
      </figcaption>
    </figure>
  );
}

/** A single number would otherwise always be as dark as can be. */
function largest({ rows, columns, at, least = rows * columns === 1 ? 1 : 0 }: MatrixPicture<string>): number {
  let most = least;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const size = Math.abs(at(r, c));
      if (Number.isFinite(size)) most = Math.max(most, size);
    }
  return most;
}

/** The packed colour of a value between -most and most. */
function shade(value: number, most: number, heat: Uint32Array): string {
  const share = most === 0 || Number.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value / most));
  const pixel = heat[Math.round(((share + 1) / 2) * (shades - 1))] ?? 0;
  return `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
}

function Strip({ of, most, cell }: { of: MatrixPicture<string>; most: number; cell: number }) {
  const { rows, columns, at, row, column, wholeRow, choose } = of;
  return (
    <Named of={of} cell={cell}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, entries are chosen with the steppers */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        class="heat-strip"
        style={{ width: `${columns * cell}px`, height: `${rows * cell}px` }}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const place = (offset: number, size: number, count: number): number =>
            Math.max(0, Math.min(count - 1, Math.floor((offset / size) * count)));
          choose?.(place(event.clientY - box.top, box.height, rows), place(event.clientX - box.left, box.width, columns));
        }}
      >
        <Canvas
          describe={() => describe(of)}
          draw={(context, width, height) => {
            context.clearRect(0, 0, width, height);
            const { planeHeat, ink } = palette.value;
            const w = width / columns;
            const h = height / rows;
            const gap = Math.min(w, h) > 8 ? 1 : 0;
            for (let r = 0; r < rows; r++)
              for (let c = 0; c < columns; c++) {
                context.fillStyle = shade(at(r, c), most, planeHeat);
                context.fillRect(c * w, r * h, w - gap, h - gap);
              }
            context.strokeStyle = ink;
            context.lineWidth = 2;
            const frame = (x: number, y: number, across: number, down: number): void =>
              context.strokeRect(x + 1, y + 1, across - 2 - gap, down - 2 - gap);
            if (row >= 0 && wholeRow) {
              context.lineWidth = 1;
              frame(0, row * h, width + gap, h);
              context.lineWidth = 3;
            }
            if (row >= 0 && column >= 0) frame(column * w, row * h, w, h);
            else if (row >= 0) frame(0, row * h, width + gap, h);
            else if (column >= 0) frame(column * w, 0, w, height + gap);
          }}
        />
      </div>
    </Named>
  );
}

/** The names of the row and the column that are looked at, beside the strip and above it. */
function Named({ of, cell, children }: { of: MatrixPicture<string>; cell: number; children: ComponentChildren }) {
  const { row, column, rowName, columnName } = of;
  if (rowName === undefined) return children;
  return (
    <div class="named">
      {row >= 0 && (
        <span class="row-name" style={{ top: `${(row + 0.5) * cell}px` }}>
          {rowName}={row + 1}
        </span>
      )}
      {column >= 0 && (
        <span class="column-name" style={{ left: `${(column + 0.5) * cell}px` }}>
          {columnName}={column + 1}
        </span>
      )}
      {children}
    </div>
  );
}

/** Behind numbers, colours must leave them readable. */
const paleness = 0.6;

function Numbers({ of, most, short }: { of: MatrixPicture<string>; most: number; short: boolean }) {
  const { name, rows, columns, at, row, column, rowName, columnName, wholeRow, choose } = of;
  const isChosen = (r: number, c: number): boolean =>
    (row >= 0 || column >= 0) && (row < 0 || r === row) && (column < 0 || c === column);
  return (
    <table class={short ? "short" : undefined} aria-label={`${name}, ${rows} by ${columns}`}>
      {columnName !== undefined && (
        <thead aria-hidden="true">
          <tr>
            <td class="index" />
            {Array.from({ length: columns }, (_, c) => (
              <td key={c} class="index">
                {c === column ? `${columnName}=${c + 1}` : ""}
              </td>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {Array.from({ length: rows }, (_, r) => (
          <tr key={r} class={wholeRow && r === row ? "whole" : undefined}>
            {rowName !== undefined && (
              <td class="index" aria-hidden="true">
                {r === row ? `${rowName}=${r + 1}` : ""}
              </td>
            )}
            {Array.from({ length: columns }, (_, c) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, entries are chosen with the steppers
              <td
                key={c}
                class={isChosen(r, c) ? "chosen" : undefined}
                style={{ background: shade(paleness * at(r, c), most, palette.value.planeHeat) }}
                onClick={() => choose?.(r, c)}
              >
                {(short ? formatShort : formatNumber)(at(r, c))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nobody listens to more numbers than these. */
const mostNamed = 16;

function describe({ name, rows, columns, at, row, column }: MatrixPicture<string>): string {
  const size = `${name}, ${rows} by ${columns}`;
  if (rows * columns <= mostNamed) {
    const lines = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => formatNumber(at(r, c))).join(", "),
    );
    return `${size}: ${lines.join("; ")}`;
  }
  if (row >= 0 && column >= 0) return `${size}; row ${row + 1}, column ${column + 1} is ${formatNumber(at(row, column))}`;
  return size;
}
