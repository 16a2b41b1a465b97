import fc from "fast-check";
import { expect, test } from "vitest";
import { type FactValue, factsOf, holds, parseCondition } from "../../../web/src/page/lessons/condition.ts";

const kinds = { epoch: "number", trainingCost: "number", validationCost: "number", layers: "text", phase: "text" } as const;
const kindOf = (fact: string) => kinds[fact as keyof typeof kinds] ?? null;
const now: Record<string, FactValue> = { epoch: 20, trainingCost: 0.1, validationCost: 0.3, layers: "8,8", phase: "error.2" };
const is = (text: string, facts = now): boolean => holds(parseCondition(text, kindOf), (fact) => facts[fact] ?? Number.NaN);

test.each([
  ["epoch >= 20", true],
  ["epoch > 20", false],
  ["epoch = 20 and trainingCost < 0.2", true],
  ["epoch = 20 and trainingCost < 0.1", false],
  ["epoch != 19", true],
  ["layers = 8,8", true],
  ["layers != 8,8", false],
  ["phase = error.2", true],
  ["validationCost > trainingCost", true],
  ["validationCost > 2.5 * trainingCost", true],
  ["validationCost > 3.5 * trainingCost", false],
])("%s is %s", (text, expected) => {
  expect(is(text)).toBe(expected);
});

test("every comparison of numbers says what the operator says, however it is spaced", () => {
  const says: Record<string, (a: number, b: number) => boolean> = {
    "=": (a, b) => a === b,
    "!=": (a, b) => a !== b,
    "<": (a, b) => a < b,
    "<=": (a, b) => a <= b,
    ">": (a, b) => a > b,
    ">=": (a, b) => a >= b,
  };
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(
      number,
      number,
      fc.constantFrom(...Object.keys(says)),
      fc.constantFrom("", " ", "  "),
      (a, b, operator, space) => {
        for (const value of [b, a])
          expect(is(`epoch${space}${operator}${space}${value}`, { epoch: a })).toBe(says[operator]?.(a, value));
      },
    ),
  );
});

test("all parts of a condition must hold", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), (parts) => {
      expect(is(parts.map((part) => (part ? "epoch > 1" : "epoch < 1")).join(" and "))).toBe(parts.every(Boolean));
    }),
  );
});

test("nothing compares with what is not there", () => {
  for (const operator of ["=", "!=", "<", ">="]) {
    expect(is(`epoch ${operator} 3`, {})).toBe(false);
    expect(is(`epoch ${operator} trainingCost`, { epoch: 3 })).toBe(false);
  }
  expect(is("phase != batch", { phase: "" })).toBe(false);
});

test("the facts that a condition reads", () => {
  expect(factsOf(parseCondition("epoch > 1 and validationCost > 2 * trainingCost", kindOf))).toEqual([
    "epoch",
    "validationCost",
    "trainingCost",
  ]);
});

test.each([
  ["epoc > 1", '"epoc" is no fact'],
  ["epoch", '"epoch" is no comparison'],
  ["epoch > 1 and", '"epoch" is a number, and "1 and" is neither'],
  ["epoch > many", '"epoch" is a number, and "many" is neither'],
  ["epoch > 2 * phase", '"epoch" is a number'],
  ["phase > 3", '"phase" is no number'],
])("%s is refused", (text, sentence) => {
  expect(() => parseCondition(text, kindOf)).toThrow(sentence);
});
