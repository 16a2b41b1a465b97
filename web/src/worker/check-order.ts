/**
 * In what order parameters are checked: in stretches of `length`, spread over the whole network, so that of one too large to be
 * checked to the end every layer has its share soon.
 */
interface CheckOrder {
  stretches: number;
  /** The first parameter of the stretch that comes i-th, from 0. */
  startOf(i: number): number;
}

export function checkOrder(parameters: number, length: number): CheckOrder {
  const stretches = Math.ceil(parameters / length);
  // A stride without a common divisor comes by every stretch once; near the golden section, far from those before.
  let stride = Math.max(1, Math.round(stretches * 0.618));
  while (commonDivisor(stride, stretches) > 1) stride += 1;
  return { stretches, startOf: (i) => ((i * stride) % stretches) * length };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
