/** The names in a link of TensorFlow Playground (src/state.ts, src/playground.ts and index.html there), with ours for them. */

/** Inputs; a hidden one is none there. It takes cosX and cosY in links, but its page does not know them. */
export const inputs: Readonly<Record<string, { usual: boolean; ours: string }>> = {
  x: { usual: true, ours: "x1" },
  y: { usual: true, ours: "x2" },
  xSquared: { usual: false, ours: "x1Squared" },
  ySquared: { usual: false, ours: "x2Squared" },
  xTimesY: { usual: false, ours: "product" },
  sinX: { usual: false, ours: "sinX1" },
  sinY: { usual: false, ours: "sinX2" },
  cosX: { usual: false, ours: "cosX1" },
  cosY: { usual: false, ours: "cosX2" },
};

export const activations = ["relu", "tanh", "sigmoid", "linear"];

/** By its name, the setting that holds its rate: the gradient of both is what it is here. */
export const penalties: Readonly<Record<string, "l1" | "l2" | null>> = { none: null, L1: "l1", L2: "l2" };

/** What `.._hide` hides, as spots of our page. */
export const controls: Readonly<Record<string, readonly string[]>> = {
  showTestData: ["readings-test"],
  discretize: ["discretize"],
  playButton: ["play"],
  stepButton: ["iteration", "epoch", "epochs"],
  resetButton: ["reset"],
  learningRate: ["learning-rate"],
  activation: ["activations"],
  regularization: ["l1", "l2"],
  regularizationRate: ["l1", "l2"],
  problem: ["problem"],
  dataset: ["gallery"],
  percTrainData: ["split"],
  noise: ["noise"],
  batchSize: ["batch-size"],
  numHiddenLayers: ["depth"],
};

/** Names that have no other place here, and what is said about them, if anything is lost. */
export const withoutCounterpart: Readonly<Record<string, string>> = {
  // How its page counted visitors.
  collectStats: "",
  // The article below its picture.
  hideText: "",
};
