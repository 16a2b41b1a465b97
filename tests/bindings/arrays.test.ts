/** The arrays that cross: what lies where in them, and whose they are. */
import { describe, expect, it } from "vitest";
import type { Score } from "../../bindings/backprop.d.ts";
import { loadModule, startSession } from "./module.ts";
import { activations } from "./textbook.ts";

const module = await loadModule();

/** An array cut into records of `size` numbers. */
function records(array: Float32Array | Float64Array, size: number): number[][] {
  return Array.from({ length: array.length / size }, (_, i) => [...array.subarray(i * size, (i + 1) * size)]);
}

describe("history", () => {
  it("has four numbers a record: epoch, then the training, validation and test cost", () => {
    const session = startSession(module);
    const costs = () => Object.values(session.scores()).map((score: Score) => score.cost);
    const expected = [[0, ...costs()]];
    for (let epoch = 1; epoch <= 3; ++epoch) {
      session.train(session.progress().iterationsPerEpoch);
      expected.push([epoch, ...costs()]);
    }
    expect(records(session.history(0), 4)).toEqual(expected);
    expect(records(session.history(2), 4)).toEqual(expected.slice(2));
    expect(session.history(4)).toHaveLength(0);
    expect(session.history(1000)).toHaveLength(0);
  });

  it("has NaN for the cost of an empty set", () => {
    const session = startSession(module, "training=100&validation=0");
    const [epoch, training, validation, test] = session.history(0);
    expect(epoch).toBe(0);
    expect(training).toBeGreaterThan(0);
    expect([validation, test]).toEqual([Number.NaN, Number.NaN]);
    expect(session.scores().test).toEqual({ cost: Number.NaN, accuracy: Number.NaN });
  });

  it("grows ever more slowly, in order", () => {
    const session = startSession(module, "points=20&batchSize=12&layers=");
    session.train(2000);
    const epochs = records(session.history(0), 4).map(([epoch]) => epoch ?? Number.NaN);
    expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
    expect(epochs.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, epoch) => epoch));
    expect(epochs.at(-1)).toBe(2000);
    expect(epochs.length).toBeLessThan(1500);
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
    for (const { name } of module.catalogue().data) {
      const points = records(startSession(module, `data=${name}`).points(), 4);
      const sample = module.sample(name, points.length) ?? new Float32Array();
      expect(records(sample, 3)).toEqual(points.map((point) => point.slice(0, 3)));
    }
  });

  it.each([0, -1, Number.NaN, 1e9])("sample() gives null for %s points", (count) => {
    expect(module.sample("circle", count)).toBeNull();
  });
});

describe("parameters and grid", () => {
  const settings = "data=spiral&layers=5,3&activations=relu,sigmoid";

  it("the grid's rows run from the top, its columns from the left", () => {
    const { planeHalf } = module.catalogue();
    const resolution = 4;
    const cell = (2 * planeHalf) / resolution;
    const centres = [0, 1, 2, 3].map((i) => -planeHalf + cell * (i + 0.5)); // -4.5, -1.5, 1.5, 4.5
    // Layer 0 is the input: neuron 1 is x, neuron 2 is y.
    const grid = records(startSession(module, "layers=").grid(resolution, 0), resolution * resolution);
    expect(grid).toHaveLength(2 + 1);
    expect(records(Float32Array.from(grid[0] ?? []), resolution)).toEqual([centres, centres, centres, centres]);
    const rows = centres.toReversed().map((y) => [y, y, y, y]);
    expect(records(Float32Array.from(grid[1] ?? []), resolution)).toEqual(rows);
  });

  it("are those of the network that the contract describes", () => {
    const session = startSession(module, settings);
    session.train(200);
    const resolution = 9;
    const neurons = records(session.grid(resolution, 0), resolution * resolution);
    expect(neurons).toHaveLength(2 + 5 + 3 + 1);
    const [xs = [], ys = []] = neurons;
    for (const [cell, x] of xs.entries()) {
      const expected = activations(session.experiment(), session.parameters(), x, ys[cell] ?? Number.NaN).flat();
      for (const [i, neuron] of neurons.entries()) expect(neuron[cell]).toBeCloseTo(expected[i] ?? Number.NaN, 4);
    }
  });

  it("the grid from layer l on is the end of the whole grid", () => {
    const session = startSession(module, settings);
    const whole = session.grid(7, 0);
    for (const [from, neurons] of [11, 9, 4, 1].entries()) {
      expect(session.grid(7, from)).toEqual(whole.slice(-neurons * 49));
    }
  });

  it.each([1, 17, 512])("a grid of %i cells a side has its square of them", (resolution) => {
    expect(startSession(module, settings).grid(resolution, 3)).toHaveLength(resolution * resolution);
  });

  it("scores are the cost and accuracy of the textbook's network on the points", () => {
    const session = startSession(module, settings);
    session.train(200);
    const parameters = session.parameters();
    const training = records(session.points(), 4).filter(([, , , part]) => part === 0);
    const results = training.map(([x = 0, y = 0, label]) => {
      const output = activations(session.experiment(), parameters, x, y).at(-1)?.[0] ?? Number.NaN;
      return { error: output - (label === 1 ? 1 : -1), right: output > 0 === (label === 1) };
    });
    const { cost, accuracy } = session.scores().training;
    const squares = results.reduce((sum, { error }) => sum + error * error, 0);
    expect(cost).toBeCloseTo(squares / (2 * training.length), 4);
    expect(accuracy).toBeCloseTo(results.filter(({ right }) => right).length / training.length, 10);
  });
});

it("arrays belong to the caller: they stay as they were when training goes on and memory grows", () => {
  const session = startSession(module, "layers=8,8,8,8,8,8");
  session.train(20);
  const taken = [session.history(0), session.points(), session.parameters(), session.grid(16, 0), session.save()];
  const copies = taken.map((array) => array.slice());
  // A view would lie in the module's memory, which is larger than it.
  for (const array of taken) expect(array.buffer.byteLength).toBe(array.byteLength);

  session.train(1000);
  // 51 neurons x 512 x 512 cells are 53 MB: more than the module begins with.
  const grid = session.grid(512, 0);
  expect(grid).toHaveLength(51 * 512 * 512);
  const corner = grid.slice(-512);
  startSession(module, "layers=8,8,8,8,8,8&seed=2").grid(512, 0);
  expect(taken).toEqual(copies);
  expect(grid.slice(-512)).toEqual(corner);
});
