/** The arrays that cross: what lies where in them, and whose they are. */
import { describe, expect, it } from "vitest";
import type { Session } from "../../bindings/backprop.d.ts";
import { variety } from "./experiments.ts";
import { gridOf, loadModule, pointsOf, records, startSession, trainEpochs } from "./module.ts";
import { activations, at, functions, sizesOf, slope, sum } from "./textbook.ts";

const module = await loadModule();

describe("history", () => {
  it.each(["l1=0.001&l2=0.01", "data=waves&l2=0.1", "training=100&validation=0", "data=blobs&training=50&validation=50"])(
    "%s: epoch, the three costs, the penalty, and accuracy or R^2 of the three sets",
    (settings) => {
      const session = startSession(module, settings);
      const regression = session.experiment().classes === 0;
      const record = (): number[] => {
        const { training, validation, test, l1, l2 } = session.scores();
        const sets = [training, validation, test];
        const quality = sets.map(({ accuracy, rSquared }) => (regression ? rSquared : accuracy));
        return [session.progress().epoch, ...sets.map(({ cost }) => cost), l1 + l2, ...quality];
      };
      const expected = [record()];
      for (let epoch = 1; epoch <= 3; ++epoch) {
        trainEpochs(session, 1);
        expected.push(record());
      }
      expect(records(session.history(0), 8)).toEqual(expected);
      expect(records(session.history(2), 8)).toEqual(expected.slice(2));
      expect(session.history(4)).toHaveLength(0);
    },
  );

  it("has NaN for what an empty set would have", () => {
    const session = startSession(module, "training=100&validation=0");
    const [record = []] = records(session.history(0), 8);
    expect(record.map(Number.isNaN)).toEqual([false, false, true, true, false, false, true, true]);
    const nothing = { cost: Number.NaN, accuracy: Number.NaN, rSquared: Number.NaN, rmse: Number.NaN };
    expect(session.scores()).toMatchObject({ validation: nothing, test: nothing });
  });

  it("grows ever more slowly, in order", () => {
    const session = startSession(module, "points=20&batchSize=12&layers=");
    session.train(2048);
    const epochs = records(session.history(0), 8).map(([epoch]) => epoch ?? Number.NaN);
    expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
    expect(epochs.slice(0, 65)).toEqual(Array.from({ length: 65 }, (_, epoch) => epoch));
    expect(epochs.at(-1)).toBe(2048);
    expect(epochs.length).toBeLessThan(250);
  });
});

