/**
 * Each cost by the core's name for it: the cost C_x of one example and its slope by one answer, with their numbers. The core's
 * cost.hpp says where the formulas come from. Slots: l the output layer, j the neuron whose answer it is.
 */
import { formatNumber, formatOperand } from "../../format";
import { tex } from "../../mathematics/tex";
import type { Expansion, Term } from "./equation";

/** What is written between a formula and its result: `before` (the sum of the terms) `after`. */
type Worked = Pick<Expansion, "before" | "terms" | "after">;
type Unsolved = Omit<Expansion, "slots" | "result">;

interface CostForm {
  cost: string;
  /** From all answers and desired answers of the example; null where a logarithm is lost, its answer rounded to 0 or 1. */
  costWith(a: readonly number[], y: readonly number[]): Worked | null;
  slope: string;
  /** From the answer of the one neuron and the desired one. */
  slopeWith(a: number, y: number): Worked;
}

const sum = (terms: readonly Term[], before = "", after = ""): Worked => ({ before, terms, after });
/** Of the differences of the second from the first. */
const squares = (from: readonly number[], of: readonly number[]): Term[] =>
  from.map((one, j) => [(of[j] ?? 0) - one, (of[j] ?? 0) - one]);
const difference = (a: number, y: number): Term[] => [[a], [-y]];
/** -ln p_1 - ln p_2 .. is that of the product. */
const logarithm = (p: readonly number[]): Worked | null => (p.includes(0) ? null : sum([p], "−ln"));

const forms: Readonly<Record<string, CostForm>> = {
  quadratic: {
    cost: tex`C_x = \frac{1}{2} \sum_k (y_k - a^{\slot{l}}_k)^2`,
    costWith: (a, y) => sum(squares(a, y), "1/2 ·"),
    slope: tex`\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} = a^{\slot{l}}_{\slot{j}} - y_{\slot{j}}`,
    slopeWith: (a, y) => sum([[a]], "", `− ${formatOperand(y)}`),
  },
  meanSquared: {
    cost: tex`C_x = \sum_k (y_k - a^{\slot{l}}_k)^2`,
    costWith: (a, y) => sum(squares(a, y)),
    slope: tex`\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} = 2 \, (a^{\slot{l}}_{\slot{j}} - y_{\slot{j}})`,
    slopeWith: (a, y) => sum(difference(a, y), "2 ·"),
  },
  crossEntropy: {
    cost: tex`C_x = - \sum_k \left[ y_k \ln a^{\slot{l}}_k + (1 - y_k) \ln(1 - a^{\slot{l}}_k) \right]`,
    // With y = 0 or 1 one of the two is left of each answer.
    costWith: (a, y) => logarithm(a.map((one, j) => (y[j] === 1 ? one : 1 - one))),
    slope: tex`\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} = \frac{1 - y_{\slot{j}}}{1 - a^{\slot{l}}_{\slot{j}}} - \frac{y_{\slot{j}}}{a^{\slot{l}}_{\slot{j}}}`,
    slopeWith: (a, y) => (y === 1 ? sum([[a]], "−1 /") : sum([[1 - a]], "1 /")),
  },
  logLikelihood: {
    cost: tex`C_x = - \sum_k y_k \ln a^{\slot{l}}_k`,
    costWith: (a, y) => logarithm(a.filter((_, j) => y[j] === 1)),
    slope: tex`\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} = - \frac{y_{\slot{j}}}{a^{\slot{l}}_{\slot{j}}}`,
    slopeWith: (a, y) => sum([[a]], `−${formatNumber(y)} /`),
  },
  huber: {
    cost: tex`C_x = \sum_k \begin{cases} d_k^2 / 2 & |d_k| \le 1 \\ |d_k| - 1/2 & |d_k| > 1 \end{cases}, \; d = a^{\slot{l}} - y`,
    costWith: (a, y) => sum(squares(y, a).flatMap(([d = 0]) => (Math.abs(d) <= 1 ? [[0.5, d, d]] : [[Math.abs(d)], [-0.5]]))),
    slope: tex`\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} = \max(-1, \min(1, a^{\slot{l}}_{\slot{j}} - y_{\slot{j}}))`,
    slopeWith: (a, y) => sum(difference(a, y), "max(−1, min(1,", "))"),
  },
};

/** How C_x comes about; nothing for a cost that is not here. */
export function exampleCost(cost: string, a: readonly number[], y: readonly number[]): Unsolved[] {
  const form = forms[cost];
  const worked = form?.costWith(a, y) ?? null;
  return form === undefined || worked === null ? [] : [{ formula: form.cost, ...worked, unlisted: 0 }];
}

/** How dC_x/da_j comes about. */
export function costSlope(cost: string, a: number, y: number): Unsolved[] {
  const form = forms[cost];
  return form === undefined ? [] : [{ formula: form.slope, ...form.slopeWith(a, y), unlisted: 0 }];
}
