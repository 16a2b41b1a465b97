/** What the microscope says of BP1, for every cost with every output that goes with it. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { Pictures } from "../../../web/src/page/ui/equation/pictures.ts";
import { hiddenError, outputError } from "../../../web/src/page/ui/microscope/error-equations.ts";
import { loadModule } from "../../bindings/module.ts";
import { nextIterationOf } from "./next-iteration.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

/** Whether it says that BP1 comes down to a - y, and whether that is so for this example. */
function collapse(link: string): { said: boolean; is: boolean } {
  const iteration = nextIterationOf(module, link);
  const { experiment, sizes } = iteration;
  const focus = { layer: iteration.last, neuron: 0, from: 0, example: 0 };
  const pictures = new Pictures(iteration, focus, false, () => {});
  const slots = { l: "", p: "", n: "", j: "", k: "" };
  const { note } = outputError({
    iteration,
    focus,
    pictures,
    slots,
    costEntry: module.catalogue().costs.find(({ name }) => name === experiment.cost),
    costFormula: "",
    optimizer: undefined,
    optimizerRules: [],
  });
  const off = Array.from({ length: sizes.at(-1) ?? 0 }, (_, j) =>
    Math.abs(iteration.delta(0, iteration.last, j) - (iteration.a(0, iteration.last, j) - iteration.y(0, j))),
  );
  return { said: note.includes("a − y"), is: Math.max(...off) < 1e-9 };
}

test("that it comes down to a - y is said where it does", () => {
  const pairs = module.catalogue().costs.flatMap(({ name, outputs }) => outputs.map((output) => [name, output] as const));
  const said = pairs.filter(([cost, output]) => {
    const { said, is } = collapse(`data=blobs&layers=3&output=${output}&cost=${cost}`);
    // Huber is quadratic near the desired output, but not elsewhere.
    if (cost !== "huber") expect(said, `${cost} ${output}`).toBe(is);
    return said;
  });
  expect(said.length).toBe(3);
});

test("a slope that is negative stands in brackets behind its dot", () => {
  const iteration = nextIterationOf(module, "layers=8&activations=sine&initializer=normal&batchSize=20");
  const factors = Array.from({ length: 20 }, (_, example) => {
    const focus = { layer: 1, neuron: 0, from: 0, example };
    const pictures = new Pictures(iteration, focus, false, () => {});
    const slots = { l: "", p: "", n: "", j: "", k: "" };
    return (
      hiddenError({
        iteration,
        focus,
        pictures,
        slots,
        costEntry: undefined,
        costFormula: "",
        optimizer: undefined,
        optimizerRules: [],
      }).expansions[0]?.after ?? ""
    );
  });
  expect(factors.some((factor) => factor.includes("−"))).toBe(true);
  for (const factor of factors) expect(factor).toMatch(/^· (\d\S*|\(−\d\S*\))$/);
});
