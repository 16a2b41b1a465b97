/**
 * The neurons' pictures in the drawing, on one canvas: one for each would cost the browser, which takes every canvas to the screen by
 * itself, more than all that is drawn on them.
 */
import { heatPixels, type Thumbnail } from "./heat";
import type { NetworkLayout } from "./network-layout";

/** In CSS pixels: each neuron's button stands over its picture, which ends, so round, just under the button's rim of 1 pixel. */
const rim = 0.75;
const round = 6.25;

interface Place {
  layer: number;
  neuron: number;
  x: number;
  y: number;
  /** Of a picture's side. */
  half: number;
}

/** Of `resolution` cells a side, `ratio` of the canvas's pixels to a CSS pixel; strips have canvases of their own. */
export class Thumbnails {
  private readonly places: readonly Place[];
  /** The pictures, cell by cell, one below the other. */
  private readonly cells: OffscreenCanvasRenderingContext2D | null;
  private readonly image: ImageData | null;
  private readonly masks: readonly ReturnType<typeof cornerMask>[];
  /** What was drawn last. */
  private readonly drawn: (Thumbnail | undefined)[] = [];
  private isEmpty = true;

  constructor(
    { centres, strips, halves }: NetworkLayout,
    private readonly resolution: number,
    private readonly ratio: number,
  ) {
    this.places = centres.flatMap((column, layer) =>
      strips[layer] ? [] : column.map(({ x, y }, neuron) => ({ layer, neuron, x, y, half: (halves[layer] ?? 0) - rim })),
    );
    const sizes = [...new Set(this.places.map(({ half }) => half))];
    const bySize = new Map(sizes.map((half) => [half, cornerMask(resolution, (round * resolution) / (2 * half))]));
    this.masks = this.places.map(({ half }) => bySize.get(half) ?? []);
    const height = resolution * this.places.length;
    this.cells = height > 0 ? new OffscreenCanvas(resolution, height).getContext("2d") : null;
    this.image = this.cells?.createImageData(resolution, height) ?? null;
  }

  /** The canvas is empty. */
  forget(): void {
    this.isEmpty = true;
  }

  /** Draws those that differ from what is on the canvas by more than that share of their range. */
  draw(context: CanvasRenderingContext2D, thumbnailOf: (layer: number, neuron: number) => Thumbnail, tolerance: number): void {
    const { cells, image, resolution } = this;
    if (cells === null || image === null) return;
    const due: number[] = [];
    for (const [i, { layer, neuron }] of this.places.entries()) {
      const thumbnail = thumbnailOf(layer, neuron);
      const drawn = this.drawn[i];
      if (!this.isEmpty && drawn !== undefined && isSame(drawn, thumbnail, tolerance)) continue;
      due.push(i);
      // A copy: it may stay for long, and the frame that it is a part of is large.
      const values = drawn?.values ?? new Float32Array(thumbnail.values.length);
      values.set(thumbnail.values);
      this.drawn[i] = { ...thumbnail, values };
    }
    this.isEmpty = false;
    if (due.length === 0) return;
    const pixels = new Uint32Array(image.data.buffer);
    const area = resolution * resolution;
    for (const i of due) {
      const own = pixels.subarray(i * area, (i + 1) * area);
      heatPixels(this.drawn[i] as Thumbnail, own);
      for (const [cell, mask] of this.masks[i] ?? []) own[cell] = (own[cell] as number) & mask;
    }
    cells.putImageData(image, 0, 0);
    for (const i of due) {
      const { x, y, half } = this.places[i] as Place;
      this.clear(context, x - half, y - half, 2 * half);
      context.drawImage(cells.canvas, 0, i * resolution, resolution, resolution, x - half, y - half, 2 * half, 2 * half);
    }
  }

  /** All pixels of a square, also those that it covers in part. */
  private clear(context: CanvasRenderingContext2D, left: number, top: number, side: number): void {
    const begin = (at: number): number => Math.floor(at * this.ratio) / this.ratio;
    const length = (at: number): number => Math.ceil((at + side) * this.ratio) / this.ratio - begin(at);
    context.clearRect(begin(left), begin(top), length(left), length(top));
  }
}

/** Whether one looks like the other: no value is further away than that share of the range. */
function isSame(one: Thumbnail, other: Thumbnail, tolerance: number): boolean {
  const { low, high } = one.range;
  const most = tolerance * (high - low);
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= most;
  if (one.scale !== other.scale || !isNear(low, other.range.low) || !isNear(high, other.range.high)) return false;
  const { values } = one;
  for (let i = 0; i < values.length; i++)
    if (!(Math.abs((values[i] as number) - (other.values[i] as number)) <= most)) return false;
  return true;
}

/** The cells that are not all inside where corners are so round, in cells, each with what takes its opaque pixel's rest away. */
function cornerMask(resolution: number, radius: number): [cell: number, mask: number][] {
  const masks: [number, number][] = [];
  const beyond = (at: number): number => Math.max(0, radius - at - 0.5, at + 0.5 - resolution + radius);
  for (let row = 0; row < resolution; row++)
    for (let column = 0; column < resolution; column++) {
      const inside = radius + 0.5 - Math.hypot(beyond(row), beyond(column));
      if (inside < 1) masks.push([row * resolution + column, (Math.round(255 * Math.max(0, inside)) << 24) | 0xffffff]);
    }
  return masks;
}
