// @ts-check
/** Tables as plain text. */
import { least, median, ratios } from "./measure.mjs";

/**
 * @param {string} title
 * @param {string} about what it says, and the goal
 */
export function heading(title, about) {
  console.log(`\n\n== ${title}\n${about}`);
}

/**
 * Rows of cells under a head, aligned: the first column to the left, the others to the right.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    const cells = line.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)));
    console.log(cells.join("   ").trimEnd());
  }
}

/** @param {number} value with three significant digits at least, and no decimals that mean nothing */
export function number(value) {
  if (!Number.isFinite(value)) return "-";
  return value.toFixed(value < 0.1 ? 4 : value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
}

/**
 * How many times as long, by the fastest turns, and in brackets by the median of the rounds.
 * @param {import("./engine.d.ts").Times} times
 * @param {import("./engine.d.ts").Times} reference
 */
export function ratio(times, reference) {
  return `${number(least(times) / least(reference))} (${number(median(ratios(times, reference)))})`;
}

/** @param {import("./engine.d.ts").Times} times milliseconds */
export function microseconds(times) {
  return number(1000 * least(times));
}
