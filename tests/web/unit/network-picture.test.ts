/** What of a network's drawing need not be drawn again. */
import { expect, test } from "vitest";
import { looksSame } from "../../../web/src/page/views/network-picture.ts";

const sizes = [1, 1, 1];
const at = (...parameters: number[]) => ({ parameters: Float32Array.from(parameters), leasts: [0, 0, 0] });
const drawn = at(0.5, 0.014, -0.3, 0);

test("what moves by less than one sees looks the same, and more does not", () => {
  expect(looksSame(sizes, drawn, at(0.52, 0.02, -0.31, 0), 0.03)).toBe(true);
  expect(looksSame(sizes, drawn, at(0.54, 0.014, -0.3, 0), 0.03)).toBe(false);
  expect(looksSame(sizes, drawn, at(0.5, 0.014, -0.3001, 0), 0)).toBe(false);
  expect(looksSame(sizes, drawn, at(0.5, 0.014, Number.NaN, 0), 0.03)).toBe(false);
});

test("another sign is another colour, however small the step", () => {
  expect(looksSame(sizes, drawn, at(0.5, -0.001, -0.3, 0), 0.03)).toBe(false);
  expect(looksSame(sizes, drawn, at(0.5, 0, -0.3, 0), 0.03)).toBe(false);
  expect(looksSame(sizes, drawn, at(0.5, 0.014, -0.3, 0.001), 0.03)).toBe(false);
});

test("where small weights fade, less is seen, and another least weight too", () => {
  const faded = (parameter: number, least: number) => ({ ...at(parameter, 0.014, -0.3, 0), leasts: [0, least, 0] });
  expect(looksSame(sizes, faded(0.5, 0.1), faded(0.502, 0.1), 0.03)).toBe(true);
  expect(looksSame(sizes, faded(0.5, 0.1), faded(0.51, 0.1), 0.03)).toBe(false);
  expect(looksSame(sizes, faded(0.5, 0.1), faded(0.5, 0.11), 0.03)).toBe(false);
});
