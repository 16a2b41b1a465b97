/**
 * The neurons' pictures in the drawing, on one canvas: one for each would cost the browser, which takes every canvas to the screen by
 * itself, more than all that is drawn on them.
 */
import { heatPixels, type Thumbnail } from "./heat";
import type { NetworkLayout } from "./network-layout";

/** In CSS pixels: each neuron's button stands over its picture, which ends, so round, just under the button's rim of 1 pixel. */
const rim = 0.75;
const round = 6.25;

/** The pictures, cell by cell, one below the other. */
let sheet: { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D; image: ImageData } | null = null;

function sheetOf(width: number, height: number): NonNullable<typeof sheet> {
  if (sheet?.image.width === width && sheet.image.height === height) return sheet;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  sheet = { canvas, context, image: context.createImageData(width, height) };
  return sheet;
}

/** Of `resolution` cells a side; strips have canvases of their own. */
export function drawThumbnails(
  context: CanvasRenderingContext2D,
  { centres, strips, halves }: NetworkLayout,
  resolution: number,
  thumbnailOf: (layer: number, neuron: number) => Thumbnail,
): void {
  const places = centres.flatMap((column, layer) =>
    strips[layer] ? [] : column.map(({ x, y }, neuron) => ({ layer, neuron, x, y, half: (halves[layer] ?? 0) - rim })),
  );
  if (places.length === 0) return;
  const { canvas, context: cells, image } = sheetOf(resolution, resolution * places.length);
  const pixels = new Uint32Array(image.data.buffer);
  const area = resolution * resolution;
  for (const [i, { layer, neuron, half }] of places.entries()) {
    const own = pixels.subarray(i * area, (i + 1) * area);
    heatPixels(thumbnailOf(layer, neuron), own);
    for (const [cell, mask] of maskOf(resolution, half)) own[cell] = (own[cell] as number) & mask;
  }
  cells.putImageData(image, 0, 0);
  for (const [i, { x, y, half }] of places.entries())
    context.drawImage(canvas, 0, i * resolution, resolution, resolution, x - half, y - half, 2 * half, 2 * half);
}

let masks: { resolution: number; of: Map<number, ReturnType<typeof cornerMask>> } = { resolution: 0, of: new Map() };

/** The same in every frame; `half` a picture's side, as in the layout. */
function maskOf(resolution: number, half: number): ReturnType<typeof cornerMask> {
  if (masks.resolution !== resolution) masks = { resolution, of: new Map() };
  const made = masks.of.get(half) ?? cornerMask(resolution, (round * resolution) / (2 * half));
  masks.of.set(half, made);
  return made;
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
