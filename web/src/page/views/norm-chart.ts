/** A norm of every layer by epoch, on a logarithmic scale: uPlot, dressed for this page. */
import "./language";
import uPlot from "uplot";
import { axisLabel, roundValues } from "./axes";
import { smallestDrawn } from "./descent";
import { EpochChart } from "./epoch-chart";
import { layerColour } from "./layer-colour";
import type { Palette } from "./palette";

/** The norms of layers 1 .. L, each at every one of the epochs. */
export interface NormSeries {
  epochs: readonly number[];
  norms: readonly (readonly number[])[];
}

export class NormChart extends EpochChart {
  protected readonly plot: uPlot;

  /** For a network whose output is layer `last`. */
  constructor(place: HTMLElement, last: number, colours: Palette) {
    super(colours);
    const { frame, epochAxis, valueAxis, valueGrid } = this.dress(place);
    this.plot = new uPlot(
      {
        ...frame,
        cursor: { show: false },
        scales: { x: { time: false, range: (_plot, low, high) => [low, Math.max(high, low + 1)] }, y: { distr: 3 } },
        axes: [
          epochAxis,
          {
            ...valueAxis,
            size: 44,
            grid: { ...valueGrid, filter: roundValues },
            filter: roundValues,
            values: (_plot, values) => values.map((v) => (v === null ? "" : axisLabel(v))),
          },
        ],
        series: [
          {},
          ...Array.from({ length: last }, (_, i) => ({
            label: `layer ${i + 1}`,
            stroke: () => layerColour(i + 1, last, this.colours),
            // A run that has only begun is a dot, not an empty chart.
            points: {
              show: (_plot: uPlot, _series: number, from: number, to: number) => to - from < 2,
              size: 6,
              fill: () => layerColour(i + 1, last, this.colours),
            },
          })),
        ],
      },
      Array.from({ length: last + 1 }, () => []) as unknown as uPlot.AlignedData,
      place,
    );
  }

  /** The chosen layer's line is wider. */
  draw({ epochs, norms }: NormSeries, chosen: number): void {
    this.plot.series.forEach((line, layer) => {
      line.width = layer === chosen ? 3 : 1.5;
    });
    const drawn = norms.map((ofLayer) => ofLayer.map((norm) => (norm > smallestDrawn ? norm : null)));
    this.plot.setData([[...epochs], ...drawn] as uPlot.AlignedData);
  }
}
