/** The plane's way through the network, held against the traces. */
import { describe, expect, it } from "vitest";
import { runs } from "./experiments.ts";
import { loadModule, pointsOf, traceOf, trainedSession } from "./module.ts";
import { at, layersOf, sum } from "./textbook.ts";

const module = await loadModule();

describe("folding()", () => {
  it.each(runs)("%s: every stage is the traces' own values along its two directions", (settings) => {
    const session = trainedSession(module, settings);
    const experiment = session.experiment();
    const layers = layersOf(experiment, session.parameters());
    const stages = session.folding(3);
    const natural = experiment.features.join() === "x1,x2";
    const order = layers.flatMap((_, l) => ["weights", "biases", "activation"].map((step) => `${step} ${l + 1}`));
    expect(stages.flatMap(({ step, layer }) => (step === "turned" ? [] : [`${step} ${layer}`]))).toEqual([
      "plane 0",
      ...(natural ? [] : ["features 0"]),
      ...order,
    ]);
    const points = pointsOf(session);
    for (const { step, layer, directions, points: seen } of stages)
      for (const [i, point] of points.entries()) {
        const trace = traceOf(session, i);
        const values = {
          plane: () => [point.x, point.y],
          features: () => at(trace.activations, 0),
          weights: () => Array.from(at(trace.weightedInputs, layer), (z, j) => z - at(at(layers, layer - 1).b, j)),
          biases: () => at(trace.weightedInputs, layer),
          activation: () => at(trace.activations, layer),
          turned: () => at(trace.activations, layer),
        }[step]();
        const along = (axis: number) => sum(Array.from(values, (value, j) => value * at(directions, axis * values.length + j)));
        for (const axis of [0, 1]) expect(at(seen, 2 * i + axis)).toBeCloseTo(along(axis), 4);
      }
  });
});
