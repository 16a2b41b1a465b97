/** Why gradients vanish and explode, in words, with the numbers on screen. */
import type { LayerReport } from "../../../../../bindings/backprop";
import type { Reading } from "../../../protocol";
import { formatFactor, formatNumber } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { Glossed } from "../glossed/Glossed";
import { formulas } from "./formulas";
import { altogether, type LayerView } from "./layers";
import { SigmaCurve } from "./SigmaCurve";

interface ExplanationProps {
  reports: readonly LayerReport[];
  chosen: LayerView;
  curve: Reading["curve"] | undefined;
}

export function Explanation({ reports, chosen, curve }: ExplanationProps) {
  const last = reports.length;
  return (
    <Glossed>
      <section class="explanation" aria-labelledby="explanation-title">
        <div class="heading">
          <h2 id="explanation-title">A long product</h2>
        </div>
        {last === 1 ? (
          <p>
            This network has no hidden layer: the output's error is all there is, and nothing has to flow back. Add layers to
            see what becomes of it.
          </p>
        ) : (
          <>
            <p>
              BP2 sends each layer's error down to the next, through the weights and scaled by the slopes. From the output to
              layer 1 that is one multiplication after the other:
            </p>
            <Formula of={formulas.products[Math.min(last, 4) - 2] ?? ""} slots={{ L: String(last), p: String(last - 1) }} />
            <p>
              <i>D</i>
              <sup>
                <i>l</i>
              </sup>{" "}
              has the slopes σ′ of layer <i>l</i> on its diagonal, and 0 elsewhere: it multiplies each component by its own
              slope, as ⊙ does. With one neuron in each layer this is a plain product of factors{" "}
              <Formula of={formulas.factor} />.
            </p>
            <Altogether reports={reports} />
          </>
        )}
        <SigmaCurve of={chosen} curve={curve} />
        <p>
          The sigmoid's slope is at most 1/4, and less wherever <i>z</i> is not 0. So a factor <Formula of={formulas.factor} />{" "}
          is below 1 unless |<i>w</i>| is larger than 4, and a product of many such factors is tiny: the gradient{" "}
          <b>vanishes</b>, and the first layers hardly learn. Large weights, and slopes that stay near 1, make factors above 1,
          and the product <b>explodes</b>. Nothing keeps it near 1 by itself: the gradient of a deep network is <b>unstable</b>,
          and vanishing and exploding are two sides of that.
        </p>
        <Step of={chosen} last={last} />
      </section>
    </Glossed>
  );
}

function Altogether({ reports }: { reports: readonly LayerReport[] }) {
  const { weights, slopes, both } = altogether(reports);
  const last = reports.length;
  if (reports[last - 1]?.errorNorm === 0)
    return (
      <Glossed>
        <p>Now the output's error is 0 to the last digit: nothing is left to send back, and nothing to learn.</p>
      </Glossed>
    );
  return (
    <Glossed>
      <p class="altogether">
        Now: ‖δ<sup>{last}</sup>‖ = <b>{formatNumber(reports[last - 1]?.errorNorm ?? Number.NaN)}</b>, times{" "}
        <b>{formatFactor(weights)}</b> by all the weights, times <b>{formatFactor(slopes)}</b> by all the slopes, is ‖δ
        <sup>1</sup>‖ = <b>{formatNumber(reports[0]?.errorNorm ?? Number.NaN)}</b>: <b id="error-ratio">{formatFactor(both)}</b>{" "}
        of the output's.
      </p>
    </Glossed>
  );
}

/** The chosen layer's factor of the product. */
function Step({ of: { layer, title, report, norms }, last }: { of: LayerView; last: number }) {
  const Title = title === "output" ? "The output" : `Layer ${layer}`;
  if (layer === last)
    return (
      <Glossed>
        <div class="heading">
          <h2>{Title}</h2>
          <span class="facts">where the error begins</span>
        </div>
        <p>
          BP1 makes the output's error from the cost: its length is <b>{formatNumber(norms.error)}</b>. From here it goes down.
        </p>
      </Glossed>
    );
  return (
    <Glossed>
      <div class="heading">
        <h2>{Title}</h2>
        <span class="facts">its step of the way</span>
      </div>
      <Formula of={formulas.step} slots={{ l: String(layer), n: String(layer + 1) }} />
      <p>
        = {formatNumber(norms.above)} · {formatFactor(report.shrinkageByWeights)} · {formatFactor(report.shrinkageByDerivative)}{" "}
        = <b>{formatNumber(norms.error)}</b>: the weights <i>W</i>
        <sup>{layer + 1}</sup> {did(report.shrinkageByWeights)}, the slopes σ′(<i>z</i>
        <sup>{layer}</sup>) {did(report.shrinkageByDerivative)}.
      </p>
    </Glossed>
  );
}

function did(factor: number): string {
  if (Number.isNaN(factor)) return "had nothing to pass on";
  if (factor === 0) return "left nothing of it";
  return factor < 1 ? `made it ${formatFactor(1 / factor)} times shorter` : `made it ${formatFactor(factor)} times longer`;
}
