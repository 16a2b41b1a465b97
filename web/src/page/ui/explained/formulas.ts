/** What each setting does, as a formula; those of a choice's entries are the core's (virtual:catalogue). */
import type { Experiment } from "../../../../../bindings/backprop";
import { tex } from "../../mathematics/tex";

export const fieldFormulas: Partial<Record<keyof Experiment, string>> = {
  learningRate: tex`w \rightarrow w - \eta \frac{\partial C}{\partial w}`,
  batchSize: tex`\nabla C \approx \frac{1}{m} \sum_{x = 1}^{m} \nabla C_x`,
  noise: tex`x_i \rightarrow x_i + \varepsilon, \ \varepsilon \sim N(0, s^2)`,
  l1: tex`C = C_0 + \lambda \sum_w |w|`,
  l2: tex`C = C_0 + \frac{\lambda}{2} \sum_w w^2`,
  dropout: tex`a^l_j \rightarrow \frac{a^l_j}{1 - p} \ \text{or, with probability } p, \ 0`,
  weightDecay: tex`w \rightarrow w - \eta \lambda w`,
  clipNorm: tex`\nabla C \rightarrow \nabla C \cdot \min\left(1, \frac{c}{\lVert\nabla C\rVert}\right)`,
  targetCost: tex`C \le c`,
  gradientBound: tex`\lVert\nabla C\rVert < c`,
};

/** Settings that belong to a choice, whose formula they stand in. */
export const ofChoice: Partial<Record<keyof Experiment, "optimizer" | "schedule">> = {
  momentum: "optimizer",
  smoothing: "optimizer",
  beta1: "optimizer",
  beta2: "optimizer",
  scheduleFactor: "schedule",
  scheduleEpochs: "schedule",
};
