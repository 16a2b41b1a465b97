/** Costs or qualities by epoch or iteration: uPlot, dressed for this page. */
import "./language";
import uPlot from "uplot";
import { type CurveMark, drawCurveMarks } from "./curve-marks";
import { type Scale, scales } from "./curve-scales";
import { EpochChart } from "./epoch-chart";
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

/** For each line a value at each of the epochs or iterations, which ascend; NaN where there is none. */
export interface Curves {
  at: readonly number[];
  values: readonly (readonly number[])[];
  marks?: readonly CurveMark[];
}

/** Of one value alone there is no line. */
function isAlone(plot: uPlot, series: number): boolean {
  const values = plot.data[series] ?? [];
  const first = values.findIndex((value) => value !== null);
  return first >= 0 && !values.some((value, i) => i > first && value !== null);
}

export class CostChart extends EpochChart {
  protected readonly plot: uPlot;
  private readonly lowest: number;
  private marks: readonly CurveMark[] = [];

  constructor(
    place: HTMLElement,
    lines: readonly Line[],
    scale: Scale,
    colours: Palette,
    onPoint: (record: number | null) => void,
  ) {
    super(colours);
    const { lowest, axis: scaleAxis, ...valueScale } = scales[scale];
    this.lowest = lowest;
    const { frame, epochAxis, valueAxis, valueGrid } = this.dress(place);
    this.plot = new uPlot(
      {
        ...frame,
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 5 } },
        scales: { x: { time: false }, y: valueScale },
        axes: [
          epochAxis,
          {
            ...valueAxis,
            size: 40,
            grid: { ...valueGrid, ...(scaleAxis.filter && { filter: scaleAxis.filter }) },
            ...scaleAxis,
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
        hooks: {
          setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)],
          draw: [(plot) => drawCurveMarks(plot, this.marks, this.colours)],
        },
      },
      [[], ...lines.map(() => [])],
      place,
    );
  }

  draw({ at, values, marks = [] }: Curves): void {
    this.marks = marks;
    const drawn = (line: readonly number[]): (number | null)[] =>
      line.map((value) => (Number.isNaN(value) ? null : Math.max(value, this.lowest)));
    this.plot.setData([at, ...values.map(drawn)] as uPlot.AlignedData);
  }

  /** Puts the cursor on a record, as the pointer would; null takes it away. */
  point(record: number | null): void {
    const at = record === null ? undefined : this.plot.data[0][record];
    const left = at === undefined ? -10 : this.plot.valToPos(at, "x");
    this.plot.setCursor({ left, top: at === undefined ? -10 : 1 });
  }

  /** The same at a place on screen, for fingers, which uPlot does not know. */
  pointAt(clientX: number): void {
    const { left, width } = this.plot.over.getBoundingClientRect();
    this.plot.setCursor({ left: Math.min(width, Math.max(0, clientX - left)), top: 1 });
  }
}
