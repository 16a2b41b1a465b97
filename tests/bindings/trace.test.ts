/** One example on its way through the network and back: each line of the textbook, recomputed from the numbers of the one before. */
import { describe, expect, it } from "vitest";
import type { Session } from "../../bindings/backprop.d.ts";
import { variety } from "./experiments.ts";
import { gradientOf, gridOf, loadModule, pointsOf, startSession, traceOf, trainingTraces } from "./module.ts";
import {
  activations,
  at,
  costOf,
  functions,
  inputOf,
  layersOf,
  mean,
  outputOf,
  sizesOf,
  slope,
  sum,
  weighted,
} from "./textbook.ts";

const module = await loadModule();
const { outputs } = module.catalogue();

/** Each entry within `tolerance` of the expected one, relative to it where it is large. */
function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; ++i) {
    const right = at(expected, i);
    expect(Math.abs(at(actual, i) - right)).toBeLessThan(tolerance * Math.max(1, Math.abs(right)));
  }
}

function trainedSession(settings: string): Session {
  const session = startSession(module, settings);
  session.train(60);
  return session;
}

describe.each(variety)("trace() of points of %s", (settings) => {
  const somePoints = (session: Session) => pointsOf(session).flatMap((point, i) => (i % 5 === 0 ? [{ ...point, i }] : []));

  it("begins with the point's features and the outputs that are desired of it", () => {
    const session = trainedSession(settings);
    const experiment = session.experiment();
    const [low, high] = outputs.find(({ name }) => name === experiment.output)?.desired ?? [];
    for (const { x, y, label, i } of somePoints(session)) {
      const trace = traceOf(session, i);
      expectClose(at(trace.activations, 0), inputOf(experiment, x, y), 1e-5);
      const answer = at(trace.activations, experiment.layers.length + 1);
      const desired = Array.from(answer, (_, j) => (label === (answer.length === 1 ? 1 : j) ? high : low));
      expect([...trace.desired]).toEqual(experiment.classes === 0 ? [label] : desired);
    }
  });

  it("goes forward: z = W a + b, a = sigma(z), and the cost of what comes out", () => {
    const session = trainedSession(settings);
    const experiment = session.experiment();
    const layers = layersOf(experiment, session.parameters());
    for (const { i } of somePoints(session)) {
      const trace = traceOf(session, i);
      expect(trace.activations.map(({ length }) => length)).toEqual(sizesOf(experiment));
      expect(trace.weightedInputs.map(({ length }) => length)).toEqual([0, ...sizesOf(experiment).slice(1)]);
      for (const [before, layer] of layers.entries()) {
        const z = at(trace.weightedInputs, before + 1);
        expectClose(z, weighted(layer, at(trace.activations, before)), 1e-12);
        const sigma = functions[experiment.activations[before] ?? ""];
        const a = sigma ? Array.from(z, sigma) : outputOf(experiment.output, Array.from(z));
        expectClose(at(trace.activations, before + 1), a, 1e-12);
      }
      const answer = Array.from(trace.activations.at(-1) ?? []);
      expectClose([trace.cost], [costOf(experiment, answer, Array.from(trace.desired))], 1e-10);
    }
  });

  it("goes back: sigma'(z), BP1 to BP4", () => {
    const session = trainedSession(settings);
    const experiment = session.experiment();
    const last = experiment.layers.length + 1;
    const layers = layersOf(experiment, session.parameters());
    for (const { i } of somePoints(session)) {
      const { weightedInputs, activations, derivatives, errors, costGradient, desired, gradient } = traceOf(session, i);
      const z = Array.from(at(weightedInputs, last));
      const y = Array.from(desired);

      const a = Array.from(at(activations, last));
      const costOfAnswer = (j: number) => (a_j: number) => costOf(experiment, a.with(j, a_j), y);
      expectClose(
        costGradient,
        a.map((a_j, j) => slope(costOfAnswer(j), a_j, 1e-6)),
        1e-5,
      );

      // BP1 by its definition, delta^L_j = dC_x/dz^L_j, whatever the cost and the output.
      const costAt = (j: number) => (z_j: number) => costOf(experiment, outputOf(experiment.output, z.with(j, z_j)), y);
      const outputErrors = z.map((z_j, j) => slope(costAt(j), z_j));
      expectClose(at(errors, last), outputErrors, 1e-7);

      for (let l = 1; l <= last; ++l) {
        const name = l < last ? at(experiment.activations, l - 1) : experiment.output;
        const sigma = functions[name];
        const derivative = at(derivatives, l);
        expect(derivative).toHaveLength(sigma ? at(weightedInputs, l).length : 0);
        // No difference quotient holds across a kink.
        for (const [j, z_j] of at(weightedInputs, l).entries()) {
          if (sigma && Math.abs(z_j) > 1e-4) expectClose([at(derivative, j)], [slope(sigma, z_j)], 1e-8);
        }
      }
      for (let l = 1; l < last; ++l) {
        const { W } = at(layers, l); // of layer l + 1
        const delta = at(errors, l + 1);
        const carried = Array.from(at(errors, l), (_, k) => sum(W.map((row, j) => at(row, k) * at(delta, j))));
        expectClose(
          at(errors, l),
          carried.map((sum_k, k) => sum_k * at(at(derivatives, l), k)),
          1e-12,
        );
      }
      for (const [before, { W, b }] of layersOf(experiment, gradient).entries()) {
        const delta = at(errors, before + 1);
        const a = at(activations, before);
        expectClose(b, delta, 1e-12);
        expectClose(W.flat(), Array.from(delta, (delta_j) => Array.from(a, (a_k) => a_k * delta_j)).flat(), 1e-12);
      }
      expect([weightedInputs, derivatives, errors].map((list) => [list.length, at(list, 0).length])).toEqual([
        [last + 1, 0],
        [last + 1, 0],
        [last + 1, 0],
      ]);
    }
  });

  it("the mean over the training examples is the run's own cost and gradient", () => {
    const session = trainedSession(settings);
    const traces = trainingTraces(session);
    const gradient = Array.from(session.parameters(), (_, i) => mean(traces.map((trace) => at(trace.gradient, i))));
    expectClose(gradientOf(session), gradient, 1e-12);
    expectClose([session.scores().training.cost], [mean(traces.map(({ cost }) => cost))], 1e-5);
  });
});

