/** Every line of every proof, worked out on networks of all kinds, against the derivative by its definition. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { definitionOf, verdictOf } from "../../../web/src/page/ui/equation/definition.ts";
import { iterationOf } from "../../../web/src/page/ui/equation/iteration.ts";
import { Pictures } from "../../../web/src/page/ui/equation/pictures.ts";
import { type Looked, layersOf, nudgedAt, type Proof } from "../../../web/src/page/ui/proofs/proof.ts";
import { proofs, readPhase, writePhase } from "../../../web/src/page/ui/proofs/proofs.ts";
import { evaluate } from "../../../web/src/page/ui/proofs/worked.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule } from "../../bindings/module.ts";
import { expectTrue } from "./literal.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const networks = [
  "data=circle&layers=3,2&activations=tanh",
  "data=circle&layers=4,3,2&activations=sigmoid&output=sigmoid&cost=quadratic&batchSize=7",
  "data=xor&layers=3,3&activations=relu,leakyRelu&output=sigmoid&cost=crossEntropy",
  "data=blobs&layers=3,4&activations=silu,tanh&output=softmax&cost=logLikelihood",
  "data=blobs&layers=3&output=softmax&cost=quadratic&batchSize=3",
  "data=pinwheel&classes=5&layers=4&output=softmax&cost=logLikelihood&batchSize=100",
  "data=blobs&layers=3&output=sigmoid&cost=crossEntropy",
  "data=blobs&layers=3&output=tanh&cost=meanSquared&l2=0.1&dropout=0.2",
  "data=hills&layers=4,2&activations=sine,gelu&output=linear&cost=huber",
  "data=hills&layers=4",
  "data=circle&layers=6,6,6,6,6,6&activations=sigmoid&initializer=glorotNormal",
  "data=circle&layers=",
] as const;

/** Where a line was worked out, and what came of it. */
interface Seen {
  proof: string;
  line: number;
  lines: number;
  network: string;
  verdict: string;
}
const seen: Seen[] = [];

/** At most so many neurons of each layer. */
const few = 3;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function workOut(proof: Proof, network: string): string[] {
  const engine = new Engine(module);
  expect(engine.open(network).problems).toEqual([]);
  engine.train(20);
  const { experiment, sizes } = engine.describe();
  const complaints: string[] = [];
  if (proof.hindrance(experiment, sizes) === "") {
    const { first, last } = layersOf(proof, sizes.length - 1);
    for (let layer = first; layer <= last; layer++)
      for (const neuron of upTo(Math.min(few, sizes[layer] ?? 0)))
        for (const example of [0, 2]) {
          const focus = { layer, neuron, from: neuron % (sizes[layer - 1] ?? 1), example };
          const parameter = nudgedAt(proof, sizes, focus);
          engine.watch({ iteration: { parameter } });
          const frame = engine.frame(1);
          const iteration = iterationOf(frame, sizes, experiment);
          if (iteration === null) throw new Error("no iteration");
          const looked: Looked = { iteration, l: layer, j: neuron, k: focus.from, i: example };
          const lines = proof.lines(experiment);
          for (const [at, line] of lines.entries()) {
            const definition = definitionOf(frame.readings.iteration, parameter, line.averaged ? "averaged" : example);
            if (definition === null) throw new Error("no definition");
            expect(Number.isFinite(definition.value)).toBe(true);
            const value = line.worked === null ? definition.value : evaluate(line.worked(looked));
            const verdict = verdictOf(value, definition);
            seen.push({ proof: proof.name, line: at, lines: lines.length, network, verdict });
            if (verdict === "differs" || verdict === "undefined")
              complaints.push(`line ${at + 1}, ${JSON.stringify(focus)}: ${value}, but by definition ${definition.value}`);
            // What stands beside it as matrices is as true.
            const row = line.pictures?.(new Pictures(iteration, focus, false, () => {}), looked) ?? [];
            if (row.length > 0) expectTrue(row, `${proof.name}, line ${at + 1}`);
          }
        }
  }
  engine.delete();
  return complaints;
}

describe.each(proofs.map((proof) => [proof.name, proof] as const))("%s", (_name, proof) => {
  test.each(networks)("every line agrees with the definition: %s", (network) => {
    expect(workOut(proof, network)).toEqual([]);
  });

  test("its own networks suit it, and its words are there", () => {
    for (const { settings } of proof.suitable) {
      const engine = new Engine(module);
      expect(engine.open(settings).problems).toEqual([]);
      const { experiment, sizes } = engine.describe();
      expect(proof.hindrance(experiment, sizes)).toBe("");
      const lines = proof.lines(experiment);
      expect(lines[0]?.worked).toBeNull();
      for (const line of lines) {
        expect(line.formula).toMatch(/^<math/);
        expect(line.why).toMatch(/\.$/);
      }
      // Each line marks what it has rewritten, and the line before it what that was; the last two may begin on something new.
      for (const [at, { formula, averaged }] of lines.entries()) {
        if (at > 0) expect(formula).toMatch(/data-symbol="(made|both)"/);
        if (at < lines.length - 2 && averaged === undefined) expect(formula).toMatch(/data-symbol="(source|both)"/);
      }
      expect(proof.closing(sizes)).toMatch(/\.$/);
      engine.delete();
    }
  });
});

afterAll(() => {
  // Nothing was left out: every line of every proof has been held against a definition that is not at a kink.
  for (const { proof, line } of seen)
    expect(seen.some((one) => one.proof === proof && one.line === line && one.verdict === "agrees")).toBe(true);
  for (const { name } of proofs) {
    const ofProof = seen.filter(({ proof }) => proof === name);
    expect(new Set(ofProof.map(({ network }) => network)).size).toBeGreaterThan(1);
  }
  expect(seen.filter(({ verdict }) => verdict === "kink").length).toBeLessThan(seen.length / 20);
});

test("a line whose number is wrong does not pass", () => {
  const definition = { value: 0.123456, atKink: false };
  expect(verdictOf(0.123456 * (1 + 1e-6), definition)).toBe("agrees");
  expect(verdictOf(0.123456 * (1 + 1e-4), definition)).toBe("differs");
  expect(verdictOf(-0.123456, { ...definition, atKink: true })).toBe("kink");
  expect(verdictOf(Number.NaN, definition)).toBe("undefined");
  // Where the quotient has no more digits, that is no difference.
  expect(verdictOf(1e-13, { value: 0, atKink: false })).toBe("agrees");
  expect(verdictOf(1e-10, { value: 0, atKink: false })).toBe("differs");
});

test("a place in a proof stands in the link; what names none is the first", () => {
  for (const proof of proofs) for (const line of [0, 3]) expect(readPhase(writePhase(proof, line))).toEqual({ proof, line });
  expect(writePhase(proofs[1] as Proof, 2)).toBe("bp2.3");
  for (const phase of ["", "error.2", "bp9.1"]) expect(readPhase(phase).proof.name).toBe("bp1");
  expect(readPhase("bp2.x").line).toBe(0);
  expect(readPhase("bp2.0").line).toBe(0);
});
