/** The symbols of the equations that can be pointed at, there and in the drawing. */
export type SymbolName =
  | "z"
  | "a"
  | "aBefore"
  | "W"
  | "b"
  | "slope"
  | "delta"
  | "deltaAfter"
  | "WAfter"
  | "costGradient"
  | "biasGradient"
  | "weightGradient";
