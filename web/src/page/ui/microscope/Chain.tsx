/** The chain of partial derivatives of one weight, each factor with its number, as the sum over paths that it is. */
import { formatCount, formatNumber, subscript, superscript } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { tex } from "../../mathematics/tex";
import { indices } from "../../views/parameters";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { isMotionWanted } from "../motion";
import { outputActivation, type Path, pathsOf } from "./paths";

/** The notes' long product, for a weight of the output layer, of the one before it, and of any other. */
const chains = [
  tex`\frac{\partial C_x}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}} = \sum_{\text{paths}} \frac{\partial C_x}{\partial a^{\slot{L}}} \cdot \frac{\partial a^{\slot{L}}}{\partial z^{\slot{L}}} \cdot \frac{\partial z^{\slot{l}}}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}}`,
  tex`\frac{\partial C_x}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}} = \sum_{\text{paths}} \frac{\partial C_x}{\partial a^{\slot{L}}} \cdot \frac{\partial a^{\slot{L}}}{\partial z^{\slot{L}}} \cdot \frac{\partial z^{\slot{L}}}{\partial a^{\slot{l}}} \cdot \frac{\partial a^{\slot{l}}}{\partial z^{\slot{l}}} \cdot \frac{\partial z^{\slot{l}}}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}}`,
  tex`\frac{\partial C_x}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}} = \sum_{\text{paths}} \frac{\partial C_x}{\partial a^{\slot{L}}} \cdot \frac{\partial a^{\slot{L}}}{\partial z^{\slot{L}}} \cdot \frac{\partial z^{\slot{L}}}{\partial a^{\slot{p}}} \cdots \frac{\partial a^{\slot{l}}}{\partial z^{\slot{l}}} \cdot \frac{\partial z^{\slot{l}}}{\partial w^{\slot{l}}_{\slot{j}\slot{k}}}`,
];

/** The rest is told as one number. */
const mostShown = 6;
/** The two ways of adding up agree but for what rounding leaves. */
const agreeing = 1e-6;

interface ChainProps {
  iteration: Iteration;
  focus: Focus;
  /** The neurons of the path that is pointed at, from the weight's own, k and j, on; null for none. */
  onPath(path: readonly number[] | null): void;
}

export function Chain({ iteration, focus, onPath }: ChainProps) {
  const { layer: l, neuron: j, from: k, example: i } = focus;
  const { last } = iteration;
  const { paths, count, sum } = pathsOf(iteration, i, l, j, k);
  const shown = paths.slice(0, mostShown);
  const rest = sum - shown.reduce((total, { product }) => total + product, 0);
  const entry = iteration.delta(i, l, j) * iteration.a(i, l - 1, k);
  const agrees = Math.abs(sum - entry) <= agreeing * Math.max(Math.abs(entry), 1e-9);
  const slots = { l: `${l}`, L: `${last}`, p: `${last - 1}`, j: `${j + 1}`, k: `${k + 1}` };
  return (
    <section class="chain" data-spot="chain" aria-labelledby="chain-title">
      <div class="heading">
        <h2 id="chain-title">
          The chain rule for w{superscript(l)}
          {indices(j, k)}
        </h2>
        <span class="facts">path by path, example {i + 1}</span>
      </div>
      <Formula of={chains[Math.min(2, last - l)] ?? ""} slots={slots} />
      <p class="sentence">
        A nudge of this weight reaches the cost along {count === 1 ? "one path" : `${formatCount(count)} paths`}. Along each the
        derivatives multiply; the products add up. BP2 takes all paths at once, which is why it is fast. Point at one to see it
        in the drawing.
      </p>
      <ol>
        {shown.map((path) => (
          <li key={`${path.neurons.join()} ${path.answer}`}>
            <button
              type="button"
              onPointerEnter={() => onPath([k, ...path.neurons])}
              onPointerLeave={() => onPath(null)}
              onFocus={() => onPath([k, ...path.neurons])}
              onBlur={() => onPath(null)}
              onClick={() => {
                onPath([k, ...path.neurons]);
                showDrawing();
              }}
            >
              <Factors iteration={iteration} focus={focus} path={path} />
            </button>
          </li>
        ))}
      </ol>
      <p>
        {count > shown.length && `The other ${formatCount(count - shown.length)} together: ${formatNumber(rest)}. `}
        Sum of all: <b class="result">{formatNumber(sum)}</b>. By BP4, δ · a is{" "}
        <b class={agrees ? "agrees" : "differs"}>
          {formatNumber(entry)} {agrees ? "✓" : "✗"}
        </b>
        {iteration.m > 1 &&
          `; the mean of that over the ${formatCount(iteration.m)} examples is ∂C/∂w = ${formatNumber(iteration.weightGradient(l, j, k))}.`}
      </p>
    </section>
  );
}

