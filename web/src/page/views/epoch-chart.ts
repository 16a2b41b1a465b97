/** What the charts over epochs have in common: uPlot, dressed for this page. */
import type uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { axisCount, wholeEpochs } from "./axes";
import type { Palette } from "./palette";

export abstract class EpochChart {
  protected abstract readonly plot: uPlot;

  constructor(protected colours: Palette) {}

  /** As large as its place, without a legend of its own; the axis of the epochs is whole. */
  protected dress(place: HTMLElement) {
    const axis = { stroke: () => this.colours.soft, font: "11px system-ui, sans-serif", ticks: { show: false } };
    return {
      frame: {
        width: Math.max(50, place.clientWidth),
        height: Math.max(50, place.clientHeight),
        legend: { show: false },
        padding: [6, 14, 0, 0] as [number, number, number, number],
      },
      epochAxis: {
        ...axis,
        size: 20,
        gap: 3,
        grid: { show: false },
        incrs: wholeEpochs,
        values: (_plot: uPlot, values: number[]) => values.map(axisCount),
      },
      valueAxis: { ...axis, gap: 4 },
      valueGrid: { stroke: () => this.colours.line, width: 1 },
    };
  }

  recolour(colours: Palette): void {
    this.colours = colours;
    this.plot.redraw(false, true);
  }

  resize(width: number, height: number): void {
    if (width > 0 && height > 0) this.plot.setSize({ width, height });
  }

  destroy(): void {
    this.plot.destroy();
  }
}
