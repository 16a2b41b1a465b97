/**
 * The equations of the microscope (Nielsen, chapter 2), as matrices and for one neuron. Slots: l the layer, p the one before it, n
 * the one after it; j a neuron of layer l, k one of the other layer that the sum runs over or the weight comes from. Symbols are
 * named as in equation/symbols.ts.
 */
import { tex } from "../../mathematics/tex";

export const formulas = {
  batch: tex.display`C = \frac{1}{m} \sum_x C_x`,
  batchOf: tex`C = \frac{1}{m} \sum_x C_x`,
  weightedInput: tex.display`\sym{z}{z^{\slot{l}}} = \sym{W}{W^{\slot{l}}} \, \sym{aBefore}{a^{\slot{p}}} + \sym{b}{b^{\slot{l}}}`,
  weightedInputOf: tex`\sym{z}{z^{\slot{l}}_{\slot{j}}} = \sum_k \sym{W}{w^{\slot{l}}_{\slot{j}k}} \, \sym{aBefore}{a^{\slot{p}}_k} + \sym{b}{b^{\slot{l}}_{\slot{j}}}`,
  activation: tex.display`\sym{a}{a^{\slot{l}}} = \sigma(\sym{z}{z^{\slot{l}}})`,
  activationOf: tex`\sym{a}{a^{\slot{l}}_{\slot{j}}} = \sigma(\sym{z}{z^{\slot{l}}_{\slot{j}}})`,
  softmax: tex.display`\sym{a}{a^{\slot{l}}} = \text{softmax}(\sym{z}{z^{\slot{l}}})`,
  softmaxOf: tex`\sym{a}{a^{\slot{l}}_{\slot{j}}} = \frac{e^{z^{\slot{l}}_{\slot{j}}}}{\sum_k e^{z^{\slot{l}}_k}}`,
  bp1: tex.display`\sym{delta}{\delta^{\slot{l}}} = \sym{costGradient}{\nabla_a C} \odot \sym{slope}{\sigma'(z^{\slot{l}})}`,
  bp1Of: tex`\sym{delta}{\delta^{\slot{l}}_{\slot{j}}} = \sym{costGradient}{\frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}}} \, \sym{slope}{\sigma'(z^{\slot{l}}_{\slot{j}})}`,
  bp1Softmax: tex.display`\sym{delta}{\delta^{\slot{l}}} = \left( \frac{\partial a^{\slot{l}}}{\partial z^{\slot{l}}} \right)^T \sym{costGradient}{\nabla_a C}`,
  bp1SoftmaxSum: tex`\sym{delta}{\delta^{\slot{l}}_{\slot{j}}} = \sum_k \sym{costGradient}{\frac{\partial C_x}{\partial a^{\slot{l}}_k}} \, \frac{\partial a^{\slot{l}}_k}{\partial z^{\slot{l}}_{\slot{j}}}`,
  bp1SoftmaxOf: tex`\sym{delta}{\delta^{\slot{l}}_{\slot{j}}} = \sym{a}{a^{\slot{l}}_{\slot{j}}} \left( \frac{\partial C_x}{\partial a^{\slot{l}}_{\slot{j}}} - \sum_k \frac{\partial C_x}{\partial a^{\slot{l}}_k} a^{\slot{l}}_k \right)`,
  collapsed: tex`\delta^{\slot{l}} = a^{\slot{l}} - y`,
  bp2: tex.display`\sym{delta}{\delta^{\slot{l}}} = \left( (\sym{WAfter}{W^{\slot{n}}})^T \, \sym{deltaAfter}{\delta^{\slot{n}}} \right) \odot \sym{slope}{\sigma'(z^{\slot{l}})}`,
  bp2Of: tex`\sym{delta}{\delta^{\slot{l}}_{\slot{j}}} = \left( \sum_k \sym{WAfter}{w^{\slot{n}}_{k\slot{j}}} \, \sym{deltaAfter}{\delta^{\slot{n}}_k} \right) \sym{slope}{\sigma'(z^{\slot{l}}_{\slot{j}})}`,
  bp3: tex.display`\sym{biasGradient}{\frac{\partial C}{\partial b^{\slot{l}}}} = \frac{1}{m} \sum_x \sym{delta}{\delta^{x, \slot{l}}}`,
  bp3Of: tex`\sym{biasGradient}{\frac{\partial C}{\partial b^{\slot{l}}_{\slot{j}}}} = \frac{1}{m} \sum_x \sym{delta}{\delta^{x, \slot{l}}_{\slot{j}}}`,
  bp4: tex.display`\sym{weightGradient}{\frac{\partial C}{\partial W^{\slot{l}}}} = \frac{1}{m} \sum_x \sym{delta}{\delta^{x, \slot{l}}} \, (\sym{aBefore}{a^{x, \slot{p}}})^T`,
  bp4Of: tex`\sym{weightGradient}{\frac{\partial C}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}}} = \frac{1}{m} \sum_x \sym{aBefore}{a^{x, \slot{p}}_{\slot{k}}} \, \sym{delta}{\delta^{x, \slot{l}}_{\slot{j}}}`,
  update: tex.display`\sym{W}{W^{\slot{l}}} \rightarrow \sym{W}{W^{\slot{l}}} - \eta \, \sym{weightGradient}{\frac{\partial C}{\partial W^{\slot{l}}}}`,
  updateOf: tex`\sym{W}{w^{\slot{l}}_{\slot{j}\slot{k}}} \rightarrow \sym{W}{w^{\slot{l}}_{\slot{j}\slot{k}}} - \eta \, \sym{weightGradient}{\frac{\partial C}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}}}`,
  updateWithPenaltyOf: tex`\sym{W}{w^{\slot{l}}_{\slot{j}\slot{k}}} \rightarrow \sym{W}{w^{\slot{l}}_{\slot{j}\slot{k}}} - \eta \left( \sym{weightGradient}{\frac{\partial C}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}}} + \text{penalty} \right)`,
  step: tex.display`\sym{W}{W^{\slot{l}}} \rightarrow \sym{W}{W^{\slot{l}}} + \Delta W^{\slot{l}}`,
  stepOf: tex`\sym{W}{w^{\slot{l}}_{\slot{j}\slot{k}}} \rightarrow \sym{W}{w^{\slot{l}}_{\slot{j}\slot{k}}} + \Delta w^{\slot{l}}_{\slot{j}\slot{k}}`,
};
