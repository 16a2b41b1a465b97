/** The classes that a network decides on, over the plane. */
import { boundaryLines, pathOf, regionPath } from "./contour";
import { classColour, mix } from "./labels";
import { cssColour, type Palette, packed, type Rgb } from "./palette";
import { cellCanvas, enlarge, type Placement, strokeBoundary } from "./plane";
import { placeCells } from "./plane-cells";

/**
 * Fills a canvas of `size` pixels a side, as far as the window is in sight, `values` holding one picture for each class's neuron,
 * whose answers lie between `low` and `high`. Each place has the classes' colours, mixed by how probable they are, the paler the less
 * is decided; lines part the places where another class's neuron answers most. Discrete: the most probable class's colour alone.
 */
export function drawClasses(
  context: CanvasRenderingContext2D,
  size: number,
  values: Float32Array,
  [low, high]: readonly [low: number, high: number],
  { resolution, window, sight, discrete }: Placement,
  palette: Palette,
): void {
  const cells = placeCells(resolution, window, sight);
  const count = resolution * resolution;
  const classes = values.length / count;
  const answers = Array.from({ length: classes }, (_, c) => values.subarray(c * count, (c + 1) * count));
  const colours = Array.from({ length: classes }, (_, c) => classColour(c, classes, palette));
  const leads = leadsOf(answers);
  if (discrete) {
    for (const [c, lead] of leads.entries()) {
      context.fillStyle = cssColour(mix(palette.zero, colours[c] as Rgb, palette.planeStrength));
      if (c === 0) context.fillRect(0, 0, size, size);
      else context.fill(regionPath(cells, lead, size, 0), "evenodd");
    }
  } else {
    const small = cellCanvas(resolution);
    const image = small.createImageData(resolution, resolution);
    const pixels = new Uint32Array(image.data.buffer);
    const shares = new Float64Array(classes);
    for (let i = 0; i < pixels.length; i++) {
      for (let c = 0; c < classes; c++) shares[c] = ((answers[c]?.[i] ?? 0) - low) / (high - low);
      normalise(shares);
      pixels[i] = packed(mixed(shares, colours, palette));
    }
    small.putImageData(image, 0, 0);
    enlarge(small, context, size, cells);
  }
  for (const lead of classes === 2 ? leads.slice(1) : leads)
    strokeBoundary(context, size, pathOf(boundaryLines(cells, lead, size, 0)), true, palette.ink);
}

/** For each class, how far its neuron is ahead of the best of the others. */
function leadsOf(answers: readonly Float32Array[]): Float32Array[] {
  const leads = answers.map((of) => new Float32Array(of.length));
  for (let i = 0; i < (answers[0]?.length ?? 0); i++) {
    let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const of of answers) {
      const answer = of[i] as number;
      if (answer > first) [first, second] = [answer, first];
      else if (answer > second) second = answer;
    }
    for (const [c, of] of answers.entries()) {
      const answer = of[i] as number;
      (leads[c] as Float32Array)[i] = answer - (answer === first ? second : first);
    }
  }
  return leads;
}

/** Softmax's answers add up to 1 already; of other outputs each neuron says how sure it is of its own class, apart from the others. */
function normalise(shares: Float64Array): void {
  let sum = 0;
  for (let c = 0; c < shares.length; c++) {
    shares[c] = Math.max(0, shares[c] as number);
    sum += shares[c] as number;
  }
  for (let c = 0; c < shares.length; c++) shares[c] = sum > 0 ? (shares[c] as number) / sum : 1 / shares.length;
}

function mixed(shares: Float64Array, colours: readonly Rgb[], palette: Palette): Rgb {
  let most = 0;
  const sum: [number, number, number] = [0, 0, 0];
  for (let c = 0; c < shares.length; c++) {
    const share = shares[c] as number;
    const colour = colours[c] as Rgb;
    most = Math.max(most, share);
    for (const channel of [0, 1, 2] as const) sum[channel] += share * colour[channel];
  }
  // 0 where all classes are as probable, 1 where one is certain.
  const decided = (most - 1 / shares.length) / (1 - 1 / shares.length);
  return mix(palette.zero, sum, palette.planeStrength * decided);
}
