/**
 * Shapes: what a type declares and what a value is, in the same words, so that the two can be compared.
 *
 * A shape is a set of lines `path: kind`. The fields of an object and the elements of an array get lines of their own; an object's
 * line names its fields, so that one object in an array that lacks a field shows too:
 *
 *     answer: { problems, restarted }
 *     answer.problems: array
 *     answer.problems[]: { field, message }
 *     answer.problems[].field: string
 *
 * A union has one line for each of its members. So the shape of a type is the union of the shapes of all its values.
 */
import ts from "typescript";

export type Shape = Set<string>;

const objectKind = (names: string[]): string => `{ ${names.toSorted().join(", ")} }`;

export function shapeOfValue(path: string, value: unknown, into: Shape = new Set()): Shape {
  const add = (kind: string) => into.add(`${path}: ${kind}`);
  if (value === null) add("null");
  else if (Array.isArray(value)) {
    add("array");
    for (const element of value) shapeOfValue(`${path}[]`, element, into);
  } else if (ArrayBuffer.isView(value)) add(value.constructor.name);
  else if (typeof value === "object") {
    const fields = Object.entries(value);
    add(objectKind(fields.map(([name]) => name)));
    for (const [name, field] of fields) shapeOfValue(`${path}.${name}`, field, into);
  } else add(typeof value);
  return into;
}

export function shapeOfType(checker: ts.TypeChecker, path: string, type: ts.Type, into: Shape = new Set()): Shape {
  const add = (kind: string) => into.add(`${path}: ${kind}`);
  // boolean comes first: to the compiler it is the union of true and false.
  if (type.flags & (ts.TypeFlags.Boolean | ts.TypeFlags.Number | ts.TypeFlags.String)) add(checker.typeToString(type));
  // Which texts there are is no matter of shape.
  else if (type.flags & ts.TypeFlags.StringLiteral) add("string");
  else if (type.flags & ts.TypeFlags.Null) add("null");
  else if (type.flags & ts.TypeFlags.Void) add("undefined");
  else if (type.isUnion()) for (const member of type.types) shapeOfType(checker, path, member, into);
  else if (checker.isArrayType(type) || checker.isTupleType(type)) {
    add("array");
    for (const element of checker.getTypeArguments(type as ts.TypeReference)) {
      shapeOfType(checker, `${path}[]`, element, into);
    }
  } else if (/^(Ui|I)nt\d+Array$|^Float\d+Array$/.test(type.symbol?.name)) add(type.symbol.name);
  else if (type.flags & ts.TypeFlags.Object) {
    const fields = checker.getPropertiesOfType(type);
    add(objectKind(fields.map((field) => field.name)));
    for (const field of fields) shapeOfType(checker, `${path}.${field.name}`, checker.getTypeOfSymbol(field), into);
  } else throw new Error(`${path}: shapes have no word for ${checker.typeToString(type)}`);
  return into;
}
