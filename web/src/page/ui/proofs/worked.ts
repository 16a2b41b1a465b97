/** A right-hand side worked out: the network's numbers, added and multiplied. What is shown is what the value is made of. */
export type Worked =
  | number
  | { of: "sum"; parts: readonly Worked[] }
  | { of: "product"; parts: readonly Worked[] }
  | { of: "negative"; parts: readonly [Worked] }
  | { of: "difference"; parts: readonly [from: Worked, take: Worked] }
  | { of: "quotient"; parts: readonly [above: Worked, below: Worked] };

export const sum = (parts: readonly Worked[]): Worked => ({ of: "sum", parts });
export const product = (...parts: Worked[]): Worked => ({ of: "product", parts });
export const negative = (part: Worked): Worked => ({ of: "negative", parts: [part] });
export const difference = (from: Worked, take: Worked): Worked => ({ of: "difference", parts: [from, take] });
export const quotient = (above: Worked, below: Worked): Worked => ({ of: "quotient", parts: [above, below] });
export const mean = (parts: readonly Worked[]): Worked => product(quotient(1, parts.length), sum(parts));

export function evaluate(worked: Worked): number {
  if (typeof worked === "number") return worked;
  const values = worked.parts.map(evaluate);
  const [first = Number.NaN, second = Number.NaN] = values;
  switch (worked.of) {
    case "sum":
      return values.reduce((total, value) => total + value, 0);
    case "product":
      return values.reduce((total, value) => total * value, 1);
    case "negative":
      return -first;
    case "difference":
      return first - second;
    case "quotient":
      return first / second;
  }
}

/** Whether it stands in brackets as a part of that; nothing, and no sign, stands before the part with which the text begins. */
export function isBracketed(part: Worked, of: Exclude<Worked, number>["of"], first: boolean, begins: boolean): boolean {
  if (typeof part === "number") return part < 0 && !begins;
  if (part.of === "negative") return !begins;
  switch (of) {
    case "negative":
      return true;
    case "sum":
      return false;
    case "product":
      return part.of === "sum" || part.of === "difference" || (part.of === "quotient" && !first);
    case "difference":
      return !first && (part.of === "sum" || part.of === "difference");
    case "quotient":
      return part.of !== "product" || !first;
  }
}
