/** Every row of matrices and every worked-out sum under the microscope is literally true: read as written and computed again. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, Catalogue } from "../../../bindings/backprop.d.ts";
import { iterationOf } from "../../../web/src/page/ui/equation/iteration.ts";
import type { Equation, Expansion } from "../../../web/src/page/ui/microscope/equation.ts";
import { equationOf } from "../../../web/src/page/ui/microscope/equations.ts";
import { layerOf, phasesOf } from "../../../web/src/page/ui/microscope/phases.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule } from "../../bindings/module.ts";
import { expectTrue } from "./literal.ts";

let module: BackpropModule;
let catalogue: Catalogue;
beforeAll(async () => {
  module = await loadModule();
  catalogue = module.catalogue();
});

/** As it stands on screen, but with all digits of the terms. */
function expansionValue({ before, terms, after, powerOver }: Expansion): number {
  if (powerOver !== undefined) return Math.exp(powerOver) / terms.reduce((sum, [z = 0]) => sum + Math.exp(z), 0);
  const sum = terms.map((term) => term.map((x) => `(${x})`).join("*")).join("+");
  const text = `${before}(${sum})${after}`.replaceAll("·", "*").replaceAll("−", "-").replaceAll("σ", "Math.tanh");
  return Number(new Function(`return ${text.replaceAll("--", "- -")}`)());
}

const networks: [link: string, train: number][] = [
  ["data=circle&layers=4,3&activations=tanh&output=tanh&batchSize=10", 30],
  ["data=circle&layers=3&activations=tanh&output=tanh&batchSize=1", 10],
  ["data=circle&layers=3&activations=tanh&output=tanh&batchSize=10&l2=0.01", 20],
  ["data=blobs&layers=4&output=softmax&cost=logLikelihood&batchSize=6", 15],
  ["data=blobs&layers=4&output=softmax&cost=quadratic&batchSize=6&optimizer=adam", 15],
];

test.each(networks)("%s", (link, iterations) => {
  const engine = new Engine(module);
  expect(engine.open(link).problems).toEqual([]);
  engine.train(iterations);
  engine.watch({ iteration: {} });
  const { experiment, sizes } = engine.describe();
  const iteration = iterationOf(engine.frame(1), sizes, experiment);
  engine.delete();
  if (iteration === null) throw new Error("no iteration");
  const last = sizes.length - 1;
  const seen: string[] = [];
  for (const wholeBatch of [false, true])
    for (const phase of phasesOf(last))
      for (let wanted = 1; wanted <= last; wanted++) {
        const layer = layerOf(phase, last, wanted);
        const focus = { layer, neuron: 0, from: 0, example: iteration.m > 1 ? 1 : 0 };
        const equation: Equation = equationOf(iteration, phase, focus, focus, wholeBatch, catalogue, () => {});
        const where = `${phase.name} of layer ${layer}${wholeBatch ? ", whole mini-batch" : ""}`;
        for (const row of equation.pictures) expectTrue(row, where);
        for (const expansion of equation.expansions)
          if (expansion.unlisted === 0)
            // What stands before and after the sum has four decimals.
            expect(Math.abs(expansionValue(expansion) - expansion.result), `${where}: ${expansion.before}`).toBeLessThan(
              5e-4 * Math.max(1, Math.abs(expansion.result)),
            );
        if (equation.pictures.length > 0) seen.push(phase.kind);
      }
  expect(new Set(seen)).toEqual(new Set(["forward", "cost", "error", "biases", "weights", "update"]));
});

test("where more examples are averaged than can be shown, the rest is counted", () => {
  const engine = new Engine(module);
  engine.open("data=circle&layers=3&batchSize=150");
  engine.watch({ iteration: {} });
  const { experiment, sizes } = engine.describe();
  const iteration = iterationOf(engine.frame(1), sizes, experiment);
  engine.delete();
  if (iteration === null) throw new Error("no iteration");
  expect(iteration.traced).toBeLessThan(150);
  const [phase] = phasesOf(2).filter(({ kind }) => kind === "weights");
  const focus = { layer: 1, neuron: 0, from: 0, example: 0 };
  if (phase === undefined) throw new Error("no phase");
  const [row = []] = equationOf(iteration, phase, focus, focus, true, catalogue, () => {}).pictures;
  const words = row.filter((item) => typeof item === "string").join(" ");
  expect(words).toBe(`= 1/150 · ( · + the same of ${150 - iteration.traced} more )`);
});
