/** Predicted against actual values, and how far they lie apart. */
import { useMemo } from "preact/hooks";
import { formatCost, formatCount, formatQuality } from "../../format";
import { shownPoints } from "../../state/points";
import { labelKind, labelRange } from "../../views/labels";
import { drawScatter, type Scatter } from "../../views/scatter";
import { splits } from "../../views/splits";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { palette } from "../palette";

const most = 400;

export function Predictions() {
  useInstruments({ predictions: { most } });
  const { currentFrame, run, seal } = usePlayground();
  const all = run.value?.points ?? new Float32Array();
  const kind = useMemo(() => labelKind(0, all), [all]);
  const range = useMemo(() => labelRange(all), [all]);
  const reading = currentFrame.value?.readings.predictions;
  if (reading === undefined || currentFrame.value === null) return null;
  const margin = 0.1 * (range.high - range.low);
  const of = shownPoints(all, seal.visible.value);
  const scatter: Scatter = {
    points: Float32Array.from({ length: 4 * reading.points.length }, (_, i) =>
      Number(of[4 * (reading.points[i >> 2] as number) + (i & 3)]),
    ),
    answers: reading.answers,
    low: range.low - margin,
    high: range.high + margin,
  };
  const { scores } = currentFrame.value;
  return (
    <>
      <p class="figure-text">
        Each point stands right of the left edge by its actual value, and above the foot by the value that the network predicts.
        On the dashed line both are the same.
        {reading.points.length < all.length / 4 &&
          ` Every ${Math.round(all.length / 4 / reading.points.length)}th of the ${formatCount(all.length / 4)} points is shown.`}
      </p>
      <div class="predictions">
        <figure class="scatter">
          <Canvas
            draw={(context, size) => drawScatter(context, size, scatter, kind, palette.value)}
            describe={() =>
              `Predicted against actual values of ${scatter.answers.length} points, from ${formatQuality(scatter.low)} to ${formatQuality(scatter.high)}: the network explains R² ${formatQuality(scores.training.rSquared)} of the training values' variance.`
            }
          />
          <figcaption>
            actual <i>y</i> → predicted <i>a</i> ↑, both from {formatQuality(scatter.low)} to {formatQuality(scatter.high)}
          </figcaption>
        </figure>
        <table class="errors-by-set">
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">Set</span>
              </th>
              <th
                scope="col"
                data-tip="Share of the values' variance that the network explains: 1 is perfect, 0 no better than the mean."
              >
                R²
              </th>
              <th scope="col" data-tip="Root of the mean squared difference between predicted and actual values.">
                RMSE
              </th>
            </tr>
          </thead>
          <tbody>
            {splits.map(({ name, label }) => {
              const isSealed = name === "test" && !seal.visible.value;
              return (
                <tr key={name}>
                  <th scope="row">
                    <i class={`mark-${name}`} /> {label}
                  </th>
                  <td>{isSealed ? "sealed" : formatQuality(scores[name].rSquared)}</td>
                  <td>{isSealed ? "sealed" : formatCost(scores[name].rmse)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
