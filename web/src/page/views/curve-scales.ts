/** How values lie along a curve chart's upright axis. */

import type uPlot from "uplot";
import { minus } from "../format";
import { axisLabel, roundValues } from "./axes";

export type Scale = "log" | "linear" | "share" | "quality";

interface ValueScale {
  distr?: 1 | 3;
  range?: (plot: uPlot, low: number, high: number) => [number, number];
  /** What is less is drawn at the foot. */
  lowest: number;
  axis: Pick<uPlot.Axis, "values" | "filter" | "incrs">;
}

const plain = (value: number): string => minus(String(Number(value.toPrecision(3))));

export const scales: Record<Scale, ValueScale> = {
  /** It has no zero. */
  log: {
    distr: 3,
    lowest: 1e-12,
    axis: { filter: roundValues, values: (_plot, values) => values.map((v) => (v === null ? "" : axisLabel(v))) },
  },
  linear: {
    range: (_plot, _low, high) => [0, Math.max(high * 1.05, 1e-9)],
    lowest: 0,
    axis: { values: (_plot, values) => values.map(plain) },
  },
  /** From 0 to 1, as accuracies are. */
  share: {
    range: (_plot, low) => [Math.max(0, Math.min(0.9, low - 0.05)), 1.02],
    lowest: 0,
    axis: {
      incrs: [0.02, 0.05, 0.1, 0.2, 0.5],
      values: (_plot, values) => values.map((v) => `${Math.round(100 * v)} %`),
    },
  },
  /** R², at most 1; a network that only begins can be far below 0. */
  quality: {
    range: (_plot, low) => [Math.min(0, low), 1.03],
    lowest: -1,
    axis: { values: (_plot, values) => values.map(plain) },
  },
};
