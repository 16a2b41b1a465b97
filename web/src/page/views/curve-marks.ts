/** Upright lines on a curve chart, with their names as far as there is room for them. */
import type uPlot from "uplot";
import type { Palette } from "./palette";

export interface CurveMark {
  at: number;
  name: string;
}

export function drawCurveMarks(plot: uPlot, marks: readonly CurveMark[], palette: Palette): void {
  if (marks.length === 0) return;
  const { ctx: context } = plot;
  const { left, top, width, height } = plot.bbox;
  const ratio = devicePixelRatio;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = palette.control;
  context.lineWidth = ratio;
  context.font = `${10 * ratio}px system-ui, sans-serif`;
  context.fillStyle = palette.soft;
  context.textAlign = "left";
  context.textBaseline = "top";
  // The latest changes are told first; each name stands right of its line, or left of it where the chart ends.
  let free = left + width;
  for (const { at, name } of marks.toReversed()) {
    const x = Math.round(plot.valToPos(at, "x", true)) + ratio / 2;
    context.setLineDash([2 * ratio, 2 * ratio]);
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x, top + height);
    context.stroke();
    const room = context.measureText(name).width + 8 * ratio;
    const begin = x + room <= free ? x : x - room;
    if (begin >= left && begin + room <= free) {
      context.fillText(name, begin + 4 * ratio, top + ratio);
      free = begin;
    }
    free = Math.min(free, x);
  }
  context.restore();
}
