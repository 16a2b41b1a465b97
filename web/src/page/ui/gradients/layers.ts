/** The layers of a run as the lens shows them. */
import type { Catalogue, Experiment, LayerHistograms, LayerReport, Progress } from "../../../../../bindings/backprop";
import type { LayersPast } from "../../../protocol";
import { type Decades, decadesOf, type LayerNorms } from "../../views/descent";
import type { NormSeries } from "../../views/norm-chart";

export type Quantity = "error" | "weightGradient";

export interface LayerView {
  /** 1 .. L */
  layer: number;
  /** "layer 2", "output" */
  title: string;
  /** Of its activation function: in links, for people. */
  activation: string;
  activationLabel: string;
  report: LayerReport;
  norms: LayerNorms;
  histograms: LayerHistograms | null;
}

/** From the output down to layer 1, as the error travels. */
export function layerViews(
  reports: readonly LayerReport[],
  histograms: readonly LayerHistograms[] | undefined,
  experiment: Experiment,
  catalogue: Catalogue,
): LayerView[] {
  const last = reports.length;
  const names = [...experiment.activations, experiment.output];
  const label = (name: string): string =>
    [...catalogue.activations, ...catalogue.outputs].find((entry) => entry.name === name)?.label ?? name;
  return reports
    .map((report, i): LayerView => {
      const above = reports[i + 1]?.errorNorm ?? Number.NaN;
      return {
        layer: i + 1,
        title: i + 1 === last ? "output" : `layer ${i + 1}`,
        activation: names[i] ?? "",
        activationLabel: label(names[i] ?? ""),
        report,
        norms: {
          error: report.errorNorm,
          weightGradient: report.weightGradientNorm,
          above,
          carried: above * report.shrinkageByWeights,
        },
        histograms: histograms?.[i] ?? null,
      };
    })
    .reverse();
}

/** The scale that holds all norms of these layers. */
export const decadesOfLayers = (layers: readonly LayerView[]): Decades =>
  decadesOf(layers.flatMap(({ norms }) => [norms.error, norms.weightGradient, norms.carried]));

/** The past, and the present at its end where training has gone on since the last epoch that is kept. */
export function seriesOf(
  past: LayersPast | undefined,
  reports: readonly LayerReport[],
  epoch: number,
  quantity: Quantity,
): NormSeries {
  const pastNorms = quantity === "error" ? past?.errorNorms : past?.weightGradientNorms;
  const fits = past !== undefined && pastNorms?.length === reports.length;
  const epochs = fits ? Array.from(past.epochs) : [];
  const isNew = epoch > (epochs.at(-1) ?? -1);
  const now = ({ errorNorm, weightGradientNorm }: LayerReport): number =>
    quantity === "error" ? errorNorm : weightGradientNorm;
  return {
    epochs: isNew ? [...epochs, epoch] : epochs,
    norms: reports.map((report, i) => [...(fits ? (pastNorms[i] ?? []) : []), ...(isNew ? [now(report)] : [])]),
  };
}

/** Epochs with the part of the present one. */
export function exactEpoch({ epoch, iterationsPerEpoch, iterationsToEpochEnd }: Progress): number {
  return epoch + (iterationsPerEpoch - iterationsToEpochEnd) / iterationsPerEpoch;
}

/** What the weights and the slopes did to the error altogether, on its way from the output to layer 1. */
export function altogether(reports: readonly LayerReport[]): { weights: number; slopes: number; both: number } {
  const product = (factor: (report: LayerReport) => number): number =>
    reports.slice(0, -1).reduce((sofar, report) => sofar * factor(report), 1);
  const weights = product((report) => report.shrinkageByWeights);
  const slopes = product((report) => report.shrinkageByDerivative);
  // Where an error in between is 0, the ratios after it are 0/0, but what has arrived is known.
  const both = (reports[0]?.errorNorm ?? Number.NaN) / (reports.at(-1)?.errorNorm ?? Number.NaN);
  return { weights, slopes, both };
}

/** The layer that a link's phase names, such as "layer.2"; the first if it names none that there is. */
export function layerOf(phase: string, last: number): number {
  const layer = Number(phase.split(".")[1]);
  return Number.isInteger(layer) && layer >= 1 && layer <= last ? layer : 1;
}
