/** Numbers as the page writes them: a true minus sign, digits that tell something, a dash for what is not there. */

export const minus = (text: string): string => text.replaceAll("-", "−");

/** Digits after the point; what rounds to zero has no sign. */
const fixed = (value: number, digits: number): string => minus(value.toFixed(digits).replace(/^-(?=0(\.0*)?$)/, ""));

/** 0.034, 1.250, 3e−7: as many digits as tell something and find room. */
export function formatCost(cost: number): string {
  if (Number.isNaN(cost)) return "–";
  if (cost !== 0 && cost < 0.001) return minus(cost.toExponential(cost < 0.0001 ? 0 : 1));
  if (cost === 0) return "0";
  if (cost >= 1e5) return cost.toExponential(1);
  return cost >= 100 ? formatCount(Math.round(cost)) : cost < 0.1 ? cost.toPrecision(2) : cost.toFixed(3);
}

export function formatShare(share: number): string {
  return Number.isNaN(share) ? "–" : share === 1 ? "100 %" : `${(100 * share).toFixed(1)} %`;
}

/** R²: 0.97, 0.9995, −1.2 */
export function formatQuality(quality: number): string {
  if (Number.isNaN(quality)) return "–";
  return fixed(quality, quality > 0.99 && quality < 1 ? 4 : 2);
}

/** 1,234,567. Not by Intl, which takes long to begin with. */
export function formatCount(count: number | string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A sentence of the core with its numbers as the page writes them, at epoch 9,416, from −1 to 1; what it quotes stays as it is. */
export const formatSentence = (sentence: string): string =>
  sentence.replace(/"[^"]*"|(?<![\w.,=])(-(?=[\d.])|\d{4,}(?!\w|[.,]\d))/g, (found, number?: string) =>
    number === undefined ? found : number === "-" ? "−" : formatCount(number),
  );

export function formatWeight(weight: number): string {
  return fixed(weight, 2);
}

/** A number of an equation: −0.0416, 1.2930, 3.1e−5. Always about as wide, so that nothing jumps when it changes. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size < 0.001 || size >= 1e5) return minus(value.toExponential(1));
  return minus(size >= 100 ? value.toFixed(1) : value.toFixed(4));
}

/** The same behind another sign, beside which none of its own may stand: (−0.0416). */
export const formatOperand = (value: number): string => (value < 0 ? `(${formatNumber(value)})` : formatNumber(value));

/** As formatNumber where there is little room: −0.042, 1.293, 3e−5. */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value);
  if (size < 0.0005 || size >= 1000) return minus(value.toExponential(0).replace("+", ""));
  return minus(size >= 100 ? value.toFixed(0) : value.toFixed(size >= 10 ? 2 : 3));
}

/** What something is multiplied by: 0.243, 3.87, 1235, 1.5e−5. Three digits tell enough. */
export function formatFactor(factor: number): string {
  if (factor === 0 || !Number.isFinite(factor)) return formatNumber(factor);
  if (factor < 0.001 || factor >= 1e4) return minus(factor.toExponential(1).replace("+", ""));
  return factor >= 100 ? factor.toFixed(0) : factor.toPrecision(3);
}

/** 0 %, 12 %, 100 %: shares of a few things, for which a decimal would be too much. */
export function formatPercent(share: number): string {
  return Number.isNaN(share) ? "–" : `${Math.round(100 * share)} %`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const subscripts = "₀₁₂₃₄₅₆₇₈₉";
export const superscript = (n: number): string => String(n).replace(/\d/g, (digit) => superscripts[Number(digit)] as string);
export const subscript = (n: number): string => String(n).replace(/\d/g, (digit) => subscripts[Number(digit)] as string);
