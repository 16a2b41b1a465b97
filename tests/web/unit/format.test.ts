import { expect, test } from "vitest";
import {
  formatCost,
  formatCount,
  formatNumber,
  formatSentence,
  formatShare,
  formatWeight,
  subscript,
  superscript,
} from "../../../web/src/page/format.ts";

test.each([
  [0.123456, "0.123"],
  [0.0345678, "0.035"],
  [0, "0"],
  [0.00001234, "1e−5"],
  [12.3456, "12.346"],
  [1234.5, "1,235"],
  [Number.NaN, "–"],
])("the cost %d reads %s", (cost, text) => {
  expect(formatCost(cost)).toBe(text);
});

test("every minus of an equation's number is a true one", () => {
  expect(formatNumber(-0.0416)).toBe("−0.0416");
  expect(formatNumber(-2.1e-10)).toBe("−2.1e−10");
  expect(formatNumber(0)).toBe("0");
});

test("shares, counts, weights and indices", () => {
  expect(formatShare(1)).toBe("100 %");
  expect(formatShare(0.9866)).toBe("98.7 %");
  expect(formatShare(Number.NaN)).toBe("–");
  expect(formatCount(1234567)).toBe("1,234,567");
  expect(formatWeight(-0.5)).toBe("−0.50");
  expect(formatWeight(-0.001)).toBe("0.00");
  expect(superscript(12)).toBe("¹²");
  expect(subscript(10)).toBe("₁₀");
});

test("sentences of the core have their numbers as the page writes them, and settings as links do", () => {
  expect(formatSentence("Stopped at epoch 9416: 1000 epochs at 0.00012345, for 10000.5 and -0.5; data=own&seed=4096.")).toBe(
    "Stopped at epoch 9,416: 1,000 epochs at 0.00012345, for 10000.5 and −0.5; data=own&seed=4096.",
  );
  expect(
    formatSentence('from -1000 to 1e-05, layers=1024, layers 2-3 (-7), ended at 12345, "1e9, 20000" and "12345" is not.'),
  ).toBe('from −1,000 to 1e-05, layers=1024, layers 2-3 (−7), ended at 12,345, "1e9, 20000" and "12345" is not.');
});
