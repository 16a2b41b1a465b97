/** grad C . dw, taken apart, and what the step really does. */
import type { CostChange, CostSurface } from "../../../../../bindings/backprop";
import { formatNumber } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { tex } from "../../mathematics/tex";
import { type Ahead, drawAhead } from "../../views/ahead-chart";
import { Canvas } from "../Canvas";
import { Glossed } from "../glossed/Glossed";
import { verdictOn } from "../microscope/gauge-history";
import { palette } from "../palette";

const law = tex`\Delta C \approx \nabla C \cdot \Delta w`;

interface StepNumbersProps {
  surface: CostSurface;
  names: readonly [u: string, v: string];
  /** What all other directions together are called. */
  rest: string;
  /** Over the training set. */
  forecast: CostChange;
  ahead: Ahead | null;
  /** Whether the step is made from a part of the training set. */
  isPart: boolean;
}

export function StepNumbers({ surface: { slope, step }, names, rest, forecast, ahead, isPart }: StepNumbersProps) {
  const products = [0, 1].map((axis) => (slope[axis] ?? 0) * (step[axis] ?? 0));
  const [u = 0, v = 0] = products;
  return (
    <section class="step-numbers" aria-labelledby="step-title" data-spot="surface-numbers">
      <div class="heading">
        <h2 id="step-title">The next step</h2>
        <Formula of={law} />
      </div>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">
              ∂C/∂w <small>training set</small>
            </th>
            <th scope="col">
              Δw <small>{isPart ? "mini-batch" : "next step"}</small>
            </th>
            <th scope="col">product</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, axis) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatNumber(slope[axis] ?? Number.NaN)}</td>
              <td>{formatNumber(step[axis] ?? Number.NaN)}</td>
              <td>{formatNumber(products[axis] ?? Number.NaN)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{rest}</th>
            <td />
            <td />
            <td>{formatNumber(forecast.predicted - u - v)}</td>
          </tr>
        </tbody>
        <tbody>
          <tr class="sum">
            <th scope="row" colSpan={3}>
              ∇C · Δw, foretold
            </th>
            <td>{formatNumber(forecast.predicted)}</td>
          </tr>
          <tr class="sum">
            <th scope="row" colSpan={3}>
              ΔC, what happens
            </th>
            <td>{formatNumber(forecast.actual)}</td>
          </tr>
        </tbody>
      </table>
      <Glossed>
        {isPart && (
          <p class="own-slopes">
            The slopes are the whole training set's, the step is made from this mini-batch alone: so it need not go straight
            downhill here.
          </p>
        )}
        <p class="verdict">{verdictOn(forecast)}</p>
      </Glossed>
      {ahead && (
        <figure class="ahead" data-spot="surface-ahead">
          <Canvas
            describe={() => describe(ahead)}
            draw={(context, width, height, ratio) => drawAhead(context, width, height, ratio, ahead, palette.value)}
          />
          <Glossed>
            <figcaption>
              C along the step, twice as far: <i class="curve" /> as it is, <i class="line" /> as foretold. The ring and the dot
              are where the step ends.
            </figcaption>
          </Glossed>
        </figure>
      )}
    </section>
  );
}

function describe({ costs, furthest, predicted }: Ahead): string {
  const begin = costs[0] ?? Number.NaN;
  const end = costs.at(-1) ?? Number.NaN;
  return `The cost along the next step: ${formatNumber(begin)} now; ${furthest} times as far as the step it is ${formatNumber(end)}, and the straight line foretells ${formatNumber(begin + furthest * predicted)}.`;
}
