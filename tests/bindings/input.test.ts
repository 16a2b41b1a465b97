/** What comes from outside: links, settings and saved bytes of any content are answered in words and never throw. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Session } from "../../bindings/backprop.d.ts";
import { loadModule, startSession } from "./module.ts";

const module = await loadModule();
const { defaults, limits } = module.catalogue();

const fieldsOf = (answer: Answer): string[] => answer.problems.map((problem) => problem.field);

describe("settings that are not as they should be", () => {
  const notNumbers = ["NaN", "-1", "1e99", "-1e99", "Infinity", "0x10", "abc", "1 ", "1;2", "%00", "\u{1f600}"];
  const cases = Object.keys(limits).flatMap((field) => notNumbers.map((value) => [field, value] as const));

  it.each(cases)("%s=%s is a problem of that field", (field, value) => {
    const session = startSession(module);
    const answer = session.change(`${field}=${value}`);
    expect(fieldsOf(answer)).toContain(field);
    for (const problem of answer.problems) expect(problem.message).toMatch(/^[\x20-\x7e]+\.$/);
    // Whatever is used instead can be run, and opened again without a word.
    expect(session.open(session.link()).problems).toEqual([]);
  });

  it.each(["data", "activations", "output", "cost"])(
    "%s=banana is a problem of that field, and the old value stays",
    (field) => {
      const session = startSession(module);
      expect(fieldsOf(session.change(`${field}=banana`))).toEqual([field]);
      expect(session.experiment()).toEqual(defaults);
    },
  );

  it("an unknown setting is a problem that names it", () => {
    expect(fieldsOf(startSession(module).change("dropout=0.5"))).toEqual(["dropout"]);
  });

  it("numbers outside their limits are brought to them", () => {
    for (const [field, { low, high }] of Object.entries(limits)) {
      if (/seed/i.test(field)) continue; // no seed is near another
      for (const [value, nearest] of [
        [-1e9, low],
        [1e9, high],
      ] as const) {
        const session = startSession(module, "training=10&validation=10&points=10000");
        // The largest batch is the training set: open the whole of it to the batch size.
        if (field === "batchSize") session.change("training=100&validation=0");
        const now = (): unknown => session.experiment()[field as keyof typeof limits];
        expect(fieldsOf(session.change(`${field}=${value}`))).toContain(field);
        expect(now()).toEqual(field === "layers" ? [nearest] : nearest);
      }
    }
  });

  it("of two that do not go together the one just set stays", () => {
    const session = startSession(module);
    expect(fieldsOf(session.change("cost=crossEntropy"))).toEqual(["output"]);
    expect(session.experiment()).toMatchObject({ cost: "crossEntropy", output: "sigmoid" });
    expect(fieldsOf(session.change("output=tanh"))).toEqual(["cost"]);
    expect(session.experiment()).toMatchObject({ cost: "quadratic", output: "tanh" });
  });

  it.each(["x", "&", "=", "a=1&", "%", "\0", "\u{1f600}", "data=xor&", ","])(
    "10 MB of %j are answered with a few sentences",
    (rubbish) => {
      const session = startSession(module);
      const answer = session.open(rubbish.repeat((10 << 20) / rubbish.length));
      expect(fieldsOf(answer)).toContain("link");
      expect(answer.problems.length).toBeLessThanOrEqual(8);
      expect(session.train(10)).toBe(10);
    },
  );
});

/** Everything of a session that training leaves behind, but for its history, which save() leaves out too. */
function stateOf(session: Session): unknown {
  return [session.link(), session.progress(), session.save(), session.points()];
}

describe("restore() of bytes that are not a saved state returns false and changes nothing", () => {
  const trained = (): Session => {
    const session = startSession(module, "points=50&layers=3");
    session.train(20);
    return session;
  };
  const saved = (change: (bytes: Uint8Array) => Uint8Array): Uint8Array => change(trained().save());

  const rubbish: [string, () => unknown][] = [
    ["nothing", () => new Uint8Array()],
    ["10 MB of zeros", () => new Uint8Array(10 << 20)],
    ["a state cut short", () => saved((bytes) => bytes.subarray(0, -1))],
    ["a state with a byte more", () => saved((bytes) => Uint8Array.of(...bytes, 0))],
    ["another version", () => saved((bytes) => bytes.with(7, 0x39))],
    ["parameters that are not finite", () => saved((bytes) => bytes.fill(0xff, -4))],
    ["an ArrayBuffer", () => trained().save().buffer],
    ["a plain array", () => [...trained().save()]],
    ["text", () => "backpro1"],
    ["null", () => null],
    ["undefined", () => undefined],
  ];

  it.each(rubbish)("%s", (_, make) => {
    const session = trained();
    const before = stateOf(session);
    const history = session.history(0);
    expect(session.restore(make() as Uint8Array)).toBe(false);
    expect(stateOf(session)).toEqual(before);
    expect(session.history(0)).toEqual(history);
  });

  it("a state with any byte changed is refused, or is a state that can be trained", () => {
    const session = trained();
    const good = session.save();
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(session.restore(good)).toBe(true);
        if (!session.restore(good.with(at, (good[at] ?? 0) ^ change))) expect(session.save()).toEqual(good);
        session.train(10);
        expect(session.parameters().every(Number.isFinite)).toBe(true);
        expect(session.open(session.link()).problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("any text", () => {
  const number = fc.oneof(fc.double().map(String), fc.integer().map(String), fc.nat(12).map(String));
  const name = fc.constantFrom("tanh", "relu", "sigmoid", "linear", "xor", "spiral", "crossEntropy", "quadratic");
  const scalar = fc.oneof(number, name, fc.string({ unit: "binary", maxLength: 6 }));
  const value = fc.array(scalar, { maxLength: 8 }).map((list) => list.join(","));
  const field = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...Object.keys(defaults)) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  );
  const settings = fc
    .array(fc.tuple(field, fc.oneof(scalar, value)), { maxLength: 16 })
    .map((pairs) => pairs.map((pair) => pair.join("=")).join("&"));
  // Also UTF-16 that is not text, such as half a pair of surrogates.
  const brokenText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
  const text = fc.oneof(settings, settings.map(encodeURIComponent), fc.string({ unit: "binary" }), brokenText);

  it("opens as an experiment whose link opens as itself, without a problem", () => {
    const session = startSession(module);
    fc.assert(
      fc.property(text, (any) => {
        session.open(any);
        expectSoundLink(session);
      }),
      { numRuns: 500 },
    );
  });

  it("changes a run into one whose link opens as itself, and which trains on", () => {
    const session = startSession(module);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        session.open("");
        for (const any of texts) {
          session.train(3);
          session.change(any);
          expect(session.progress().iterationsToEpochEnd).toBeGreaterThan(0);
        }
        session.train(3);
        expect(session.parameters().every(Number.isFinite)).toBe(true);
        expectSoundLink(session);
      }),
      { numRuns: 300 },
    );
  });

  function expectSoundLink(session: Session): void {
    const link = session.link();
    const experiment = session.experiment();
    expect(session.open(link)).toEqual({ problems: [], restarted: true });
    expect(session.link()).toBe(link);
    expect(session.experiment()).toEqual(experiment);
  }
});
