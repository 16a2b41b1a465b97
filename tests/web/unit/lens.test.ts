import { expect, test } from "vitest";
import type { LayerReport } from "../../../bindings/backprop.d.ts";
import { formatFactor, formatPercent } from "../../../web/src/page/format.ts";
import { altogether, layerOf, seriesOf } from "../../../web/src/page/ui/gradients/layers.ts";
import { axisLabel } from "../../../web/src/page/views/axes.ts";
import { decadesOf, stepOf } from "../../../web/src/page/views/descent.ts";
import { steepest } from "../../../web/src/page/views/slope-curve.ts";

const report = (errorNorm: number, byWeights = Number.NaN, byDerivative = Number.NaN): LayerReport => ({
  errorNorm,
  weightGradientNorm: errorNorm / 10,
  biasGradientNorm: 0,
  weightNorm: 1,
  saturated: 0,
  dead: 0,
  shrinkageByWeights: byWeights,
  shrinkageByDerivative: byDerivative,
});

const reports = [report(0.01, 0.5, 0.2), report(0.1, 0.4, 0.25), report(1)];

test("all weights and all slopes together make layer 1's error of the output's", () => {
  const { weights, slopes, both } = altogether(reports);
  expect([weights, slopes, both].map((factor) => Number(factor.toFixed(10)))).toEqual([0.2, 0.05, 0.01]);
  expect(altogether([report(3)])).toEqual({ weights: 1, slopes: 1, both: 1 });
  // A layer of dead ReLUs lets nothing through, and nothing divided by nothing says nothing more.
  expect(altogether([report(0), report(0, 0.5, 0), report(1)]).both).toBe(0);
});

const past = {
  epochs: Float64Array.of(0, 1),
  errorNorms: [Float64Array.of(5, 4), Float64Array.of(6, 7), Float64Array.of(8, 9)],
  weightGradientNorms: [Float64Array.of(1, 2), Float64Array.of(1, 2), Float64Array.of(1, 2)],
  complete: true,
};

test("the present is the end of the past, once", () => {
  expect(seriesOf(past, reports, 1.5, "error")).toEqual({
    epochs: [0, 1, 1.5],
    norms: [
      [5, 4, 0.01],
      [6, 7, 0.1],
      [8, 9, 1],
    ],
  });
  expect(seriesOf(past, reports, 1, "error").epochs).toEqual([0, 1]);
  expect(seriesOf(past, reports, 1.5, "weightGradient").norms[2]).toEqual([1, 2, 0.1]);
});

test("a past of another network, or none yet, leaves the present", () => {
  const alone = { epochs: [3], norms: [[0.01], [0.1], [1]] };
  expect(seriesOf(undefined, reports, 3, "error")).toEqual(alone);
  expect(seriesOf({ ...past, errorNorms: past.errorNorms.slice(1) }, reports, 3, "error")).toEqual(alone);
});

test("a phase names a layer, if there is one of that number", () => {
  expect(["layer.2", "error.3", "", "layer.9", "layer.0", "layer.x"].map((phase) => layerOf(phase, 3))).toEqual([
    2, 3, 1, 1, 1, 1,
  ]);
});

test("the scale holds all norms between two powers of ten, whatever they are", () => {
  expect(decadesOf([0.02, 3])).toEqual({ low: -2, high: 1 });
  expect(decadesOf([0.01, 1])).toEqual({ low: -2, high: 0 });
  expect(decadesOf([1])).toEqual({ low: -1, high: 0 });
  expect(decadesOf([0, Number.NaN, Number.POSITIVE_INFINITY])).toEqual({ low: -1, high: 0 });
  expect(decadesOf([1e-29, 1])).toEqual({ low: -24, high: 0 });
  expect(decadesOf([1e-38, 1])).toEqual({ low: -1, high: 0 });
  expect([stepOf(-3, 0), stepOf(-12, 0), stepOf(-24, 0)]).toEqual([1, 2, 5]);
});

test("the steepest place of several that are as steep is the one nearest to 0", () => {
  expect(steepest({ low: -2, high: 2, values: [], derivatives: [0.1, 0.2, 0.25, 0.2, 0.1] })).toEqual({ z: 0, slope: 0.25 });
  expect(steepest({ low: -2, high: 2, values: [], derivatives: [0, 0, 0, 1, 1] })).toEqual({ z: 1, slope: 1 });
});

test("factors, shares and axes in words of few signs", () => {
  expect([0.2431, 3.871, 12.44, 1234.5, 0.00001534, 0, 1e6, Number.NaN, 0.99999].map(formatFactor)).toEqual([
    "0.243",
    "3.87",
    "12.4",
    "1235",
    "1.5e−5",
    "0",
    "1.0e6",
    "–",
    "1.00",
  ]);
  expect([0, 0.125, 1, Number.NaN].map(formatPercent)).toEqual(["0 %", "13 %", "100 %", "–"]);
  expect([0.5, 0.01, 0.0001, 2e-5, 1000, 1e5, 5e7].map(axisLabel)).toEqual([
    "0.5",
    "0.01",
    "10⁻⁴",
    "2·10⁻⁵",
    "1000",
    "10⁵",
    "5·10⁷",
  ]);
});
