/** The large plane: a neuron's output, the decision boundary, and the points. x to the right, y up. */
import { contours } from "d3-contour";
import { type HeatRange, paintHeat } from "./heat";
import { cssColour, type Palette } from "./palette";

let buffer: OffscreenCanvas | null = null;

/** Fills a canvas of `size` pixels a side; the boundary is the line where the values cross `threshold` (null: none is drawn). */
export function drawPlane(
  context: CanvasRenderingContext2D,
  size: number,
  values: Float32Array,
  resolution: number,
  range: HeatRange,
  threshold: number | null,
  palette: Palette,
): void {
  if (buffer?.width !== resolution) buffer = new OffscreenCanvas(resolution, resolution);
  const small = buffer.getContext("2d") as OffscreenCanvasRenderingContext2D;
  paintHeat(small, values, resolution, range, palette.planeHeat);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(buffer, 0, 0, size, size);
  if (threshold !== null) drawContour(context, size, values, resolution, threshold, palette.ink);
}

function drawContour(
  context: CanvasRenderingContext2D,
  size: number,
  values: Float32Array,
  resolution: number,
  threshold: number,
  colour: string,
): void {
  const region = contours()
    .size([resolution, resolution])
    .contour(values as unknown as number[], threshold);
  const cell = size / resolution;
  const onEdge = (v: number | undefined): boolean => v === 0 || v === resolution;
  context.beginPath();
  for (const polygon of region.coordinates)
    for (const ring of polygon) {
      let drawing = false;
      for (let i = 0; i < ring.length; i++) {
        const [x, y] = ring[i] as [number, number];
        const [px, py] = (ring[i - 1] ?? [Number.NaN, Number.NaN]) as [number, number];
        // The region is closed along the plane's edge; the boundary is not.
        const alongEdge = (onEdge(x) && x === px) || (onEdge(y) && y === py);
        if (drawing && !alongEdge) context.lineTo(x * cell, y * cell);
        else context.moveTo(x * cell, y * cell);
        drawing = true;
      }
    }
  context.strokeStyle = colour;
  context.globalAlpha = 0.75;
  context.lineWidth = Math.max(1, size / 300);
  context.stroke();
  context.globalAlpha = 1;
}

/** Training points are discs, validation points squares, test points diamonds. Four numbers a point: x, y, class, part. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  size: number,
  points: Float32Array,
  planeHalf: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, size, size);
  const count = points.length / 4;
  const radius = (size / 90) * Math.min(1, Math.max(0.45, Math.sqrt(250 / count)));
  const scale = size / (2 * planeHalf);
  context.lineWidth = radius * 0.4;
  context.strokeStyle = palette.card;
  for (let i = 0; i < points.length; i += 4) {
    const x = ((points[i] as number) + planeHalf) * scale;
    const y = (planeHalf - (points[i + 1] as number)) * scale;
    context.fillStyle = cssColour(points[i + 2] === 1 ? palette.positive : palette.negative);
    context.beginPath();
    markers[points[i + 3] as 0 | 1 | 2](context, x, y, radius);
    context.fill();
    context.stroke();
  }
}

type Marker = (context: CanvasRenderingContext2D, x: number, y: number, radius: number) => void;

const markers: [training: Marker, validation: Marker, test: Marker] = [
  (context, x, y, r) => context.arc(x, y, r, 0, 2 * Math.PI),
  (context, x, y, r) => context.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r),
  (context, x, y, r) => {
    context.moveTo(x, y - 1.25 * r);
    context.lineTo(x + 1.25 * r, y);
    context.lineTo(x, y + 1.25 * r);
    context.lineTo(x - 1.25 * r, y);
    context.closePath();
  },
];

/** A data set's picture: three numbers a point (x, y, class) on a canvas of `size` pixels a side. */
export function drawSample(
  context: CanvasRenderingContext2D,
  size: number,
  sample: Float32Array,
  planeHalf: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, size, size);
  const scale = size / (2 * planeHalf);
  for (let i = 0; i < sample.length; i += 3) {
    context.fillStyle = cssColour(sample[i + 2] === 1 ? palette.positive : palette.negative);
    context.beginPath();
    context.arc(
      ((sample[i] as number) + planeHalf) * scale,
      (planeHalf - (sample[i + 1] as number)) * scale,
      size / 34,
      0,
      2 * Math.PI,
    );
    context.fill();
  }
}
