/** Parameters set by hand and frozen, as JavaScript may do it. */
import { describe, expect, it } from "vitest";
import { loadModule, startSession, trainEpochs } from "./module.ts";

const module = await loadModule();

describe("setParameter()", () => {
  it("gives one parameter its value and leaves the others", () => {
    const session = startSession(module);
    trainEpochs(session, 2);
    const expected = session.parameters();
    expected[7] = -1.25;
    expect(session.setParameter(7, -1.25)).toBeNull();
    expect(session.parameters()).toEqual(expected);
    expect(session.history(2)[1]).toBe(session.scores().training.cost);
  });

  it.each([
    [7, Number.NaN, "from -1,000,000 to 1,000,000"],
    [7, Number.POSITIVE_INFINITY, "from -1,000,000 to 1,000,000"],
    [7, 1e7, "from -1,000,000 to 1,000,000"],
    [37, 0, "37 weights and biases"],
    [-1, 0, "37 weights and biases"],
    [Number.NaN, 0, "37 weights and biases"],
    [2 ** 32, 0, "37 weights and biases"],
  ])("refuses parameter %d = %d in words, and nothing changes", (parameter, value, words) => {
    const session = startSession(module);
    session.train(5);
    const before = session.save();
    expect(session.setParameter(parameter, value)).toContain(words);
    expect(session.save()).toEqual(before);
  });

  it("is no part of the link, which begins the run without it", () => {
    const session = startSession(module);
    session.setParameter(0, 2);
    expect(session.link()).toBe("");
    const edited = session.fingerprint();
    session.reset();
    expect(session.fingerprint()).not.toBe(edited);
    expect(session.fingerprint()).toBe(startSession(module).fingerprint());
  });
});

describe("freeze()", () => {
  it("keeps a parameter through training to the last bit, and the next iteration says so", () => {
    const session = startSession(module, "optimizer=adamW&l2=0.01&clipNorm=0.5");
    trainEpochs(session, 1);
    expect(session.freeze(3, true)).toBe(true);
    expect(session.freeze(36, true)).toBe(true);
    expect(Array.from(session.frozen())).toEqual([3, 36]);
    const before = session.parameters();
    const { step, gradient } = session.nextIteration();
    expect([step[3], step[36]]).toEqual([0, 0]);
    expect(gradient[3]).not.toBe(0);
    trainEpochs(session, 5);
    const after = session.parameters();
    for (const at of before.keys()) expect(after[at] === before[at]).toBe(at === 3 || at === 36);
  });

  it("goes with save() and restore(), and with a neuron more", () => {
    const session = startSession(module);
    trainEpochs(session, 1);
    session.freeze(12, true); // w²₁₁ of 2-4-4-1
    const other = startSession(module);
    expect(other.restore(session.save())).toBe(true);
    expect(Array.from(other.frozen())).toEqual([12]);
    other.change("layers=5,4");
    expect(Array.from(other.frozen())).toEqual([15]);
  });

  it("is undone, by hand and by reset()", () => {
    const session = startSession(module);
    session.freeze(3, true);
    session.freeze(4, true);
    session.freeze(3, false);
    expect(Array.from(session.frozen())).toEqual([4]);
    session.reset();
    expect(Array.from(session.frozen())).toEqual([]);
  });

  it("knows no other parameters", () => {
    const session = startSession(module);
    for (const at of [-1, 37, Number.NaN, 2 ** 32]) expect(session.freeze(at, true)).toBe(false);
    expect(Array.from(session.frozen())).toEqual([]);
  });
});