/** Where the view is one long column, the drawing is far above. */
function showDrawing(): void {
  const drawing = document.querySelector('[data-spot~="drawing"]');
  const behavior = isMotionWanted() ? "smooth" : "instant";
  if (drawing !== null && drawing.getBoundingClientRect().bottom < 0) drawing.scrollIntoView({ block: "start", behavior });
}

interface Factor {
  /** What the notes call it, */
  kind: string;
  /** and what it comes down to: a slope, a weight, an activation; empty where that has no name. */
  is: string;
  above: string;
  below: string;
  value: number;
}

/** From the cost back to the weight. */
function factorsOf(iteration: Iteration, { layer: l, neuron: j, from: k, example: i }: Focus, path: Path): Factor[] {
  const { last } = iteration;
  const at = (layer: number): number => path.neurons[layer - l] ?? 0;
  const of = (name: string, layer: number, neuron: number): string => `∂${name}${superscript(layer)}${subscript(neuron + 1)}`;
  const factors: Factor[] = [
    {
      kind: "loss gradient",
      is: "",
      above: "∂Cₓ",
      below: of("a", last, path.answer),
      value: iteration.costGradient(i, path.answer),
    },
    {
      kind: "output activation",
      // With softmax it is an entry of the Jacobian.
      is: Number.isNaN(iteration.slope(i, last, 0)) ? "" : `σ′(z${superscript(last)}${subscript(at(last) + 1)})`,
      above: of("a", last, path.answer),
      below: of("z", last, at(last)),
      value: outputActivation(iteration, i, path.answer, at(last)),
    },
  ];
  for (let layer = last - 1; layer >= l; layer--)
    factors.push(
      {
        kind: "linear transform",
        is: `w${superscript(layer + 1)}${indices(at(layer + 1), at(layer))}`,
        above: of("z", layer + 1, at(layer + 1)),
        below: of("a", layer, at(layer)),
        value: iteration.w(layer + 1, at(layer + 1), at(layer)),
      },
      {
        kind: layer === l ? "activation derivative" : "hidden activation",
        is: `σ′(z${superscript(layer)}${subscript(at(layer) + 1)})`,
        above: of("a", layer, at(layer)),
        below: of("z", layer, at(layer)),
        value: iteration.slope(i, layer, at(layer)),
      },
    );
  factors.push({
    kind: "weight gradient",
    is: `a${superscript(l - 1)}${subscript(k + 1)}`,
    above: of("z", l, j),
    below: `∂w${superscript(l)}${indices(j, k)}`,
    value: iteration.a(i, l - 1, k),
  });
  return factors;
}

function Factors({ iteration, focus, path }: { iteration: Iteration; focus: Focus; path: Path }) {
  const way = path.neurons.toReversed().map((neuron) => neuron + 1);
  const answer = path.answer === path.neurons.at(-1) ? "" : `${path.answer + 1} ← `;
  return (
    <>
      <span class="way">
        through neurons {answer}
        {way.join(" ← ")}
      </span>
      <span class="factors">
        {factorsOf(iteration, focus, path).map(({ kind, is, above, below, value }, index) => (
          <span key={index} class="factor">
            <span>
              {above}/{below}
            </span>
            <b>{formatNumber(value)}</b>
            {is !== "" && <small>= {is}</small>}
            <small>{kind}</small>
          </span>
        ))}
        <span class="factor product">
          <span>product</span>
          <b>{formatNumber(path.product)}</b>
        </span>
      </span>
    </>
  );
}
