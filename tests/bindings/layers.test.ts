/** The layers now and over time, and the distribution of what their neurons answer, recomputed from traces and earlier reports. */
import { describe, expect, it } from "vitest";
import type { Histogram, LayerReport } from "../../bindings/backprop.d.ts";
import { runs, variety } from "./experiments.ts";
import { loadModule, startSession, trainEpochs, trainedSession, trainingTraces } from "./module.ts";
import { at, layersOf, mean, meanOf, norm, sum } from "./textbook.ts";

const module = await loadModule();

const rootMeanSquare = (numbers: number[]): number => Math.sqrt(mean(numbers.map((number) => number ** 2)));

describe("layers()", () => {
  it.each(runs)("%s: norms and shares are those of the traces", (settings) => {
    const session = trainedSession(module, settings);
    const { activations } = session.experiment();
    const traces = trainingTraces(session);
    const reports = session.layers();
    const parameters = layersOf(session.experiment(), session.parameters());
    const gradient = layersOf(
      session.experiment(),
      meanOf(traces, (trace) => trace.gradient),
    );
    expect(reports).toHaveLength(parameters.length);
    const errorNorm = (l: number) => rootMeanSquare(traces.map(({ errors }) => norm(at(errors, l))));
    for (const [i, report] of reports.entries()) {
      const l = i + 1;
      expect(report.errorNorm).toBeCloseTo(errorNorm(l), 5);
      expect(report.weightNorm).toBeCloseTo(norm(at(parameters, i).W.flat()), 5);
      expect(report.weightGradientNorm).toBeCloseTo(norm(at(gradient, i).W.flat()), 4);
      expect(report.biasGradientNorm).toBeCloseTo(norm(at(gradient, i).b), 5);
      if (l === reports.length) {
        const { saturated, dead, shrinkageByWeights, shrinkageByDerivative } = report;
        expect([saturated, dead, shrinkageByWeights, shrinkageByDerivative].every(Number.isNaN)).toBe(true);
        continue;
      }
      const slopes = traces.map(({ derivatives }) => Array.from(at(derivatives, l)));
      const least = { sigmoid: 0.25 / 20, tanh: 1 / 20 }[at(activations, i)];
      if (least === undefined) expect(report.saturated).toBeNaN();
      else expect(report.saturated).toBeCloseTo(mean(slopes.flat().map((slope) => Number(slope < least))), 8);
      const dead = at(slopes, 0).map((_, j) => Number(slopes.every((slope) => slope[j] === 0)));
      expect(report.dead).toBeCloseTo(mean(dead), 12);

      const next = at(parameters, l).W;
      const carried = traces.map(({ errors }) => {
        const delta = at(errors, l + 1);
        return norm(at(next, 0).map((_, k) => sum(next.map((row, j) => at(row, k) * at(delta, j)))));
      });
      expect(report.shrinkageByWeights).toBeCloseTo(rootMeanSquare(carried) / errorNorm(l + 1), 4);
      expect(report.shrinkageByDerivative).toBeCloseTo(errorNorm(l) / rootMeanSquare(carried), 4);
      expect(report.shrinkageByWeights * report.shrinkageByDerivative).toBeCloseTo(errorNorm(l) / errorNorm(l + 1), 4);
    }
  });

  it("sees neurons that are dead and neurons that are saturated", () => {
    // Inputs that are never negative leave a ReLU with two negative weights nothing to pass on; large ones saturate a sigmoid.
    const squares = "layers=8&initializer=normal&features=x1Squared,x2Squared";
    const dead = startSession(module, `${squares}&activations=relu`);
    const { W } = at(layersOf(dead.experiment(), dead.parameters()), 0);
    const negative = mean(W.map((row) => Number(row.every((w) => w < 0))));
    expect(negative).toBeGreaterThan(0);
    expect(at(dead.layers(), 0).dead).toBe(negative);
    const saturated = startSession(module, `${squares}&activations=sigmoid`);
    expect(at(saturated.layers(), 0).saturated).toBeGreaterThan(0.3);
  });
});

