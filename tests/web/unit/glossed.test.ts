/** The glossary's terms are found in sentences, in whatever form they stand there. */
import { expect, test } from "vitest";
import { finderOf } from "../../../web/src/page/ui/glossed/find.ts";

const find = finderOf({
  Adam: "Adam",
  batch: "batch",
  bias: "bias",
  ReLU: "ReLU",
  "leaky ReLU": "leaky ReLU",
  "mini-batch": "mini-batch",
  saturation: "saturation",
  saturated: "saturation",
});
/** "saturation<saturated>" */
const found = (text: string): string[] =>
  find(text).flatMap((piece) => (typeof piece === "string" ? [] : [`${piece.term}<${piece.words}>`]));

test.each([
  ["one bias, many biases", ["bias<bias>", "bias<biases>"]],
  ["Biases first; a mini-batch is no batch", ["bias<Biases>", "mini-batch<mini-batch>", "batch<batch>"]],
  ["Leaky ReLU and two ReLUs", ["leaky ReLU<Leaky ReLU>", "ReLU<ReLUs>"]],
  ["It is saturated", ["saturation<saturated>"]],
  ["Adam, not adam; unbiased, biasing, full-batch", ["Adam<Adam>"]],
  ["a neuron's bias’s and (bias)", ["bias<bias>", "bias<bias>"]],
  ["", []],
])("%s", (text, terms) => expect(found(text)).toEqual(terms));

test("nothing of the sentence is lost", () => {
  const text = "Adam draws a mini-batch; the bias of a leaky ReLU stays.";
  expect(
    find(text)
      .map((piece) => (typeof piece === "string" ? piece : piece.words))
      .join(""),
  ).toBe(text);
});
