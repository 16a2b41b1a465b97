/** Backpropagation held against the definition of a derivative, for every parameter of the present network. */
import { ShieldCheck } from "lucide";
import { useRef } from "preact/hooks";
import type { GradientCheck } from "../../../../../bindings/backprop";
import { formatCount, formatNumber } from "../../format";
import { agreeing, type Check } from "../../state/check";
import { type LayerSizes, parameterCount, parameterName } from "../../views/parameters";
import { usePlayground } from "../context";
import { Icon } from "../Icon";

/** More rows than these nobody reads: then the worst ones are shown. */
const mostRows = 500;

export function ProveIt({ sizes }: { sizes: LayerSizes }) {
  const { check, checkGradient } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="quiet prove"
        data-tip="Compares backpropagation with central differences for every weight and bias of this network."
        onClick={() => {
          checkGradient();
          dialog.current?.showModal();
        }}
      >
        <Icon of={ShieldCheck} size={14} /> Prove it
      </button>
      <dialog ref={dialog} class="help proof" aria-labelledby="proof-title">
        <h2 id="proof-title">Backpropagation against the definition</h2>
        <p>
          A derivative is what the cost does when one parameter is nudged. Here each is nudged up and down, and the whole
          training set is fed forward again each time; backpropagation gets all of them from one pass forward and one back. Both
          are worked out in double precision, with the penalties.
        </p>
        <Result check={check.value} sizes={sizes} />
        <form method="dialog">
          <button type="submit" class="primary">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}

interface Row {
  parameter: number;
  byBackpropagation: number;
  byDifference: number;
  relativeError: number;
  atKink: boolean;
}

function rowsOf(parts: readonly GradientCheck[]): Row[] {
  return parts.flatMap((part) =>
    Array.from(part.byDifference, (byDifference, i) => ({
      parameter: part.first + i,
      byBackpropagation: part.byBackpropagation[i] ?? Number.NaN,
      byDifference,
      relativeError: part.relativeError[i] ?? Number.NaN,
      atKink: part.atKink[i] === 1,
    })),
  );
}

function Result({ check, sizes }: { check: Check | null; sizes: LayerSizes }) {
  if (check === null) return <p aria-live="polite">Checking …</p>;
  const rows = rowsOf(check.parts);
  const count = parameterCount(sizes);
  const atKinks = rows.filter(({ atKink }) => atKink).length;
  const worstFirst = rows.toSorted((a, b) => Number(a.atKink) - Number(b.atKink) || b.relativeError - a.relativeError);
  const worst = worstFirst.find(({ atKink }) => !atKink);
  // Not "not less": what is no number does not agree either.
  const agrees = worst === undefined || worst.relativeError < agreeing;
  return (
    <>
      <p class={agrees ? "agrees" : "differs"} aria-live="polite">
        {check.done ? (
          <>
            {agrees ? "✓ " : "✗ "}
            {agrees ? `All ${formatCount(count)} parameters agree` : `${parameterName(sizes, worst.parameter)} does not agree`}
            {worst !== undefined &&
              `: the worst relative error is ${formatNumber(worst.relativeError)}, at ${parameterName(sizes, worst.parameter)}`}
            .
          </>
        ) : (
          `${formatCount(rows.length)} of ${formatCount(count)} parameters checked …`
        )}
      </p>
      {atKinks > 0 && (
        <p>
          {formatCount(atKinks)} {atKinks === 1 ? "lies" : "lie"} at a kink of ReLU or the like, or of L1: between the two
          places of the quotient the slope changes, so there the quotient is off, not the gradient.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="rows" tabIndex={0} role="region" aria-label="Every parameter">
        <table>
          <thead>
            <tr>
              <th scope="col">parameter</th>
              <th scope="col">backpropagation</th>
              <th scope="col">central difference</th>
              <th scope="col">relative error</th>
            </tr>
          </thead>
          <tbody>
            {(rows.length > mostRows ? worstFirst.slice(0, mostRows) : rows).map((row) => (
              <tr key={row.parameter} class={row === worst ? "worst" : undefined}>
                <th scope="row">{parameterName(sizes, row.parameter)}</th>
                <td>{digits(row.byBackpropagation)}</td>
                <td>{digits(row.byDifference)}</td>
                <td>{row.atKink ? "kink" : formatNumber(row.relativeError)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostRows && <p>The {formatCount(mostRows)} worst of them are listed.</p>}
    </>
  );
}

export const digits = (value: number): string => value.toPrecision(8).replaceAll("-", "−");
