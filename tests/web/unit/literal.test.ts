/** Every row of matrices and every worked-out sum under the microscope is literally true: read as written and computed again. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, Catalogue } from "../../../bindings/backprop.d.ts";
import type { Equation, Expansion } from "../../../web/src/page/ui/microscope/equation.ts";
import { equationOf } from "../../../web/src/page/ui/microscope/equations.ts";
import { layerOf, phasesOf } from "../../../web/src/page/ui/microscope/phases.ts";
import { loadModule } from "../../bindings/module.ts";
import { digits, expectTrue, readable } from "./literal.ts";
import { nextIterationOf } from "./next-iteration.ts";

let module: BackpropModule;
let catalogue: Catalogue;
beforeAll(async () => {
  module = await loadModule();
  catalogue = module.catalogue();
});

/** A number that has four decimals, or the two digits of a very small one: that much is left of it. What has fewer is whole. */
const rounded = /\d+\.\d{4}(?!\d)|\d\.\de-\d+/g;
const halfUnit = (shown: string): number => {
  const [digits = "", power = "0"] = shown.split("e");
  return 0.5 * 10 ** (Number(power) - (digits.split(".")[1]?.length ?? 0));
};

/** As it stands on screen, but with all digits of the terms; and how far what stands around them, rounded, can lead off. */
function expansionValue({ before, terms, after, powerOver }: Expansion): { value: number; reach: number } {
  if (powerOver !== undefined) {
    const value = Math.exp(powerOver) / terms.reduce((sum, [z = 0]) => sum + Math.exp(z), 0);
    return { value, reach: digits * value };
  }
  const compute = (before: string, after: string, f = (x: number): number => x): number => {
    const sum = terms.map((term) => term.map((x) => `(${f(x)})`).join("*")).join("+");
    return Number(new Function(`return ${readable(before)}(${sum})${readable(after)}`)());
  };
  const [front, back] = [readable(before), readable(after)];
  const value = compute(front, back);
  let reach = digits * Math.max(Math.abs(value), Math.abs(compute(front, back, Math.abs)));
  for (const place of [...front.matchAll(rounded)]) reach += Math.abs(compute(moved(front, place), back) - value);
  for (const place of [...back.matchAll(rounded)]) reach += Math.abs(compute(front, moved(back, place)) - value);
  return { value, reach };
}

/** The text with one of its numbers half a unit of its last digit larger. */
function moved(text: string, { 0: shown, index }: RegExpExecArray): string {
  return `${text.slice(0, index)}${Number(shown) + halfUnit(shown)}${text.slice(index + shown.length)}`;
}

interface Case {
  link: string;
  train: number;
  /** A weight or bias that stays what it is. */
  frozen?: number;
  /** Layers of which the step is not just η times the gradient beside it. */
  handIn?: number[];
}

const tanh = "data=circle&layers=4,3&activations=tanh&output=tanh&batchSize=10";
const networks: Case[] = [
  { link: tanh, train: 30 },
  { link: "data=circle&layers=3&activations=tanh&output=tanh&batchSize=1", train: 10 },
  { link: "data=circle&layers=3&activations=tanh&output=tanh&batchSize=10&l2=0.01", train: 20 },
  { link: "data=blobs&layers=4&output=softmax&cost=logLikelihood&batchSize=6", train: 15 },
  { link: "data=blobs&layers=4&output=softmax&cost=quadratic&batchSize=6&optimizer=adam", train: 15 },
  { link: `${tanh}&clipNorm=0.01`, train: 30, handIn: [1, 2, 3] },
  { link: `${tanh}&clipNorm=1000`, train: 30, handIn: [] },
  { link: `${tanh}&dropout=0.4`, train: 30, handIn: [1, 2, 3] },
  { link: tanh, train: 30, frozen: 0, handIn: [1] },
];

test.each(networks)("$link, frozen: $frozen", ({ link, train, frozen, handIn }) => {
  const iteration = nextIterationOf(module, link, (engine) => {
    if (frozen !== undefined) engine.freeze(frozen, true);
    engine.train(train);
  });
  const { sizes } = iteration;
  const last = sizes.length - 1;
  // A step is from one single-precision weight to another: each is half a unit of its last place off.
  const ofStep = 2 ** -24 * 2 * Math.max(...iteration.parameters.map(Math.abs));
  const seen: string[] = [];
  const withHand = new Set<number>();
  for (const wholeBatch of [false, true])
    for (const phase of phasesOf(last))
      for (let wanted = 1; wanted <= last; wanted++) {
        const layer = layerOf(phase, last, wanted);
        const focus = { layer, neuron: 0, from: 0, example: iteration.m > 1 ? 1 : 0 };
        const equation: Equation = equationOf(iteration, phase, focus, focus, wholeBatch, catalogue, () => {});
        const where = `${phase.name} of layer ${layer}${wholeBatch ? ", whole mini-batch" : ""}`;
        for (const row of equation.pictures) expectTrue(row, where, phase.kind === "update" ? ofStep : 0);
        for (const expansion of equation.expansions) {
          if (expansion.unlisted > 0) continue;
          const { value, reach } = expansionValue(expansion);
          expect(Math.abs(value - expansion.result), `${where}: ${expansion.before}`).toBeLessThanOrEqual(reach);
        }
        if (equation.sentence.includes("has a hand in it")) withHand.add(layer);
        if (equation.pictures.length > 0) seen.push(phase.kind);
      }
  expect(new Set(seen)).toEqual(new Set(["forward", "cost", "error", "biases", "weights", "update"]));
  expect([...withHand]).toEqual(handIn ?? []);
});

test("where more examples are averaged than can be shown, the rest is counted", () => {
  const iteration = nextIterationOf(module, "data=circle&layers=3&batchSize=150");
  expect(iteration.traced).toBeLessThan(150);
  const [phase] = phasesOf(2).filter(({ kind }) => kind === "weights");
  const focus = { layer: 1, neuron: 0, from: 0, example: 0 };
  if (phase === undefined) throw new Error("no phase");
  const [row = []] = equationOf(iteration, phase, focus, focus, true, catalogue, () => {}).pictures;
  const words = row.filter((item) => typeof item === "string").join(" ");
  expect(words).toBe(`= 1/150 · ( · + the same of ${150 - iteration.traced} more )`);
});
