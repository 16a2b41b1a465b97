import type { SymbolName } from "../equation/symbols";

/** The glossary's terms for the symbols. */
export const symbolTerms: Readonly<Record<SymbolName, { sign: string; term: string }>> = {
  z: { sign: "z", term: "weighted input" },
  a: { sign: "a", term: "activation" },
  aBefore: { sign: "a", term: "activation" },
  W: { sign: "W", term: "weight" },
  WAfter: { sign: "W", term: "weight" },
  b: { sign: "b", term: "bias" },
  slope: { sign: "σ′", term: "slope" },
  delta: { sign: "δ", term: "error" },
  deltaAfter: { sign: "δ", term: "error" },
  costGradient: { sign: "∇C", term: "gradient" },
  biasGradient: { sign: "∂C/∂b", term: "partial derivative" },
  weightGradient: { sign: "∂C/∂w", term: "partial derivative" },
};
