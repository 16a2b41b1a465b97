/** The formulas of the vanishing gradient, after Nielsen's chapter 5; D^l is the diagonal matrix of the slopes σ′(z^l_j), Nielsen's Σ′(z^l). */
import { tex } from "../../mathematics/tex";

export const formulas = {
  /** For networks with one, two and more hidden layers. */
  products: [
    tex.display`\delta^1 = D^1 (W^2)^T \, \delta^2`,
    tex.display`\delta^1 = D^1 (W^2)^T \, D^2 (W^3)^T \, \delta^3`,
    tex.display`\delta^1 = D^1 (W^2)^T \cdots D^{\slot{p}} (W^{\slot{L}})^T \, \delta^{\slot{L}}`,
  ],
  step: tex.display`\lVert\delta^{\slot{l}}\rVert = \lVert\delta^{\slot{n}}\rVert \cdot \frac{\lVert(W^{\slot{n}})^T \delta^{\slot{n}}\rVert}{\lVert\delta^{\slot{n}}\rVert} \cdot \frac{\lVert\delta^{\slot{l}}\rVert}{\lVert(W^{\slot{n}})^T \delta^{\slot{n}}\rVert}`,
  factor: tex`w \, \sigma'(z)`,
};
