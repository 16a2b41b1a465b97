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
  context.setLineDash([2 * ratio, 2 * ratio]);
  const places = marks.map(({ at }) => Math.round(plot.valToPos(at, "x", true)) + ratio / 2);
  for (const x of places) {
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x, top + height);
    context.stroke();
  }
  context.setLineDash([]);
  context.font = `${10 * ratio}px system-ui, sans-serif`;
  context.textAlign = "left";
  context.textBaseline = "top";
  // Names stay readable across curves and older marks.
  context.strokeStyle = palette.card;
  context.lineWidth = 3 * ratio;
  context.lineJoin = "round";
  context.fillStyle = palette.soft;
  // The latest changes are told first; each name stands right of its line, or left of it where the chart ends.
  let free = left + width;
  for (const [i, x] of [...places.entries()].reverse()) {
    const name = marks[i]?.name ?? "";
    const room = context.measureText(name).width + 8 * ratio;
    const begin = x + room <= free ? x : x - room;
    if (begin >= left && begin + room <= free) {
      context.strokeText(name, begin + 4 * ratio, top + ratio);
      context.fillText(name, begin + 4 * ratio, top + ratio);
      free = begin;
    }
    free = Math.min(free, x);
  }
  context.restore();
}
