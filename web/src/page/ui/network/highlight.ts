import type { Faint } from "../../views/links";

/** What of the drawing stands out while a symbol of the formula is pointed at. */
export interface Highlight {
  of: "weights" | "biases" | "function" | "neurons";
  layer: number;
}

/** Of which layers links or biases stand back. */
export const isFaint =
  (highlight: Highlight | null, of: "weights" | "biases"): Faint =>
  (layer) =>
    highlight !== null && (highlight.of !== of || highlight.layer !== layer);
