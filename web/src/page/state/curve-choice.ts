/** What the Play view's curves show, until the page is closed. */
export interface CurveChoice {
  /** The cost, or how good the answers are: accuracy, in regression R². */
  quantity: "cost" | "quality";
  /** Of costs; qualities are always seen on a linear scale. */
  scale: "log" | "linear";
  by: "epoch" | "iteration";
  /** Whether the costs have the penalties added. */
  penalty: boolean;
}

export const usualCurves: CurveChoice = { quantity: "cost", scale: "log", by: "epoch", penalty: false };