it("the trace of a point is what the grid shows at its place", () => {
  // Four cells a side of a plane from -6 to 6: their centres are these points.
  const own = "own=-4.5,4.5,0;1.5,4.5,1;4.5,-1.5,0;-1.5,-4.5,1";
  const session = startSession(module, `data=own&${own}&training=50&validation=50&batchSize=2&layers=5,3`);
  session.train(20);
  const cells = 16;
  const grid = gridOf(session, 4, 0);
  const places = [0, 2, 11, 13];
  for (const [point, cell] of places.entries()) {
    const shown = Array.from({ length: grid.length / cells }, (_, neuron) => at(grid, neuron * cells + cell));
    expectClose(
      shown,
      traceOf(session, point).activations.flatMap((layer) => [...layer]),
      1e-5,
    );
  }
});

it("dropout and penalties are no part of a trace", () => {
  const plain = startSession(module, "layers=6");
  const other = startSession(module, "layers=6&dropout=0.5&l1=0.1&l2=0.1");
  expect(other.trace(3)).toEqual(plain.trace(3));
  // What a trace says is what the textbook's whole network answers.
  const { x, y } = at(pointsOf(other), 3);
  const expected = activations(other.experiment(), other.parameters(), x, y);
  expectClose(traceOf(other, 3).activations.at(-1) ?? [], expected.at(-1) ?? [], 1e-5);
});