describe("points", () => {
  it("have four numbers each: x, y, class, part, and are split as was asked, class by class", () => {
    const { planeHalf } = module.catalogue();
    const session = startSession(module, "points=200&training=50&validation=30");
    const counts: Record<string, number> = {};
    for (const [x = Number.NaN, y = Number.NaN, label, part] of records(session.points(), 4)) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(planeHalf);
      const key = `class ${label}, part ${part}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(counts).toEqual({
      "class 0, part 0": 50,
      "class 0, part 1": 30,
      "class 0, part 2": 20,
      "class 1, part 0": 50,
      "class 1, part 1": 30,
      "class 1, part 2": 20,
    });
  });

  it("say where they are: class 1 of two Gaussians lies to the upper right", () => {
    const session = startSession(module, "data=gaussians&noise=0");
    const points = records(session.points(), 4).filter(([, , label]) => label === 1);
    const mean = (axis: number) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length;
    expect(mean(0)).toBeCloseTo(2, 0);
    expect(mean(1)).toBeCloseTo(2, 0);
  });

  it("sample() gives the same points without a run, three numbers each", () => {
    for (const { name, own } of module.catalogue().data) {
      if (own) {
        expect(module.sample(name, 10)).toBeNull();
        continue;
      }
      const points = records(startSession(module, `data=${name}`).points(), 4);
      const sample = module.sample(name, points.length) ?? new Float32Array();
      expect(records(sample, 3)).toEqual(points.map((point) => point.slice(0, 3)));
    }
  });

  it("of the reader are as they were given, a value in the class's place", () => {
    const session = startSession(module, "data=ownValues&own=-1,0.5,2.25;3,-4,-0.5&training=100&validation=0&batchSize=2");
    expect(records(session.points(), 4)).toEqual([
      [-1, 0.5, 2.25, 0],
      [3, -4, -0.5, 0],
    ]);
  });

  it.each([
    "",
    "noise=2&points=2000",
    "data=own&own=0,0,0;-1000,3,1&batchSize=1",
    "data=ownValues&own=0,0,0;3,700,1&batchSize=1",
  ])("%s: all lie within the plane", (settings) => {
    const session = startSession(module, settings);
    const furthest = Math.max(...pointsOf(session).flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
    const usual = module.catalogue().planeHalf;
    expect(session.planeHalf()).toBeGreaterThanOrEqual(furthest);
    // And it is no larger than need be.
    expect(session.planeHalf()).toBeLessThanOrEqual(Math.max(usual, 1.1 * furthest));
    expect(session.planeHalf()).toBeGreaterThanOrEqual(usual);
    expect(furthest > usual).toBe(settings !== "");
  });

  it.each([0, -1, Number.NaN, 1e9, 2 ** 32 + 3, Number.POSITIVE_INFINITY])("sample() gives null for %s points", (count) => {
    expect(module.sample("circle", count)).toBeNull();
  });
});

describe("parameters and grid", () => {
  const settings = "data=spiral&layers=5,3&activations=relu,sigmoid";

  // The second reaches to 105.
  it.each(["layers=", "data=own&own=100,0,0;0,1,1&layers=&batchSize=1"])(
    "%s: the grid's rows run from the top, its columns from the left",
    (settings) => {
      const session = startSession(module, settings);
      const half = session.planeHalf();
      const resolution = 4;
      const centres = [-3, -1, 1, 3].map((quarters) => (half * quarters) / 4);
      const rounded = (rows: number[][]) => rows.map((row) => row.map((number) => Math.round(number * 1e4) / 1e4));
      // Layer 0 is the input: neuron 1 is x, neuron 2 is y.
      const grid = records(gridOf(session, resolution, 0), resolution * resolution);
      expect(grid).toHaveLength(2 + 1);
      expect(rounded(records(grid[0] ?? [], resolution))).toEqual(rounded([centres, centres, centres, centres]));
      const rows = centres.toReversed().map((y) => [y, y, y, y]);
      expect(rounded(records(grid[1] ?? [], resolution))).toEqual(rounded(rows));
    },
  );

  it.each(variety)("%s: are those of the network that the contract describes", (settings) => {
    const session = startSession(module, settings);
    session.train(100);
    const experiment = session.experiment();
    const parameters = session.parameters();
    const resolution = 5;
    const half = session.planeHalf();
    const part = { x: 1.3, y: -2.1, half: half / 32 };
    for (const window of [{ x: 0, y: 0, half }, part]) {
      const { x, y, half } = window;
      const neurons = records(gridOf(session, resolution, 0, window), resolution * resolution);
      expect(neurons).toHaveLength(sum(sizesOf(experiment)));
      const centre = (i: number) => half * ((2 * i + 1) / resolution - 1);
      for (let cell = 0; cell < resolution * resolution; ++cell) {
        const place = [x + centre(cell % resolution), y - centre(Math.floor(cell / resolution))] as const;
        const expected = activations(experiment, parameters, ...place).flat();
        for (const [i, neuron] of neurons.entries()) {
          const right = at(expected, i);
          expect(Math.abs(at(neuron, cell) - right)).toBeLessThan(1e-4 * Math.max(1, Math.abs(right)));
        }
      }
    }
  });

  it("the grid from layer l on is the end of the whole grid", () => {
    const session = startSession(module, settings);
    const whole = gridOf(session, 7, 0);
    for (const [from, neurons] of [11, 9, 4, 1].entries()) {
      expect(gridOf(session, 7, from)).toEqual(whole.slice(-neurons * 49));
    }
  });

  it.each([1, 17, 512])("a grid of %i cells a side has its square of them", (resolution) => {
    expect(gridOf(startSession(module, settings), resolution, 3)).toHaveLength(resolution * resolution);
  });
});

describe("activationCurve()", () => {
  it.each(module.catalogue().activations.map(({ name }) => name))(
    "%s: its values and derivatives, from low to high",
    (name) => {
      const curve = module.activationCurve(name, -3, 2, 101);
      const sigma = functions[name];
      if (!curve || !sigma) throw new Error(`no ${name}`);
      expect([curve.values.length, curve.derivatives.length]).toEqual([101, 101]);
      for (let i = 0; i < 101; ++i) {
        const z = -3 + 0.05 * i;
        expect(at(curve.values, i)).toBeCloseTo(sigma(z), 12);
        if (Math.abs(z) > 1e-3) expect(at(curve.derivatives, i)).toBeCloseTo(slope(sigma, z), 8);
      }
    },
  );
});

describe("arrays belong to the caller", () => {
  /** Every array that comes out of a value, however deep. */
  function arraysIn(value: unknown): ArrayBufferView[] {
    if (ArrayBuffer.isView(value)) return [value];
    if (value === null || typeof value !== "object") return [];
    return Object.values(value).flatMap(arraysIn);
  }
  const takeAll = (session: Session): unknown[] => [
    session.save(),
    session.confusion(),
    session.history(0),
    session.points(),
    session.parameters(),
    gridOf(session, 16, 0),
    session.trace(0),
    session.nextIteration(),
    session.gradientCheck(0, 5),
    session.pointCheck(0, 0, 5),
    session.gradientFan(5, 10, 1),
    session.costSurface("random", 1, 5, 1),
    session.costSurface("path", 1, 5, 1),
    session.pairSurface(0, 1, 0, 0, 1, 5),
    session.costsAhead(1, 5),
    session.folding(5),
    module.sample("circle", 10),
    module.activationCurve("tanh", -1, 1, 10),
  ];

  it("they stay as they were when training goes on and memory grows", () => {
    const session = startSession(module, "layers=8,8,8,8,8,8");
    session.train(20);
    const taken = takeAll(session);
    const arrays = arraysIn(taken);
    // Four lists of a trace have an array for each of the layers 0 .. 7; 23 stages have four each, and the last five a cut.
    expect(arrays).toHaveLength(6 + (4 * 8 + 3) + 4 + 4 + 4 + 2 + 3 * 4 + 1 + (23 * 4 + 5) + 1 + 2);
    // A view would lie in the module's memory, which is larger than it. And no two share theirs.
    for (const array of arrays) expect(array.buffer.byteLength).toBe(array.byteLength);
    expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBe(arrays.length);
    const copies = structuredClone(taken);

    session.train(1000);
    // 51 neurons x 512 x 512 cells are 53 MB: more than the module begins with.
    const grid = gridOf(session, 512, 0);
    expect(grid).toHaveLength(51 * 512 * 512);
    const corner = grid.slice(-512);
    gridOf(startSession(module, "layers=8,8,8,8,8,8&seed=2"), 512, 0);
    expect(taken).toEqual(copies);
    expect(grid.slice(-512)).toEqual(corner);
  });

  it("what the caller writes into them changes nothing in the run", () => {
    const session = startSession(module, "layers=3");
    const fresh = JSON.stringify(takeAll(session));
    for (const array of arraysIn(takeAll(session))) new Uint8Array(array.buffer).fill(0x7f);
    expect(JSON.stringify(takeAll(session))).toBe(fresh);
  });
});
