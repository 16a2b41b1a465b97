/** The large plane: a neuron's output, the decision boundary, and the points. x to the right, y up. */
import { contours } from "d3-contour";
import { type HeatRange, paintHeat } from "./heat";
import { classColour, type LabelKind, labelColour, mix } from "./labels";
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
  paintHeat(smallCanvas(resolution), values, resolution, range, palette.planeHeat);
  enlarge(context, size);
  if (threshold !== null) drawContour(context, size, values, resolution, threshold, palette.ink);
}

/**
 * Fills a canvas with the classes that the network decides on, `values` holding one picture for each class's neuron: the colour of
 * the class whose neuron answers most, the paler the less it is ahead of the next. Lines part the classes.
 */
export function drawClasses(
  context: CanvasRenderingContext2D,
  size: number,
  values: Float32Array,
  resolution: number,
  span: number,
  palette: Palette,
): void {
  const cells = resolution * resolution;
  const classes = values.length / cells;
  const colours = Array.from({ length: classes }, (_, c) => classColour(c, classes, palette));
  const small = smallCanvas(resolution);
  const image = small.createImageData(resolution, resolution);
  const pixels = new Uint32Array(image.data.buffer);
  const lead = Array.from({ length: classes }, () => new Float32Array(cells));
  for (let i = 0; i < cells; i++) {
    let first = 0;
    let next = -1;
    for (let c = 1; c < classes; c++) {
      if ((values[c * cells + i] as number) > (values[first * cells + i] as number)) {
        next = first;
        first = c;
      } else if (next < 0 || (values[c * cells + i] as number) > (values[next * cells + i] as number)) next = c;
    }
    const ahead = (values[first * cells + i] as number) - (values[next * cells + i] as number);
    for (let c = 0; c < classes; c++)
      (lead[c] as Float32Array)[i] =
        c === first ? ahead : (values[c * cells + i] as number) - (values[first * cells + i] as number);
    const [red, green, blue] = mix(
      palette.zero,
      colours[first] ?? palette.zero,
      palette.planeStrength * Math.min(1, ahead / span),
    );
    pixels[i] = (255 << 24) | (blue << 16) | (green << 8) | red;
  }
  small.putImageData(image, 0, 0);
  enlarge(context, size);
  for (const values of classes === 2 ? lead.slice(1) : lead) drawContour(context, size, values, resolution, 0, palette.ink);
}

function smallCanvas(resolution: number): OffscreenCanvasRenderingContext2D {
  if (buffer?.width !== resolution) buffer = new OffscreenCanvas(resolution, resolution);
  return buffer.getContext("2d") as OffscreenCanvasRenderingContext2D;
}

/** Draws the small canvas over one of `size` pixels a side. */
function enlarge(context: CanvasRenderingContext2D, size: number): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  if (buffer !== null) context.drawImage(buffer, 0, 0, size, size);
}

/** Of a region, in cells from the plane's upper left. */
type Corner = [x: number, y: number];

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
  const isEdge = (v: number): boolean => v === 0 || v === resolution;
  const onEdge = ([x, y]: Corner): boolean => isEdge(x) || isEdge(y);
  // From the outermost values, half a cell inside, straight out to the edge.
  const outFrom = ([x, y]: Corner, edge: Corner): Corner => (isEdge(edge[0]) ? [edge[0], y] : [x, edge[1]]);
  const moveTo = ([x, y]: Corner): void => context.moveTo(x * cell, y * cell);
  const lineTo = ([x, y]: Corner): void => context.lineTo(x * cell, y * cell);
  context.beginPath();
  for (const polygon of region.coordinates)
    for (const ring of polygon as Corner[][]) {
      moveTo(ring[0] as Corner);
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = [ring[i - 1], ring[i]] as [Corner, Corner];
        // The region is closed along the plane's edge and across its corners; the boundary is not.
        if (onEdge(from) && onEdge(to)) moveTo(to);
        else if (onEdge(to)) lineTo(outFrom(from, to));
        else {
          if (onEdge(from)) moveTo(outFrom(to, from));
          lineTo(to);
        }
      }
    }
  context.strokeStyle = colour;
  context.globalAlpha = 0.75;
  context.lineWidth = Math.max(1, size / 300);
  context.stroke();
  context.globalAlpha = 1;
}

/** Training points are discs, validation points squares, test points diamonds. Four numbers a point: x, y, class or value, part. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  size: number,
  points: Float32Array,
  kind: LabelKind,
  planeHalf: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, size, size);
  const scale = size / (2 * planeHalf);
  drawMarkers(context, size, points, kind, palette, (i) => [
    ((points[4 * i] as number) + planeHalf) * scale,
    (planeHalf - (points[4 * i + 1] as number)) * scale,
  ]);
}

/** The same with point i at `place(i)`, as large as suits a picture of that size. */
export function drawMarkers(
  context: CanvasRenderingContext2D,
  size: number,
  points: Float32Array,
  kind: LabelKind,
  palette: Palette,
  place: (i: number) => readonly [x: number, y: number],
): void {
  const count = points.length / 4;
  const radius = (size / 90) * Math.min(1, Math.max(0.45, Math.sqrt(250 / count)));
  context.lineWidth = radius * 0.4;
  // Values near 0 are as pale as the plane: they need an edge.
  context.strokeStyle = kind.classes === 0 ? palette.soft : palette.card;
  for (let i = 0; i < count; i++) {
    const marker = markers[points[4 * i + 3] as number];
    if (marker === undefined) continue; // of a sealed test set
    const [x, y] = place(i);
    context.fillStyle = cssColour(labelColour(points[4 * i + 2] as number, kind, palette));
    context.beginPath();
    marker(context, x, y, radius);
    context.fill();
    context.stroke();
  }
}

type Marker = (context: CanvasRenderingContext2D, x: number, y: number, radius: number) => void;

/** Of training, validation and test points. */
const markers: readonly Marker[] = [
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

/** A data set's picture: three numbers a point (x, y, class or value) on a canvas of `size` pixels a side. */
export function drawSample(
  context: CanvasRenderingContext2D,
  size: number,
  sample: Float32Array,
  kind: LabelKind,
  planeHalf: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, size, size);
  const scale = size / (2 * planeHalf);
  for (let i = 0; i < sample.length; i += 3) {
    context.fillStyle = cssColour(labelColour(sample[i + 2] as number, kind, palette));
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
