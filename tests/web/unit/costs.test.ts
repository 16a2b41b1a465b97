/** The microscope's own account of a cost, against the core's numbers: every cost with every output that goes with it. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { costSlope, exampleCost } from "../../../web/src/page/ui/microscope/costs.ts";
import { loadModule } from "../../bindings/module.ts";
import { readable } from "./literal.ts";
import { nextIterationOf } from "./next-iteration.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

/** What the line that is written comes to. */
function resultOf({ before, terms, after }: ReturnType<typeof exampleCost>[number]): number {
  const sum = terms.reduce((total, term) => total + term.reduce((product, factor) => product * factor, 1), 0);
  return new Function(`return ${readable(before)}(${sum})${readable(after)}`)() as number;
}

const expectSame = (worked: ReturnType<typeof exampleCost>, core: number, where: string): void => {
  const [line] = worked;
  const value = line === undefined ? Number.NaN : resultOf(line);
  // Desired answers are written with four decimals, in which a class is exact.
  expect(Math.abs(value - core), where).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(core)));
};

test("every cost and its slope are worked out, and come to what the core has", () => {
  const bends = { within: 0, beyond: 0 };
  for (const { name: cost, outputs } of module.catalogue().costs)
    for (const output of outputs) {
      const iteration = nextIterationOf(module, `data=blobs&layers=3&output=${output}&cost=${cost}&initializer=normal`);
      const { last, sizes, traced } = iteration;
      const outputsOf = (of: (j: number) => number) => Array.from({ length: sizes[last] ?? 0 }, (_, j) => of(j));
      for (let i = 0; i < traced; i++) {
        const a = outputsOf((j) => iteration.a(i, last, j));
        const y = outputsOf((j) => iteration.y(i, j));
        expectSame(exampleCost(cost, a, y), iteration.costOf(i), `${cost} ${output} ${i}`);
        for (const [j, one] of a.entries()) {
          const desired = y[j] ?? Number.NaN;
          expectSame(costSlope(cost, one, desired), iteration.costGradient(i, j), `${cost} ${output} ${i} ${j}`);
          if (cost === "huber") bends[Math.abs(one - desired) <= 1 ? "within" : "beyond"] += 1;
        }
      }
    }
  // Weights are so large that Huber's cost is seen on either side of where it bends.
  expect(Math.min(bends.within, bends.beyond)).toBeGreaterThan(0);
});

test("where an answer has been rounded to 0, its logarithm is not worked out", () => {
  expect(exampleCost("crossEntropy", [0], [1])).toEqual([]);
  expect(exampleCost("logLikelihood", [0, 1], [1, 0])).toEqual([]);
  expect(exampleCost("crossEntropy", [1], [1])).toHaveLength(1);
});

test("a cost that the page does not know is left as its formula has it", () => {
  expect(exampleCost("another", [0], [1])).toEqual([]);
  expect(costSlope("another", 0, 1)).toEqual([]);
});
