/** The data's points: their class or value is a colour, the set that they belong to a shape. */
import { type LabelKind, labelColour } from "./labels";
import { cssColour, type Palette } from "./palette";
import { type PlaneWindow, type Position, toPixels, zoomOf } from "./plane-window";

/** Training points are discs, validation points squares, test points diamonds. Four numbers a point: x, y, class or value, part. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  size: number,
  points: Float32Array,
  kind: LabelKind,
  window: PlaneWindow,
  planeHalf: number,
  palette: Palette,
): void {
  context.clearRect(0, 0, size, size);
  // Seen from nearby they grow, but less than their distances do.
  const growth = Math.min(2, zoomOf(window, planeHalf) ** 0.4);
  drawMarkers(context, size, points, kind, palette, (i) => pointPixels(window, size, points, i), growth);
}

/** Where point i lies on a picture. */
export const pointPixels = (window: PlaneWindow, size: number, points: Float32Array, i: number): Position =>
  toPixels(window, size, [points[4 * i] as number, points[4 * i + 1] as number]);

/** The same with point i at `place(i)`, as large as suits a picture of that size, or `growth` times that. */
export function drawMarkers(
  context: CanvasRenderingContext2D,
  size: number,
  points: Float32Array,
  kind: LabelKind,
  palette: Palette,
  place: (i: number) => Position,
  growth = 1,
): void {
  const count = points.length / 4;
  const radius = (size / 90) * growth * Math.min(1, Math.max(0.45, Math.sqrt(250 / count)));
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
