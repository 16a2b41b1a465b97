/** A histogram as bars of equal width, the largest as high as the picture. */

export function drawHistogram(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  counts: ArrayLike<number>,
  colour: string,
  line: string,
): void {
  context.clearRect(0, 0, width, height);
  const foot = height - ratio;
  context.fillStyle = line;
  context.fillRect(0, foot, width, ratio);
  const most = Math.max(1, ...Array.from(counts));
  const bin = width / counts.length;
  context.fillStyle = colour;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    // What occurs at all is seen.
    const bar = count === 0 ? 0 : Math.max(ratio, (count / most) * (foot - ratio));
    context.fillRect(Math.round(i * bin), foot - bar, Math.max(1, Math.round((i + 1) * bin) - Math.round(i * bin) - 1), bar);
  }
}
