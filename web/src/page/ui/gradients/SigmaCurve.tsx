/** The chosen layer's activation function and its slope, with the largest slope marked. */
import type { Reading } from "../../../protocol";
import { formatFactor } from "../../format";
import { drawSlopeCurve, steepest } from "../../views/slope-curve";
import { Canvas } from "../Canvas";
import { Glossed } from "../glossed/Glossed";
import { palette } from "../palette";
import type { LayerView } from "./layers";

/** How far the curve goes to either side of z = 0. */
export const curveReach = 6;

export function SigmaCurve({ of, curve }: { of: LayerView; curve: Reading["curve"] | undefined }) {
  if (curve === undefined || curve?.activation !== of.activation)
    return of.activation === "softmax" ? (
      <Glossed>
        <p class="note">Softmax has no slope of its own for each neuron: every output depends on every weighted input.</p>
      </Glossed>
    ) : null;
  const { slope } = steepest(curve);
  return (
    <figure class="sigma-curve" data-spot="sigma-curve">
      <Glossed>
        <figcaption>
          <b>{of.activationLabel}</b> in {of.title}: <i class="line-sigma" /> σ(<i>z</i>) <i class="line-slope" /> σ′(<i>z</i>),
          at most <b>{fraction(slope)}</b>
        </figcaption>
      </Glossed>
      <Canvas
        draw={(context, width, height, ratio) => drawSlopeCurve(context, width, height, ratio, curve, palette.value)}
        describe={() =>
          `The activation function ${of.activationLabel} and its slope for z from −${curveReach} to ${curveReach}; the slope is at most ${fraction(slope)}, at z = ${formatFactor(steepest(curve).z)}`
        }
      />
    </figure>
  );
}

/** The sigmoid's is known as 1/4. */
const fraction = (slope: number): string => (slope === 0.25 ? "1/4" : formatFactor(slope).replace(/\.?0+$/, ""));
