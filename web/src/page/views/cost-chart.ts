/** The costs by epoch: uPlot, dressed for this page. Costs are drawn on a logarithmic scale. */
import "./language";
import uPlot from "uplot";
import { axisCount, axisLabel, roundValues, wholeEpochs } from "./axes";
import type { Palette } from "./palette";

export interface Line {
  label: string;
  /** Its colour's name in the palette. */
  colour: "training" | "validation" | "test" | "left" | "right";
  /** Lengths of strokes and gaps in pixels; empty is an unbroken line. */
  dash: readonly number[];
  /** In pixels. */
  width: number;
}

/** For each line a cost at each of the epochs, which ascend; NaN where there is none. */
export interface Curves {
  epochs: readonly number[];
  costs: readonly (readonly number[])[];
}

export const splits = [
  { name: "training", label: "Training", dash: [] },
  { name: "validation", label: "Validation", dash: [6, 4] },
  { name: "test", label: "Test", dash: [2, 3] },
] as const;

/** Below this a cost is drawn at the foot of the scale, which has no zero. */
const lowestDrawn = 1e-12;

/** Of one cost alone there is no line. */
function isAlone(plot: uPlot, series: number): boolean {
  const costs = plot.data[series] ?? [];
  const first = costs.findIndex((cost) => cost !== null);
  return first >= 0 && !costs.some((cost, i) => i > first && cost !== null);
}

export class CostChart {
  private readonly plot: uPlot;
  private colours: Palette;

  constructor(place: HTMLElement, lines: readonly Line[], colours: Palette, onPoint: (record: number | null) => void) {
    this.colours = colours;
    const axis = { stroke: () => this.colours.soft, font: "11px system-ui, sans-serif", ticks: { show: false } };
    this.plot = new uPlot(
      {
        width: Math.max(50, place.clientWidth),
        height: Math.max(50, place.clientHeight),
        legend: { show: false },
        padding: [6, 14, 0, 0],
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 5 } },
        scales: { x: { time: false }, y: { distr: 3 } },
        axes: [
          {
            ...axis,
            size: 20,
            gap: 3,
            grid: { show: false },
            incrs: wholeEpochs,
            values: (_plot, values) => values.map(axisCount),
          },
          {
            ...axis,
            size: 40,
            gap: 4,
            grid: { stroke: () => this.colours.line, width: 1, filter: roundValues },
            filter: roundValues,
            values: (_plot, values) => values.map((v) => (v === null ? "" : axisLabel(v))),
          },
        ],
        series: [
          {},
          ...lines.map(({ label, colour, dash, width }) => ({
            label,
            stroke: () => this.colours[colour],
            width,
            dash: [...dash],
            points: { show: isAlone, size: 5 },
            spanGaps: true,
          })),
        ],
        hooks: { setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)] },
      },
      [[], ...lines.map(() => [])],
      place,
    );
  }

  draw({ epochs, costs }: Curves): void {
    const drawn = (line: readonly number[]): (number | null)[] =>
      line.map((cost) => (Number.isNaN(cost) ? null : Math.max(cost, lowestDrawn)));
    this.plot.setData([epochs, ...costs.map(drawn)] as uPlot.AlignedData);
  }

  /** Puts the cursor on a record, as the pointer would; null takes it away. */
  point(record: number | null): void {
    const epoch = record === null ? undefined : this.plot.data[0][record];
    const left = epoch === undefined ? -10 : this.plot.valToPos(epoch, "x");
    this.plot.setCursor({ left, top: epoch === undefined ? -10 : 1 });
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