describe("histograms()", () => {
  const bins = 7;
  /** How many values lie in each bin; values within rounding of an edge may be in either. */
  function expectCounts({ low, high, counts }: Histogram, values: number[]): void {
    expect(counts).toHaveLength(bins);
    expect(sum(counts)).toBe(values.length);
    const width = (high - low) / bins;
    const nudge = 1e-5 * (high - low);
    for (const [i, count] of Array.from(counts).entries()) {
      const [from, to] = [i === 0 ? -Infinity : low + i * width, i === bins - 1 ? Infinity : low + (i + 1) * width];
      const within = (slack: number): number => values.filter((value) => value >= from - slack && value < to + slack).length;
      expect(count).toBeGreaterThanOrEqual(within(-nudge));
      expect(count).toBeLessThanOrEqual(within(nudge));
    }
  }

  it.each(variety)("%s: each neuron of each training example lies where its trace says", (settings) => {
    const session = startSession(module, settings);
    session.train(60);
    const traces = trainingTraces(session);
    const layers = session.histograms(bins);
    expect(layers).toHaveLength(session.layerSizes().length - 1);
    for (const [i, { activations, derivatives }] of layers.entries()) {
      const l = i + 1;
      expectCounts(
        activations,
        traces.flatMap((trace) => Array.from(at(trace.activations, l))),
      );
      const slopes = traces.flatMap((trace) => Array.from(at(trace.derivatives, l)));
      if (derivatives === null) expect(slopes).toEqual([]);
      else expectCounts(derivatives, slopes);
    }
  });

  it("reaches over the activation's range, or to a power of two where there is none", () => {
    const session = startSession(module, "layers=4,4,4&activations=sigmoid,tanh,relu");
    const [first, second, third] = session.histograms(10);
    expect(first).toMatchObject({ activations: { low: 0, high: 1 }, derivatives: { low: 0, high: 0.25 } });
    expect(second).toMatchObject({ activations: { low: -1, high: 1 }, derivatives: { low: 0, high: 1 } });
    expect(third).toMatchObject({ activations: { low: 0 }, derivatives: { low: 0, high: 1 } });
    expect(Number.isInteger(Math.log2(third?.activations.high ?? Number.NaN))).toBe(true);
  });
});

describe("milestones() and layersAt()", () => {
  it("give the reports that layers() gave at the time", () => {
    const session = startSession(module, "layers=4,4&activations=sigmoid,relu");
    const then: LayerReport[][] = [session.layers()];
    for (let epoch = 1; epoch <= 20; ++epoch) {
      trainEpochs(session, 1);
      then.push(session.layers());
    }
    expect(Array.from(session.milestones())).toEqual(then.map((_, epoch) => epoch));
    expect(then.map((_, place) => session.layersAt(place))).toEqual(then);
    expect(session.layersAt(3.7)).toEqual(then[3]);
  });

  it("have nothing outside the path", () => {
    const session = startSession(module);
    expect([-1, 1, Number.NaN, Number.POSITIVE_INFINITY].map((place) => session.layersAt(place))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("keep at most 256 places, evenly thinned out, from the beginning on", () => {
    const session = startSession(module, "layers=2&batchSize=150");
    const before = session.layers();
    trainEpochs(session, 1000);
    const epochs = Array.from(session.milestones());
    expect(epochs.length).toBeLessThanOrEqual(256);
    expect(epochs.length).toBeGreaterThan(100);
    expect(epochs[0]).toBe(0);
    expect(epochs).toEqual([...new Set(epochs)].toSorted((a, b) => a - b));
    expect(session.layersAt(0)).toEqual(before);
    expect(epochs.at(-1)).toBeGreaterThan(980);
  });

  it("have each epoch once, also where training goes back to its best parameters", () => {
    const session = startSession(module, "noise=0.5&patience=5&restoreBest=true&learningRate=1");
    session.train(1e5);
    expect(session.progress().stop?.reason).toBe("patience");
    const epochs = Array.from(session.milestones());
    expect(epochs).toEqual([...new Set(epochs)]);
    expect(session.layersAt(epochs.length - 1)).toEqual(session.layers());
  });
});
