/** Points as CSV: what is written is read back the same, and what cannot be read is refused with its line and column. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvPoints, readCsv, writeCsv } from "../../../web/src/page/own/csv.ts";
import { rowsOf, separatorOf } from "../../../web/src/page/own/csv-rows.ts";
import type { OwnLimits } from "../../../web/src/page/own/drawing.ts";
import type { OwnKind } from "../../../web/src/page/own/own.ts";

const limits: OwnLimits = { number: { low: -1000, high: 1000, whole: false }, mostPoints: 10_000 };

function points(text: string, kind?: OwnKind): CsvPoints {
  const result = readCsv(text, limits, kind);
  if (!("points" in result)) throw new Error(JSON.stringify(result.problems));
  return result.points;
}

/** The sentences about what is wrong, as "line:column sentence". */
function refused(text: string, kind?: OwnKind): string[] {
  const result = readCsv(text, limits, kind);
  return "problems" in result ? result.problems.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`) : [];
}

describe("read", () => {
  test.each([
    ["commas and a header", "x,y,label\n1,2,0\n-3.5,4e-1,1"],
    ["no header", "1,2,0\n-3.5,0.4,1\n"],
    ["semicolons and decimal commas", "x;y;label\r\n1;2;0\r\n-3,5;0,4;1\r\n"],
    ["tabs", "1\t2\t0\n-3.5\t.4\t1"],
    [
      "quotes, spaces, blank lines and a byte order mark",
      '\uFEFF"x","y","label"\n\n "1", 2 ,0\n-3.5,"0.4",1\n\n'.replace(' "1"', '"1"'),
    ],
    ["columns in another order and one more", "label,set,y,x\n0,test,2,1\n1,training,0.4,-3.5"],
    ["old line ends", "1,2,0\r-3.5,0.4,1"],
  ])("%s", (_name, text) => {
    const { kind, points: read } = points(text);
    expect(kind).toBe("classes");
    expect(read).toEqual([
      [1, 2, 0],
      [-3.5, 0.4, 1],
    ]);
  });

  test("names become classes in their order, numbers with fractions values", () => {
    expect(points("0,0,red\n1,1,blue\n2,2,red")).toMatchObject({
      kind: "classes",
      points: [
        [0, 0, 0],
        [1, 1, 1],
        [2, 2, 0],
      ],
      classNames: ["red", "blue"],
      isAmbiguous: false,
    });
    expect(points("0,0,0.5\n1,1,-2")).toMatchObject({ kind: "values", isAmbiguous: true });
    expect(points("0,0,-1\n1,1,1")).toMatchObject({ kind: "classes", classNames: ["-1", "1"] });
    expect(points("0,0,-1\n1,1,1", "values").points.map(([, , label]) => label)).toEqual([-1, 1]);
    expect(points("0,0,1\n1,1,2").points.map(([, , label]) => label)).toEqual([0, 1]);
    expect(points("0,0,0\n1,1,2").points.map(([, , label]) => label)).toEqual([0, 2]);
  });

  test("a name may hold separators, quotes and line breaks, and lines are counted through them", () => {
    expect(points('x,y,label\n0,0,"a, ""b""\nc"\n1,1,d').classNames).toEqual(['a, "b"\nc', "d"]);
    expect(refused('0,0,"a\r\nb"\n1,oops,c')).toEqual(["3:2 y must be a number from −1000 to 1000, not “oops”"]);
  });

  test("columns that are not used are named", () => {
    expect(points("x,y,label,set\n0,0,0,test\n1,1,1,test").unused).toEqual(["set"]);
    expect(points("0,0,0,9\n1,1,1").unused).toEqual(["column 4"]);
    expect(points("x,y,label\n0,0,0,,5\n1,1,1").unused).toEqual(["column 5"]);
    expect(points("0,0,0,\n1,1,1,").unused).toEqual([]);
  });
});

describe("refused, with line and column", () => {
  test.each([
    ["1,2,0\n3,four,1", "2:2 y must be a number from −1000 to 1000, not “four”"],
    ["x,y,label\n1,2,0\n3,4", "3:3 label is missing; each row needs x, y and label"],
    ["1,2,0\n1001,2,1", "2:1 x must be a number from −1000 to 1000, not “1001”"],
    ["1,2,0\n,2,1", "2:1 x must be a number from −1000 to 1000, not nothing"],
    ["1,2,0\n1,2,", "2:3 label is empty; it must be a class or a value"],
    ["1,2,0.5\n1,2,5e9", "2:3 label must be a number from −1000 to 1000, not “5e9”"],
    ["0,0,a\n0,0,b\n0,0,c\n0,0,d\n0,0,e\n0,0,f\n0,0,g", "7:3 “g” is a seventh class; at most 6 are possible"],
    ['1,2,"a\n3,4,b', "1:3 the quotation marks are opened and never closed"],
    [
      '1,2,"a"b\n3,4,c',
      "1:3 after closing quotation marks the field must end; quotation marks within a field are written twice",
    ],
    ["1,2,0\nInfinity,NaN,1", "2:1 x must be a number from −1000 to 1000, not “Infinity”"],
    ["  \n ", "1:1 there is nothing to read"],
  ])("%j", (text, sentence) => {
    expect(refused(text)[0]).toBe(sentence);
  });

  test("ten thousand rows are read, one more is refused at its line", () => {
    const rows = (count: number): string => Array.from({ length: count }, (_, i) => `${i % 10},1,${i % 2}`).join("\n");
    expect(points(rows(10_000)).points).toHaveLength(10_000);
    expect(refused(rows(10_001))).toEqual(["10001:1 there are 10,001 rows; at most 10,000 are possible"]);
  });

  test("all that is wrong is found, not only the first", () => {
    expect(refused("a,2,0\n1,b,0\nc,d,1")).toHaveLength(4);
  });
});

const float = fc.float({ min: -1000, max: 1000, noNaN: true }).map((value) => value + 0);

test("what is written is read back the same, to the last bit", () => {
  const classes = fc.array(fc.tuple(float, float, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 2,
  });
  const values = fc.array(fc.tuple(float, float, float, fc.integer({ min: 0, max: 2 })), { minLength: 2 });
  const check = (kind: OwnKind) => (rows: [number, number, number, number][]) => {
    // A file without class 0 numbers its classes anew.
    fc.pre(kind === "values" || rows.some(([, , label]) => label === 0));
    const read = points(writeCsv(Float32Array.from(rows.flat())), kind);
    expect(read.points.map((point) => point.map(Math.fround))).toEqual(rows.map((row) => row.slice(0, 3)));
  };
  fc.assert(fc.property(classes, check("classes")));
  fc.assert(fc.property(values, check("values")));
});

test("fields of any text come back, with any separator", () => {
  const field = fc.string({ unit: fc.constantFrom("a", "7", '"', ",", ";", "\t", "\n", "\r\n", " ", "é") });
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
      fc.constantFrom(",", ";", "\t"),
      (rows, separator) => {
        const text = rows.map((row) => row.map((of) => `"${of.replaceAll('"', '""')}"`).join(separator)).join("\n");
        const read = rowsOf(text, separator as "," | ";" | "\t");
        expect(Array.isArray(read) && read.map(({ fields }) => fields)).toEqual(rows);
      },
    ),
  );
});

test("hostile texts get points, or sentences with a line and a column that are there", () => {
  const unit = fc.constantFrom(
    "0",
    "1",
    "9",
    ".",
    "-",
    "e",
    "x",
    "y",
    "label",
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    '"',
    "\uFEFF",
    "\0",
    "∞",
    "  ",
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: "binary" })), (text) => {
      const result = readCsv(text, limits);
      if ("points" in result) {
        for (const point of result.points.points) for (const value of point) expect(Math.abs(value)).toBeLessThanOrEqual(1000);
        return;
      }
      const lines = text.split(/\r\n|\r|\n/);
      expect(result.problems.length).toBeGreaterThan(0);
      for (const { line, column, sentence } of result.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(sentence).toMatch(/\w/);
      }
    }),
    { numRuns: 2000 },
  );
});

test("the separator is told by the first line", () => {
  expect(separatorOf("a,b,c\n1;2;3;4")).toBe(",");
  expect(separatorOf("1,5;2,5;0")).toBe(";");
  expect(separatorOf('\n"a,b,c,d";e;f')).toBe(";");
  expect(separatorOf("1\t2,0\t3")).toBe("\t");
  expect(separatorOf("")).toBe("\t");
});
