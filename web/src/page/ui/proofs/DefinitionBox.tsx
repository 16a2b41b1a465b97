/** How the derivative is measured that all lines of a proof are held against. */
import { Formula } from "../../mathematics/Formula";
import type { Slots } from "../../mathematics/slots";
import { tex } from "../../mathematics/tex";
import { type Definition, digits } from "../equation/definition";
import { Glossed } from "../glossed/Glossed";
import type { Proof } from "./proof";

const formulas: Record<Proof["nudged"], string> = {
  "weighted input": tex`\displaystyle \approx \frac{C_x(z^{\slot{l}}_{\slot{j}} + h) - C_x(z^{\slot{l}}_{\slot{j}} - h)}{2h}`,
  bias: tex`\displaystyle \approx \frac{C_x(b^{\slot{l}}_{\slot{j}} + h) - C_x(b^{\slot{l}}_{\slot{j}} - h)}{2h}`,
  weight: tex`\displaystyle \approx \frac{C_x(w^{\slot{l}}_{\slot{jk}} + h) - C_x(w^{\slot{l}}_{\slot{jk}} - h)}{2h}`,
};

const nudges: Record<Proof["nudged"], string> = {
  "weighted input":
    "Nudge z by a small h up, then down, leave every weight as it is, and feed forward each time: the change of the cost, divided by 2h, is the derivative. It goes up and down so that the cost's curvature cancels. (In truth the bias is nudged: z = Σ w a + b.)",
  bias: "Nudge the bias by a small h up, then down, leave everything else as it is, and feed forward each time: the change of the cost, divided by 2h, is the derivative. It goes up and down so that the cost's curvature cancels.",
  weight:
    "Nudge the weight by a small h up, then down, leave everything else as it is, and feed forward each time: the change of the cost, divided by 2h, is the derivative. It goes up and down so that the cost's curvature cancels.",
};

interface DefinitionBoxProps {
  nudged: Proof["nudged"];
  slots: Slots;
  /** null until it is measured. */
  definition: Definition | null;
}

export function DefinitionBox({ nudged, slots, definition }: DefinitionBoxProps) {
  return (
    <div class="definition" data-spot="definition">
      <Glossed>
        <p>{nudges[nudged]}</p>
      </Glossed>
      <div class="numbers">
        <span class="room">
          <Formula of={formulas[nudged]} slots={slots} />
        </span>
        <b class="outcome" data-tip="Measured by the core in double precision, with h = 0.002 and again with half of it.">
          = {definition === null ? "…" : digits(definition.value)}
        </b>
      </div>
    </div>
  );
}
