/** What of the drawing stands out while a symbol of the formula is pointed at. */
export interface Highlight {
  of: "weights" | "biases" | "function" | "neurons";
  layer: number;
}

/** Whether links or biases of a layer stand back. */
export const isFaint = (highlight: Highlight | null, of: "weights" | "biases", layer: number): boolean =>
  highlight !== null && (highlight.of !== of || highlight.layer !== layer);
