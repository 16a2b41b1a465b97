/**
 * TensorFlow Playground's data sets (src/dataset.ts there) in terms of ours. n is its noise as a share, 0 to 0.8; its `randUniform`
 * over ±r has the standard deviation r/√3.
 */
import type { Settings } from "./settings";

interface Counterpart {
  settings: Pick<Settings, "data" | "points">;
  /** Standard deviation, in units of the plane, by which our points are pushed off their places. */
  noise(n: number): number;
  /** What is not as it is there. */
  remark?(n: number): string;
}

const uniform = (reach: number): number => reach / Math.sqrt(3);

/** There a point stays where it is and gets the class, or value, of a place nearby; here it moves and keeps its own. */
const movesThePoint = (n: number): string =>
  n > 0
    ? "Noise moves the points here and leaves them what they are; there it leaves the points and changes what they are. By the same distance, so the task is as hard."
    : "";

/** Its clouds have the variance 1/2 + 7n; ours begin at 1, to which noise adds its square. */
const cloudVariance = (n: number): number => 0.5 + 7 * n;

const classifying = { points: 500 };
const predicting = { points: 1200 };

/** By `dataset`, for classification. */
export const classificationSets: Readonly<Record<string, Counterpart>> = {
  circle: { settings: { data: "circle", ...classifying }, noise: (n) => uniform(5) * n, remark: movesThePoint },
  xor: { settings: { data: "xor", ...classifying }, noise: (n) => uniform(5) * n, remark: movesThePoint },
  gauss: {
    settings: { data: "gaussians", ...classifying },
    noise: (n) => Math.sqrt(Math.max(0, cloudVariance(n) - 1)),
    remark: (n) =>
      cloudVariance(n) < 1
        ? `Its two clouds have the standard deviation ${Math.sqrt(cloudVariance(n)).toFixed(2)} with so little noise; here it is at least 1.`
        : "",
  },
  spiral: {
    settings: { data: "spiral", ...classifying },
    noise: (n) => uniform(1) * n,
    remark: () => "The spiral turns the other way round here, and its arms begin a little off the middle.",
  },
};

/** By `regDataset`, for regression. Its points reach to ±6, ours to ±5; its noise moves the place whose value a point gets. */
export const regressionSets: Readonly<Record<string, Counterpart>> = {
  "reg-plane": {
    settings: { data: "slope", ...predicting },
    noise: (n) => uniform(6) * n,
    remark: (n) => ["The slope is the same, but the points reach to ±5 here, to ±6 there.", movesThePoint(n)].join(" ").trim(),
  },
  "reg-gauss": {
    settings: { data: "hills", ...predicting },
    noise: (n) => uniform(6) * n,
    remark: (n) =>
      ["Its six hills and valleys are cones, at ±4; ours are rounded, at ±3, among points up to ±5.", movesThePoint(n)]
        .join(" ")
        .trim(),
  },
};
