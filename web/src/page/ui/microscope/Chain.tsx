/** The chain of partial derivatives of one weight, each factor with its number, as the sum over paths that it is. */
import { formatCount, formatNumber, superscript } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { tex } from "../../mathematics/tex";
import { indices } from "../../views/parameters";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { type Path, pathsOf } from "./paths";

const chain = tex`\frac{\partial C_x}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}} = \sum_{\text{paths}} \frac{\partial C_x}{\partial a^L} \cdot \frac{\partial a^L}{\partial z^L} \cdot \frac{\partial z^L}{\partial a^{L-1}} \cdots \frac{\partial a^{\slot{l}}}{\partial z^{\slot{l}}} \cdot \frac{\partial z^{\slot{l}}}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}}`;

/** The rest is told as one number. */
const mostShown = 6;

export function Chain({ iteration, focus }: { iteration: Iteration; focus: Focus }) {
  const { layer: l, neuron: j, from: k, example: i } = focus;
  const { paths, count, sum } = pathsOf(iteration, i, l, j, k);
  const shown = paths.slice(0, mostShown);
  const rest = sum - shown.reduce((total, { product }) => total + product, 0);
  const entry = iteration.delta(i, l, j) * iteration.a(i, l - 1, k);
  return (
    <details class="chain">
      <summary>
        The chain rule for w{superscript(l)}
        {indices(j, k)}, path by path
      </summary>
      <Formula of={chain} slots={{ l: `${l}`, j: `${j + 1}`, k: `${k + 1}` }} />
      <p class="sentence">
        A nudge of this weight reaches the cost along {count === 1 ? "one path" : `${formatCount(count)} paths`}. Along each the
        derivatives multiply; the products add up. BP2 takes all paths at once, which is why it is fast.
      </p>
      <ol>
        {shown.map((path) => (
          <li key={path.neurons.join()}>
            <Factors iteration={iteration} focus={focus} path={path} />
          </li>
        ))}
      </ol>
      <p>
        {count > shown.length && `the other ${formatCount(count - shown.length)} paths together: ${formatNumber(rest)}; `}
        sum <b class="result">{formatNumber(sum)}</b>, and δ · a by BP4 for this example{" "}
        <b class={Math.abs(sum - entry) <= 1e-6 * Math.max(Math.abs(entry), 1e-9) ? "agrees" : "differs"}>
          {formatNumber(entry)}
        </b>
      </p>
    </details>
  );
}

interface Factor {
  /** What the notes call it. */
  kind: string;
  symbol: string;
  value: number;
}

/** From the cost back to the weight. */
function factorsOf(iteration: Iteration, { layer: l, from: k, example: i }: Focus, { neurons }: Path): Factor[] {
  const { last } = iteration;
  const at = (layer: number): number => neurons[layer - l] ?? 0;
  const output = at(last);
  const slope = iteration.slope(i, last, output);
  const up = superscript;
  const factors: Factor[] = Number.isNaN(slope)
    ? [{ kind: "loss gradient and softmax", symbol: `∂Cₓ/∂z${up(last)}`, value: iteration.delta(i, last, output) }]
    : [
        { kind: "loss gradient", symbol: `∂Cₓ/∂a${up(last)}`, value: iteration.costGradient(i, output) },
        { kind: "output activation", symbol: `∂a${up(last)}/∂z${up(last)}`, value: slope },
      ];
  for (let layer = last - 1; layer >= l; layer--)
    factors.push(
      {
        kind: "linear transform",
        symbol: `∂z${up(layer + 1)}/∂a${up(layer)}`,
        value: iteration.w(layer + 1, at(layer + 1), at(layer)),
      },
      {
        kind: "hidden activation",
        symbol: `∂a${up(layer)}/∂z${up(layer)}`,
        value: iteration.slope(i, layer, at(layer)),
      },
    );
  factors.push({ kind: "weight gradient", symbol: `∂z${up(l)}/∂w${up(l)}`, value: iteration.a(i, l - 1, k) });
  return factors;
}

function Factors({ iteration, focus, path }: { iteration: Iteration; focus: Focus; path: Path }) {
  const factors = factorsOf(iteration, focus, path);
  const way = path.neurons.toReversed().map((neuron) => neuron + 1);
  return (
    <>
      <span class="way">through neurons {way.join(" ← ")}</span>
      <span class="factors">
        {factors.map(({ kind, symbol, value }, index) => (
          <span key={index} class="factor">
            <small>{symbol}</small>
            {formatNumber(value)}
            <small>{kind}</small>
          </span>
        ))}
        <span class="factor product">
          <small>product</small>= <b>{formatNumber(path.product)}</b>
        </span>
      </span>
    </>
  );
}
