/** The ready cases do what their sentences say. */
import { beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule, LayerReport, Session } from "../../../bindings/backprop.d.ts";
import { cases } from "../../../web/src/page/ui/gradients/cases.ts";
import { loadModule, startSession, trainEpochs } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const norm = (reports: LayerReport[], l: number): number => reports.at(l < 0 ? l : l - 1)?.errorNorm ?? Number.NaN;

/** Layer 1's error, as a share of the output's. */
function share(session: Session): number {
  const reports = session.layers();
  return norm(reports, 1) / norm(reports, -1);
}

const accuracyAfter = (session: Session, epochs: number): number => {
  trainEpochs(session, epochs);
  return session.scores().training.accuracy;
};

const open = (name: string): Session => startSession(module, cases.find((of) => of.name === name)?.settings);

/** What each sentence claims, in its order. */
const claims: Record<string, (session: Session) => void> = {
  sigmoid: (session) => {
    expect(share(session)).toBeLessThan(1e-4);
    expect(share(session)).toBeGreaterThan(1e-5);
    expect(accuracyAfter(session, 1000)).toBeLessThan(0.55);
  },
  tanh: (session) => {
    expect(share(session)).toBeGreaterThan(0.02);
    expect(share(session)).toBeLessThan(0.1);
    expect(accuracyAfter(session, 100)).toBe(1);
  },
  relu: (session) => {
    const slopes = session.histograms(3).slice(0, -1);
    for (const { derivatives } of slopes) expect(derivatives?.counts[1]).toBe(0);
    expect(session.layers().some(({ dead }) => dead > 0)).toBe(true);
    expect(accuracyAfter(session, 100)).toBe(1);
  },
  glorot: (session) => {
    expect(norm(session.layers(), 1)).toBeGreaterThan(10 * norm(open("sigmoid").layers(), 1));
    expect(share(session)).toBeLessThan(1e-3);
    expect(accuracyAfter(session, 1000)).toBeLessThan(0.55);
  },
  largeWeights: (session) => {
    const hidden = (run: Session): LayerReport[] => run.layers().slice(1, -1);
    const plain = hidden(open("sigmoid"));
    for (const [i, { weightNorm }] of hidden(session).entries())
      expect(weightNorm / (plain[i]?.weightNorm ?? Number.NaN)).toBeCloseTo(Math.sqrt(8), 4);
    expect(share(session) / share(open("sigmoid"))).toBeGreaterThan(100);
    expect(accuracyAfter(session, 100)).toBeLessThan(0.6);
    expect(accuracyAfter(session, 900)).toBe(1);
  },
  twoLayers: (session) => {
    expect(share(session)).toBeGreaterThan(0.015);
    expect(share(session)).toBeLessThan(0.1);
    expect(accuracyAfter(session, 1000)).toBe(1);
  },
  adam: (session) => {
    expect(session.layers()).toEqual(open("sigmoid").layers());
    expect(accuracyAfter(session, 100)).toBe(1);
    const fast = startSession(module, session.link().replace("learningRate=0.01&", "").replace("learningRate=0.01", ""));
    expect(fast.experiment()).toMatchObject({ optimizer: "adam", learningRate: 0.03 });
    expect(accuracyAfter(fast, 1000)).toBeLessThan(0.75);
    expect(
      Math.max(
        ...fast
          .layers()
          .slice(0, -1)
          .map(({ saturated }) => saturated),
      ),
    ).toBeGreaterThan(0.8);
  },
  crossEntropy: (session) => {
    // With the same output and the quadratic cost the output's error carries the slope, which is below 1/4.
    const quadratic = startSession(module, session.link().replace("crossEntropy", "quadratic"));
    expect(norm(session.layers(), -1)).toBeGreaterThan(4 * norm(quadratic.layers(), -1));
    expect(share(session) / share(quadratic)).toBeCloseTo(1, 1);
    expect(accuracyAfter(session, 1000)).toBeLessThan(0.55);
  },
  exploding: (session) => {
    const reports = session.layers();
    for (let l = 1; l < reports.length; l++) expect(norm(reports, l)).toBeGreaterThan(3 * norm(reports, l + 1));
    expect(share(session)).toBeGreaterThan(1000);
    trainEpochs(session, 1);
    expect(session.progress()).toMatchObject({ epoch: 0, stop: { reason: "diverged" } });
  },
  clipped: (session) => {
    expect(session.layers()).toEqual(open("exploding").layers());
    expect(accuracyAfter(session, 100)).toBe(1);
    expect(session.progress().epoch).toBe(100);
  },
  he: (session) => {
    const reports = session.layers();
    for (let l = 1; l < reports.length; l++) {
      expect(norm(reports, l) / norm(reports, l + 1)).toBeGreaterThan(0.7);
      expect(norm(reports, l) / norm(reports, l + 1)).toBeLessThan(1.4);
    }
    expect(accuracyAfter(session, 100)).toBe(1);
  },
};

test("every case has its claims, and its settings as a link has them", () => {
  expect(Object.keys(claims)).toEqual(cases.map(({ name }) => name));
  for (const { settings } of cases) expect(startSession(module, settings).link()).toBe(settings);
});

describe("what the sentences say is so", () => {
  test.each(cases.map(({ name, sentence }) => [name, sentence]))("%s: %s", (name) => {
    claims[name]?.(open(name));
  });
});
