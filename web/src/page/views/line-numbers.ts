/** The values of isolines, written into them as on a map: where a line is straight and nothing lies on it, and not on each other. */
import { minus } from "../format";
import type { Position } from "./plane-window";

interface Numbering {
  /** Pixels of the canvas to one of CSS. */
  ratio: number;
  /** Where points lie on the canvas: better not to be written over. */
  points: readonly Position[];
}

/** All places with one value; a line may be in several parts. */
export interface ValueLine {
  value: number;
  parts: readonly (readonly Position[])[];
}

/** A text's middle, and by how much it is turned, in radians. */
interface TextPlace {
  x: number;
  y: number;
  angle: number;
}

/** In CSS pixels. */
const fontSize = 10;

export function numberLines(
  context: CanvasRenderingContext2D,
  size: number,
  lines: readonly ValueLine[],
  { ratio, points }: Numbering,
  ink: string,
  colourAt: (value: number) => string,
): void {
  context.save();
  context.font = `${fontSize * ratio}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4 * ratio;
  context.fillStyle = ink;
  const texts = lines.map(({ value, parts }) => {
    const text = minus(String(value));
    return { value, text, parts, width: context.measureText(text).width };
  });
  const places = placeTexts(texts, size, fontSize * ratio, points);
  for (const [i, { value, text }] of texts.entries()) {
    const place = places[i];
    if (!place) continue;
    context.setTransform(new DOMMatrix().translate(place.x, place.y).rotate((place.angle * 180) / Math.PI));
    // In the plane's own colour: it breaks the line.
    context.strokeStyle = colourAt(value);
    context.strokeText(text, 0, 0);
    context.fillText(text, 0, 0);
  }
  context.restore();
}

/**
 * For each line the best place for a text that is so wide, on a canvas of `size` pixels a side; null if there is none. The same
 * lines have the same places, and lines that move a little take their numbers along.
 */
export function placeTexts(
  lines: readonly { parts: ValueLine["parts"]; width: number }[],
  size: number,
  height: number,
  points: readonly Position[],
): (TextPlace | null)[] {
  const covered = coverage(points, size, height);
  const taken: { x: number; y: number; reach: number }[] = [];
  return lines.map(({ parts, width }) => {
    let best: TextPlace | null = null;
    let bestScore = 0;
    for (const part of parts) {
      for (const { from, to } of stretches(part, width + height)) {
        const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
        if (!isWithin(from, size, height) || !isWithin(to, size, height)) continue;
        if (taken.some((other) => Math.hypot(other.x - x, other.y - y) < other.reach + width)) continue;
        const straightness = Math.hypot(to[0] - from[0], to[1] - from[1]) / (width + height);
        if (straightness < 0.9) continue;
        const angle = upright(Math.atan2(to[1] - from[1], to[0] - from[0]));
        const free = freeShare(covered, from, to);
        const score = straightness + 2 * free + 0.4 * Math.cos(angle);
        if (free < leastFree || score <= bestScore) continue;
        bestScore = score;
        best = { x, y, angle };
      }
    }
    if (best !== null) taken.push({ x: best.x, y: best.y, reach: width });
    return best;
  });
}

/** Stretches of a line that are so long, one beginning a quarter after the other. */
function* stretches(line: readonly Position[], length: number): Generator<{ from: Position; to: Position }> {
  const ways = [0];
  for (let i = 1; i < line.length; i++) ways.push((ways[i - 1] as number) + between(line[i - 1], line[i]));
  const at = (way: number, near: number): { place: Position; near: number } => {
    let i = near;
    while (i < line.length - 2 && (ways[i + 1] as number) < way) i += 1;
    const [a, b] = [line[i], line[i + 1]] as [Position, Position];
    const share = (way - (ways[i] as number)) / Math.max((ways[i + 1] as number) - (ways[i] as number), 1e-9);
    return { place: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], near: i };
  };
  const whole = ways.at(-1) ?? 0;
  let [first, last] = [0, 0];
  for (let way = 0; way + length <= whole; way += length / 4) {
    const [from, to] = [at(way, first), at(way + length, last)];
    [first, last] = [from.near, to.near];
    yield { from: from.place, to: to.place };
  }
}

const between = (a: Position | undefined, b: Position | undefined): number =>
  a === undefined || b === undefined ? 0 : Math.hypot(b[0] - a[0], b[1] - a[1]);

const isWithin = ([x, y]: Position, size: number, margin: number): boolean =>
  x >= margin && x <= size - margin && y >= margin && y <= size - margin;

/** Read from the left, or, where it stands straight up, from below. */
const upright = (angle: number): number =>
  angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;

interface Coverage {
  cells: Uint8Array;
  side: number;
  cell: number;
}

/** Which squares of so many pixels have points in them, or nearly. */
function coverage(points: readonly Position[], size: number, cell: number): Coverage {
  const side = Math.ceil(size / cell);
  const cells = new Uint8Array(side * side);
  const within = (at: number): number => Math.min(side - 1, Math.max(0, Math.floor(at / cell)));
  const reach = cell / 2;
  for (const [x, y] of points) {
    if (x < -reach || x > size + reach || y < -reach || y > size + reach) continue;
    for (const column of [x - reach, x + reach])
      for (const row of [y - reach, y + reach]) cells[within(row) * side + within(column)] = 1;
  }
  return { cells, side, cell };
}

const samples = 5;
/** Of which one may be near to a point. */
const leastFree = 0.8;

/** How much of a stretch no point is near to. */
function freeShare({ cells, side, cell }: Coverage, from: Position, to: Position): number {
  let free = 0;
  for (let i = 0; i < samples; i++) {
    const share = i / (samples - 1);
    const column = Math.floor((from[0] + share * (to[0] - from[0])) / cell);
    const row = Math.floor((from[1] + share * (to[1] - from[1])) / cell);
    free += cells[row * side + column] === 1 ? 0 : 1;
  }
  return free / samples;
}
