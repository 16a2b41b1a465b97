/** A wide layer as a strip of small heat maps. */
import { shadeOf, type Thumbnail } from "./heat";
import type { Strip } from "./network-layout";
import type { Palette } from "./palette";

/** On a canvas as large as the strip, `ratio` pixels to a CSS pixel; pictureOf(j) is that of neuron j. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  strip: Strip,
  count: number,
  pictureOf: (neuron: number) => Thumbnail,
  resolution: number,
  ratio: number,
): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const pitch = strip.side * ratio;
  const image = context.createImageData(Math.max(1, Math.floor(pitch) - 1), Math.max(1, Math.floor(pitch) - 1));
  const pixels = new Uint32Array(image.data.buffer);
  const { width } = image;
  for (let j = 0; j < count; j++) {
    const { values, range, scale } = pictureOf(j);
    for (let p = 0; p < pixels.length; p++) {
      const column = Math.floor((((p % width) + 0.5) * resolution) / width);
      const row = Math.floor((Math.floor(p / width) + 0.5) * (resolution / width));
      pixels[p] = scale[shadeOf(values[row * resolution + column] as number, range)] as number;
    }
    context.putImageData(image, Math.round((j % strip.across) * pitch), Math.round(Math.floor(j / strip.across) * pitch));
  }
}

/** A rim around one of them. */
export function drawStripMark(
  context: CanvasRenderingContext2D,
  strip: Strip,
  neuron: number,
  ratio: number,
  palette: Palette,
): void {
  const pitch = strip.side * ratio;
  const line = 2 * ratio;
  context.strokeStyle = palette.accent;
  context.lineWidth = line;
  context.strokeRect(
    (neuron % strip.across) * pitch + line / 2,
    Math.floor(neuron / strip.across) * pitch + line / 2,
    pitch - line,
    pitch - line,
  );
}
