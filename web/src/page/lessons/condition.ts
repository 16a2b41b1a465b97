/**
 * Conditions of lessons, such as `epoch >= 20 and trainingCost < 2 * validationCost`: taken apart when the page is built, held
 * against the facts while it runs.
 */

/** What a fact is at the moment: NaN and the empty text are not there, and nothing compares with them. */
export type FactValue = number | string;
export type FactKind = "number" | "text";

/** The longer ones first: so they are found. */
const operators = ["<=", ">=", "!=", "=", "<", ">"] as const;
type Operator = (typeof operators)[number];

/** A fixed value, or a multiple of another fact. */
export type Term = { value: FactValue } | { factor: number; fact: string };

export interface Clause {
  fact: string;
  operator: Operator;
  term: Term;
}

/** All of them hold. */
export type Condition = readonly Clause[];

/** Throws a sentence that says what is wrong. `kindOf` is null for what is no fact. */
export function parseCondition(text: string, kindOf: (fact: string) => FactKind | null): Condition {
  return text.split(/\s+and\s+/).map((part) => parseClause(part.trim(), kindOf));
}

function parseClause(text: string, kindOf: (fact: string) => FactKind | null): Clause {
  const [, fact = "", sign = "", right = ""] = /^([^\s<>=!]+)\s*(<=|>=|!=|=|<|>)\s*(.+)$/.exec(text) ?? [];
  const operator = operators.find((known) => known === sign);
  if (operator === undefined) throw new Error(`"${text}" is no comparison such as "epoch >= 20"`);
  const kind = kindOf(fact);
  if (kind === null) throw new Error(`"${fact}" is no fact; web/src/page/state/facts.ts lists them all`);
  if (kind === "number") return { fact, operator, term: parseNumber(fact, right, kindOf) };
  if (operator !== "=" && operator !== "!=") throw new Error(`"${fact}" is no number, so it has no ${operator}`);
  return { fact, operator, term: { value: right } };
}

/** `0.1`, `validationCost` or `2 * validationCost`. */
function parseNumber(fact: string, text: string, kindOf: (fact: string) => FactKind | null): Term {
  if (isNumber(text)) return { value: Number(text) };
  const [, factor = "1", other = ""] = /^(?:(\S+)\s*\*\s*)?([^\s*]+)$/.exec(text) ?? [];
  if (kindOf(other) !== "number" || !isNumber(factor))
    throw new Error(`"${fact}" is a number, and "${text}" is neither one nor another fact that is one`);
  return { factor: Number(factor), fact: other };
}

const isNumber = (text: string): boolean => text !== "" && Number.isFinite(Number(text));

export function holds(condition: Condition, read: (fact: string) => FactValue): boolean {
  return condition.every(({ fact, operator, term }) => {
    const left = read(fact);
    const right = "value" in term ? term.value : term.factor * Number(read(term.fact));
    return !isMissing(left) && !isMissing(right) && compare(left, operator, right);
  });
}

const isMissing = (value: FactValue): boolean => value === "" || Number.isNaN(value);

function compare(left: FactValue, operator: Operator, right: FactValue): boolean {
  switch (operator) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

/** The facts that a condition reads. */
export function factsOf(condition: Condition): string[] {
  return condition.flatMap(({ fact, term }) => ("fact" in term ? [fact, term.fact] : [fact]));
}
