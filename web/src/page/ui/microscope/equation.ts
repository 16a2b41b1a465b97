/** What the microscope shows of one phase: the equation as matrices and for one neuron, with their numbers. */
import type { Slots } from "../../mathematics/slots";
import type { MatrixPicture } from "../equation/matrix";
import type { SymbolName } from "../equation/symbols";
import type { Place } from "./target";

/** A product of a sum, such as w a. */
export type Term = readonly number[];

/** Σ of the terms, then what follows: "(2.84 · (−0.01) + …) · 0.324 = 1.151". */
export interface Expansion {
  formula: string;
  slots: Slots;
  /** In front of the sum, such as 1/m; empty for nothing. */
  before: string;
  terms: readonly Term[];
  /** Terms of which the numbers are not known one by one. */
  unlisted: number;
  /** After the sum: "+ 0.1", "· 0.3". */
  after: string;
  result: number;
  /** Of softmax: what stands here is e to this number over the sum of e to each term. */
  powerOver?: number;
}

export interface Equation {
  /** "BP2"; empty for what is none of the four. */
  name: string;
  title: string;
  /** In one or two sentences, what happens here. */
  sentence: string;
  /** The same with its numbers, for the example, neuron and weight that are looked at. */
  reading: string;
  /** What else there is to know, such as why the indices run jk; empty for nothing. */
  note: string;
  formulas: readonly { of: string; slots: Slots }[];
  /** Rows of matrices with the signs between them. */
  pictures: readonly (readonly (MatrixPicture<SymbolName> | string)[])[];
  expansions: readonly Expansion[];
  /** What the letters mean that are no symbol to point at: "m", "Cₓ"; empty for none. */
  letters: string;
  symbols: Partial<Record<SymbolName, Place>>;
  /** Whose difference quotient stands beside the result: the flat position of a parameter, averaged over the batch or of one example. */
  check: { parameter: number; averaged: boolean; name: string; value: number } | null;
}
