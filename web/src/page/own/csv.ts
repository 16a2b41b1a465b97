/** Points as CSV: what is written is read back the same, and what cannot be read is refused with its line and column. */

import type { Limits } from "../../../../bindings/backprop";
import { mostClasses } from "../classes.ts";
import { formatCount, minus } from "../format";
import { type CsvProblem, type Row, rowsOf, type Separator, separatorOf } from "./csv-rows.ts";
import { isLabel, type OwnLimits } from "./drawing.ts";
import { type OwnKind, type OwnPoint, type OwnPoints, tidy } from "./own.ts";

export interface CsvPoints extends OwnPoints {
  /** What each class was called; empty where labels are values. */
  classNames: string[];
  /** Whether labels that are numbers could be meant the other way, too. */
  isAmbiguous: boolean;
  /** Names of the columns that were not used. */
  unused: string[];
}

export type CsvResult = { points: CsvPoints } | { problems: CsvProblem[] };

const columns = ["x", "y", "label"] as const;

/** Reads x, y and label from each row. `kind` says what labels that are numbers mean; left out, their look does. */
export function readCsv(text: string, limits: OwnLimits, kind?: OwnKind): CsvResult {
  const separator = separatorOf(text);
  const rows = rowsOf(text, separator);
  if (!Array.isArray(rows)) return { problems: [rows] };
  const head = rows[0];
  if (head === undefined) return { problems: [{ line: 1, column: 1, sentence: "there is nothing to read" }] };
  const isHeader = head.fields.length >= 3 && head.fields.slice(0, 2).every((field) => !isNumber(field, separator));
  const data = isHeader ? rows.slice(1) : rows;
  const places = placesOf(isHeader ? head.fields : []);
  if (data.length > limits.mostPoints) {
    const line = data[limits.mostPoints]?.line ?? 1;
    const sentence = `there are ${formatCount(data.length)} rows; at most ${formatCount(limits.mostPoints)} are possible`;
    return { problems: [{ line, column: 1, sentence }] };
  }
  const problems = data.flatMap((row) => problemsOf(row, places, separator, limits));
  if (problems.length > 0) return { problems };
  const texts = data.map(({ fields }) => (fields[places[2]] ?? "").trim());
  const labels = labelsOf(texts, data, separator, limits, places[2], kind);
  if ("problem" in labels) return { problems: [labels.problem] };
  const number = (row: Row, column: 0 | 1): number => toNumber(row.fields[places[column]] ?? "", separator);
  const points = data.map((row, i): OwnPoint => [number(row, 0), number(row, 1), labels.values[i] as number]);
  const unused = unusedOf(rows, isHeader ? head.fields : [], places);
  return { points: { kind: labels.kind, points, classNames: labels.names, isAmbiguous: labels.isAmbiguous, unused } };
}

/** What the columns are called that hold something and were not used. */
function unusedOf(rows: readonly Row[], header: readonly string[], places: Places): string[] {
  const filled = new Set<number>();
  for (const { fields } of rows)
    for (const [i, field] of fields.entries()) if (!places.includes(i) && field.trim() !== "") filled.add(i);
  return [...filled].sort((a, b) => a - b).map((i) => header[i]?.trim() || `column ${i + 1}`);
}

type Places = readonly [x: number, y: number, label: number];

/** Where the columns are: by their names if all three are there, else the first three. */
function placesOf(header: readonly string[]): Places {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = columns.map((name) => names.indexOf(name)) as [number, number, number];
  return places.includes(-1) ? [0, 1, 2] : places;
}

function problemsOf({ line, fields }: Row, places: Places, separator: Separator, { number }: OwnLimits): CsvProblem[] {
  const problem = (column: number, sentence: string): CsvProblem => ({ line, column: column + 1, sentence });
  const missing = places.findIndex((place) => place >= fields.length);
  if (missing >= 0) return [problem(fields.length, `${columns[missing]} is missing; each row needs x, y and label`)];
  return ([0, 1] as const).flatMap((column) => {
    const text = fields[places[column]] ?? "";
    const value = toNumber(text, separator);
    if (value >= number.low && value <= number.high) return [];
    return [problem(places[column], `${columns[column]} must be a number ${range(number)}, not ${quote(text)}`)];
  });
}

type Labels = { kind: OwnKind; values: number[]; names: string[]; isAmbiguous: boolean };

function labelsOf(
  texts: readonly string[],
  rows: readonly Row[],
  separator: Separator,
  { number }: OwnLimits,
  place: number,
  wanted: OwnKind | undefined,
): Labels | { problem: CsvProblem } {
  const problem = (row: number, sentence: string) => ({ problem: { line: rows[row]?.line ?? 1, column: place + 1, sentence } });
  const empty = texts.indexOf("");
  if (empty >= 0) return problem(empty, "label is empty; it must be a class or a value");
  const numbers = texts.map((text) => toNumber(text, separator));
  const areNumbers = !numbers.some(Number.isNaN);
  const distinct = new Set<number | string>(areNumbers ? numbers : texts);
  const fewEnough = distinct.size <= mostClasses;
  const kind = wanted ?? (areNumbers && !(fewEnough && numbers.every(Number.isInteger)) ? "values" : "classes");
  if (kind === "values") {
    const wrong = numbers.findIndex((value) => !(value >= number.low && value <= number.high));
    if (wrong >= 0) return problem(wrong, `label must be a number ${range(number)}, not ${quote(texts[wrong] ?? "")}`);
    return { kind, values: numbers, names: [], isAmbiguous: fewEnough };
  }
  if (!fewEnough) {
    const seventh = [...distinct][mostClasses];
    const row = areNumbers ? numbers.indexOf(seventh as number) : texts.indexOf(seventh as string);
    return problem(row, `${quote(texts[row] ?? "")} is a seventh class; at most ${mostClasses} are possible`);
  }
  if (!areNumbers) {
    const names = [...new Set(texts)];
    return { kind, values: texts.map((text) => names.indexOf(text)), names, isAmbiguous: false };
  }
  const isNumbered = numbers.includes(0) && numbers.every((value) => isLabel("classes", value));
  const sorted = isNumbered
    ? Array.from({ length: Math.max(...numbers) + 1 }, (_, c) => c)
    : [...new Set(numbers)].toSorted((a, b) => a - b);
  return { kind, values: numbers.map((value) => sorted.indexOf(value)), names: sorted.map(String), isAmbiguous: true };
}

/** Where commas part nothing, 0,5 is a number as well. */
function toNumber(text: string, separator: Separator): number {
  const plain = (separator === "," ? text : text.replace(/^(\s*[+-]?\d*),(\d+)/, "$1.$2")).trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

const isNumber = (text: string, separator: Separator): boolean => !Number.isNaN(toNumber(text, separator));

const range = ({ low, high }: Limits): string => minus(`from ${low} to ${high}`);

const quote = (text: string): string =>
  text.trim() === "" ? "nothing" : `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;

const sets = ["training", "validation", "test"] as const;

/** x, y, label and set of each point; four numbers a point, as Session.points gives them. */
export function writeCsv(points: Float32Array): string {
  const lines = ["x,y,label,set"];
  for (let i = 0; i < points.length; i += 4) {
    const [x, y, label, set] = points.subarray(i, i + 4) as unknown as [number, number, number, 0 | 1 | 2];
    lines.push(`${tidy(x)},${tidy(y)},${tidy(label)},${sets[set]}`);
  }
  return `${lines.join("\r\n")}\r\n`;
}
