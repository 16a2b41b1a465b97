/** What comes from outside: links, settings and saved bytes of any content are answered in words and never throw. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Session } from "../../bindings/backprop.d.ts";
import { gridOf, loadModule, startSession } from "./module.ts";
import { expectSound } from "./sound.ts";

const module = await loadModule();
const catalogue = module.catalogue();
const { defaults, limits } = catalogue;

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

  const choices = [
    "data",
    "features",
    "activations",
    "output",
    "cost",
    "initializer",
    "biasInitializer",
    "optimizer",
    "schedule",
  ];

  it.each([...choices, "restoreBest"])("%s=banana is a problem of that field, and the old value stays", (field) => {
    const session = startSession(module);
    expect(fieldsOf(session.change(`${field}=banana`))).toEqual([field]);
    expect(session.experiment()).toEqual(defaults);
  });

  it("softmax is the output layer's alone", () => {
    const session = startSession(module);
    expect(fieldsOf(session.change("activations=tanh,softmax"))).toEqual(["activations"]);
    expect(session.experiment()).toEqual(defaults);
    expect(session.change("output=softmax").problems).toEqual([]);
  });

  it("an unknown setting is a problem that names it", () => {
    expect(fieldsOf(startSession(module).change("banana=0.5"))).toEqual(["banana"]);
  });

  it("numbers outside their limits are brought to them", () => {
    for (const [field, { low, high }] of Object.entries(limits)) {
      if (/seed/i.test(field)) continue; // no seed is near another
      for (const [value, nearest] of [
        [-2e9, low],
        [2e9, high],
      ] as const) {
        // Data and parts so chosen that no other setting is in the way of either limit.
        const session = startSession(module, "data=blobs&training=10&validation=10&points=10000");
        // The largest batch is the training set: open the whole of it to the batch size.
        if (field === "batchSize") session.change("training=100&validation=0");
        const now = (): unknown => session.experiment()[field as keyof typeof limits];
        if (field === "own") continue; // points that are outside are left out
        if (field === "classes" && value < 0) continue; // two at least, unless the data have values
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

  const sentAway = (bytes: Uint8Array): Uint8Array => {
    structuredClone(bytes.buffer, { transfer: [bytes.buffer as ArrayBuffer] });
    return bytes;
  };

  const rubbish: [string, () => unknown][] = [
    ["nothing", () => new Uint8Array()],
    ["10 MB of zeros", () => new Uint8Array(10 << 20)],
    ["a state cut short", () => saved((bytes) => bytes.subarray(0, -1))],
    ["a state with a byte more", () => saved((bytes) => Uint8Array.of(...bytes, 0))],
    ["another version", () => saved((bytes) => bytes.with(7, 0x31))],
    // Behind the last parameter stand the sixteen bytes of the powers of Adam's betas and four for the number of frozen parameters.
    ["parameters that are not finite", () => saved((bytes) => bytes.fill(0xff, -24, -20))],
    ["powers that are no share of 1", () => saved((bytes) => bytes.fill(0x40, -12, -4))],
    ["more frozen parameters than there are", () => saved((bytes) => bytes.fill(0x40, -4))],
    ["bytes that have gone to a worker", () => saved(sentAway)],
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

  it.each(["", "optimizer=adam&patience=5&schedule=cosine"])(
    "of %s with any byte changed, unless it can be trained",
    (more) => {
      const session = trained();
      session.change(more);
      session.train(20);
      const good = session.save();
      fc.assert(
        fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
          expect(session.restore(good)).toBe(true);
          if (!session.restore(good.with(at, (good[at] ?? 0) ^ change))) expect(session.save()).toEqual(good);
          session.train(10);
          expect(session.parameters().every(Number.isFinite)).toBe(true);
          expect(session.open(session.link()).problems).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );
});

describe("any text", () => {
  const names = Object.values(catalogue).flatMap((list) => (Array.isArray(list) ? list.map(({ name }) => name) : []));
  const number = fc.oneof(fc.double().map(String), fc.integer().map(String), fc.nat(12).map(String));
  const name = fc.constantFrom(...names, "true", "false");
  const scalar = fc.oneof(number, name, fc.string({ unit: "binary", maxLength: 6 }));
  const value = fc.array(scalar, { maxLength: 8 }).map((list) => list.join(","));
  const coordinate = fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: -9, max: 9 }).map(String) },
    { weight: 1, arbitrary: scalar },
  );
  const point = fc.tuple(
    coordinate,
    coordinate,
    fc.oneof({ weight: 20, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: scalar }),
  );
  const points = fc.array(point, { maxLength: 12 }).map((list) => list.map((p) => p.join(",")).join(";"));
  const field = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...Object.keys(defaults)) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  );
  // A field with a value of its own kind, so that not nearly all are refused: one of its list, or a number near its limits.
  const fitting = fc.oneof(
    fc.tuple(fc.constant("data"), fc.constantFrom(...catalogue.data.map((entry) => entry.name))),
    fc.tuple(fc.constant("output"), fc.constantFrom(...catalogue.outputs.map((entry) => entry.name))),
    fc.tuple(fc.constant("cost"), fc.constantFrom(...catalogue.costs.map((entry) => entry.name))),
    fc.tuple(fc.constant("own"), points),
    fc.constantFrom(...Object.entries(limits)).chain(([limited, { low, high }]) => {
      const near = fc.constantFrom(low, high, low - 1, high + 1, (low + high) / 2, Math.min(low + 7, high));
      return fc.tuple(fc.constant(limited), near.map(String));
    }),
  );
  const setting = fc.oneof(fc.tuple(field, fc.oneof(scalar, value, points)), fitting);
  const settings = fc.array(setting, { maxLength: 16 }).map((pairs) => pairs.map((pair) => pair.join("=")).join("&"));
  // Also UTF-16 that is not text, such as half a pair of surrogates.
  const brokenText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
  const text = fc.oneof(
    { weight: 6, arbitrary: settings },
    { weight: 1, arbitrary: settings.map(encodeURIComponent) },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    { weight: 1, arbitrary: brokenText },
  );

  it("opens as an experiment that the catalogue allows, and whose link opens as itself, without a problem", () => {
    const session = startSession(module);
    fc.assert(
      fc.property(text, (any) => {
        session.open(any);
        expectSound(catalogue, session);
        expectSoundLink(session);
      }),
      { numRuns: 200 },
    );
  });

  it("changes a run into one that is sound, and which trains on and can be looked at", () => {
    const session = startSession(module);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        session.open("");
        for (const any of texts) {
          session.train(3);
          session.change(any);
          expectSound(catalogue, session);
          expect(session.progress().iterationsToEpochEnd).toBeGreaterThan(0);
        }
        session.train(3);
        expect(session.parameters().every(Number.isFinite)).toBe(true);
        lookAt(session);
        expectSoundLink(session);
      }),
      { numRuns: 120 },
    );
  });

  /** All there is to see that takes no long time however large the network. */
  function lookAt(session: Session): void {
    const { training, l1, l2 } = session.scores();
    expect(Number.isFinite(training.cost + l1 + l2)).toBe(true);
    const { classes } = session.experiment();
    expect(session.confusion()).toHaveLength(3 * classes * classes);
    expect(gridOf(session, 1, 0).length).toBeGreaterThan(0);
    expect(session.trace(0)).not.toBeNull();
    expect(session.gradientCheck(0, 0).worstAt).toBe(-1);
    expect(session.planeHalf()).toBeGreaterThanOrEqual(catalogue.planeHalf);
  }

  function expectSoundLink(session: Session): void {
    const link = session.link();
    const experiment = session.experiment();
    expect(session.open(link)).toEqual({ problems: [], restarted: true });
    expect(session.link()).toBe(link);
    // The reader's points, where other data are used, are kept for later but are no part of the run.
    const own = catalogue.data.find(({ name }) => name === experiment.data)?.own ? experiment.own : [];
    expect(session.experiment()).toEqual({ ...experiment, own });
  }
});
