/** Reads a row of matrices as it is written, and computes it again: whether the equation is literally true. */
import { expect } from "vitest";
import type { MatrixPicture } from "../../../web/src/page/ui/equation/matrix.ts";

/** What stands around a sum, as JavaScript. */
export const readable = (text: string): string =>
  text
    .replaceAll("·", "*")
    .replaceAll("−", "-")
    .replaceAll("--", "- -")
    .replaceAll("σ", "Math.tanh")
    .replaceAll("ln", "Math.log")
    .replaceAll(/m(?:ax|in)/g, "Math.$&");

type Matrix = number[][];
type Item = MatrixPicture<string> | string;

const shape = (of: Matrix): string => `${of.length}x${of[0]?.length}`;
const matrixOf = ({ rows, columns, at }: MatrixPicture<string>): Matrix =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => at(r, c)));
const map = (a: Matrix, f: (x: number, r: number, c: number) => number): Matrix =>
  a.map((row, r) => row.map((x, c) => f(x, r, c)));

function entrywise(a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix {
  expect(shape(a)).toBe(shape(b));
  return map(a, (x, r, c) => f(x, b[r]?.[c] as number));
}

function product(a: Matrix, b: Matrix): Matrix {
  expect(a[0]?.length).toBe(b.length);
  return a.map((row) => (b[0] ?? []).map((_, c) => row.reduce((sum, x, k) => sum + x * (b[k]?.[c] as number), 0)));
}

/** What stands to the right of "=": numbers, matrices, · ⊙ + − and brackets, with the words that the rows use. */
function evaluate(items: Item[]): Matrix {
  const tokens = items.flatMap((item): (Matrix | string)[] =>
    typeof item === "string"
      ? (item
          .replace("+ in each column", "⊞")
          .replace("the sum of the columns of", "Σ")
          .match(/−?[\d.,]+(?:e−?\d+)?(?:\/\d+)?|softmax|[·⊙⊞+−()σΣ]/g) ?? [])
      : [matrixOf(item)],
  );
  const scalar = (token: string): number => {
    const [above = "", below = "1"] = token.replace("−", "-").replace("e−", "e-").split("/");
    return Number(above) / Number(below);
  };
  let at = 0;
  const factor = (): Matrix | number => {
    const token = tokens[at++];
    if (token === undefined) throw new Error("a factor is missing");
    if (typeof token !== "string") return token;
    if (token === "(") {
      const inner = sum();
      expect(tokens[at++]).toBe(")");
      return inner;
    }
    if (token === "Σ") return (factor() as Matrix).map((row) => [row.reduce((total, x) => total + x, 0)]);
    if (token === "σ") return map(factor() as Matrix, Math.tanh);
    if (token === "softmax") {
      const z = factor() as Matrix;
      const total = (c: number): number => z.reduce((all, row) => all + Math.exp(row[c] as number), 0);
      return map(z, (x, _, c) => Math.exp(x) / total(c));
    }
    return scalar(token);
  };
  const term = (): Matrix | number => {
    let value = factor();
    while (tokens[at] === "·" || tokens[at] === "⊙") {
      const sign = tokens[at++];
      const next = factor();
      if (typeof value === "number") value = map(next as Matrix, (x) => (value as number) * x);
      else value = sign === "·" ? product(value, next as Matrix) : entrywise(value, next as Matrix, (x, y) => x * y);
    }
    return value;
  };
  const sum = (): Matrix => {
    let value = term() as Matrix;
    while (tokens[at] === "+" || tokens[at] === "−" || tokens[at] === "⊞") {
      const sign = tokens[at++];
      const next = term() as Matrix;
      if (sign === "⊞") value = map(value, (x, r) => x + (next[r]?.[0] as number));
      else value = entrywise(value, next, (x, y) => (sign === "+" ? x + y : x - y));
    }
    return value;
  };
  const value = sum();
  expect(at).toBe(tokens.length);
  return value;
}

/** How far off a computed number may be, as a share of the largest that went into it: some roundings of single precision. */
export const digits = 1e-6;

/** Rows that say no more than words do. */
const wordy = /against|makes of|of these of all|the same of/;

/** `rounding`: by how much all entries may be off for another reason. */
export function expectTrue(row: readonly Item[], where: string, rounding = 0): void {
  if (row.some((item) => typeof item === "string" && wordy.test(item))) return;
  const equals = row.findIndex((item) => typeof item === "string" && item.startsWith("="));
  const [words, ...right] = row.slice(equals) as [string, ...Item[]];
  compare(evaluate([words.slice(1), ...right]), evaluate(row.slice(0, equals)), where, rounding);
}

function compare(right: Matrix, left: Matrix, where: string, rounding: number): void {
  expect(shape(right), where).toBe(shape(left));
  const size = Math.max(...[...left, ...right].flat().map(Math.abs));
  for (const [r, row] of left.entries())
    for (const [c, x] of row.entries())
      expect(Math.abs((right[r]?.[c] as number) - x), `${where}, ${r} ${c}`).toBeLessThanOrEqual(digits * size + rounding);
}
