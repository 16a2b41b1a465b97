/** The microscope's own account of a cost, against the core's numbers: every cost with every output that goes with it. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { type Iteration, iterationOf } from "../../../web/src/page/ui/equation/iteration.ts";
import { costSlope, exampleCost } from "../../../web/src/page/ui/microscope/costs.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const fresh = (link: string): Iteration => {
  const engine = new Engine(module);
  engine.open(link);
  engine.watch({ iteration: {} });
  const { experiment, sizes } = engine.describe();
  const iteration = iterationOf(engine.frame(1), sizes, experiment);
  engine.delete();
  if (iteration === null) throw new Error("no iteration");
  return iteration;
};

/** What the line that is written comes to. */
function value({ before, terms, after }: ReturnType<typeof exampleCost>[number]): number {
  const sum = terms.reduce((total, term) => total + term.reduce((product, factor) => product * factor, 1), 0);
  const names: Record<string, string> = { "−": "-", "·": "*", ln: "Math.log", max: "Math.max", min: "Math.min" };
  const line = `${before} (${sum}) ${after}`.replace(/−|·|ln|max|min/g, (sign) => names[sign] ?? "");
  return new Function(`return ${line}`)() as number;
}

test("every cost and its slope are worked out, and come to what the core has", () => {
  for (const { name: cost, outputs } of module.catalogue().costs)
    for (const output of outputs) {
      // Weights so large that differences are on either side of where Huber's cost bends.
      const iteration = fresh(`data=blobs&layers=3&output=${output}&cost=${cost}&initializer=normal`);
      const { last, sizes, traced } = iteration;
      const outputsOf = (of: (j: number) => number) => Array.from({ length: sizes[last] ?? 0 }, (_, j) => of(j));
      for (let i = 0; i < traced; i++) {
        const a = outputsOf((j) => iteration.a(i, last, j));
        const y = outputsOf((j) => iteration.y(i, j));
        const [worked] = exampleCost(cost, a, y);
        expect(worked && value(worked), `${cost} ${output} ${i}`).toBeCloseTo(iteration.costOf(i), 3);
        for (const [j, one] of a.entries()) {
          const [slope] = costSlope(cost, one, y[j] ?? Number.NaN);
          expect(slope && value(slope), `${cost} ${output} ${i} ${j}`).toBeCloseTo(iteration.costGradient(i, j), 3);
        }
      }
    }
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
