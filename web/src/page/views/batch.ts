/** The mini-batch on the plane: its points bright among the others, the one that is looked at with its coordinates. */
import { type LabelKind, labelColour } from "./labels";
import { cssColour, type Palette } from "./palette";

export interface BatchOnPlane {
  /** Four numbers a point: x, y, class or value, part. */
  points: Float32Array;
  /** Positions in `points`. */
  batch: ArrayLike<number>;
  /** Which of the batch is looked at. */
  chosen: number;
  kind: LabelKind;
  planeHalf: number;
}

/** Of a plane `size` pixels a side. */
function placeOnPlane({ points, planeHalf }: BatchOnPlane, point: number, size: number): { x: number; y: number } {
  const scale = size / (2 * planeHalf);
  return {
    x: ((points[4 * point] ?? 0) + planeHalf) * scale,
    y: (planeHalf - (points[4 * point + 1] ?? 0)) * scale,
  };
}

export function drawBatch(context: CanvasRenderingContext2D, size: number, what: BatchOnPlane, palette: Palette): void {
  const { points, batch, chosen, kind } = what;
  context.clearRect(0, 0, size, size);
  const small = (size / 110) * Math.min(1, Math.max(0.5, Math.sqrt(1000 / points.length)));
  const large = Math.max(1.3 * small, (size / 55) * Math.min(1, Math.sqrt(60 / batch.length)));
  const disc = (point: number, radius: number): void => {
    const { x, y } = placeOnPlane(what, point, size);
    context.fillStyle = cssColour(labelColour(points[4 * point + 2] ?? 0, kind, palette));
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  };
  // The training set, faint; validation and test points never get into a mini-batch.
  context.globalAlpha = 0.28;
  for (let point = 0; 4 * point < points.length; point++) if (points[4 * point + 3] === 0) disc(point, small);
  context.globalAlpha = 1;
  context.lineWidth = size / 240;
  context.strokeStyle = palette.ink;
  for (let i = 0; i < batch.length; i++) {
    disc(batch[i] as number, large);
    context.stroke();
  }
  const looked = batch[chosen];
  if (looked === undefined) return;
  const { x, y } = placeOnPlane(what, looked, size);
  context.setLineDash([size / 100, size / 100]);
  context.beginPath();
  context.moveTo(x, y + 1.8 * large);
  context.lineTo(x, size);
  context.moveTo(x - 1.8 * large, y);
  context.lineTo(0, y);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = size / 160;
  context.beginPath();
  context.arc(x, y, 1.8 * large, 0, 2 * Math.PI);
  context.stroke();
}

/** Which of the first `count` of the batch is nearest to a place, if one is near; in pixels of a plane `size` a side. */
export function batchPointNear(what: BatchOnPlane, count: number, size: number, x: number, y: number): number | null {
  let best = (size / 16) ** 2;
  let found: number | null = null;
  for (let i = 0; i < Math.min(count, what.batch.length); i++) {
    const place = placeOnPlane(what, what.batch[i] as number, size);
    const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (distance >= best) continue;
    best = distance;
    found = i;
  }
  return found;
}
