/** Backpropagation held against the definition of a derivative, for every parameter of the present network. */
import { DialogEnd } from "../DialogEnd";
import "../../styles/reading-dialogs.css";
import { ShieldCheck } from "lucide";
import { useRef } from "preact/hooks";
import { formatCount, formatNumber } from "../../format";
import { agreeing, type Check } from "../../state/check";
import { type LayerSizes, parameterCount, parameterName } from "../../views/parameters";
import { usePlayground } from "../context";
import { digits } from "../equation/definition";
import { Icon } from "../Icon";

/** More rows than these nobody reads: then the worst ones are shown. */
const mostRows = 500;

export function ProveIt({ sizes }: { sizes: LayerSizes }) {
  const { check, checkGradient, stopChecking } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="quiet prove"
        data-spot="prove"
        data-tip="Compares backpropagation with central differences for every weight and bias of this network."
        onClick={() => {
          checkGradient();
          dialog.current?.showModal();
        }}
      >
        <Icon of={ShieldCheck} size={14} /> Prove it
      </button>
      <dialog ref={dialog} class="help proof" aria-labelledby="proof-title" onClose={stopChecking}>
        <h2 id="proof-title">Backpropagation against the definition</h2>
        <p>
          A derivative is what the cost does when one parameter is nudged. Here each is nudged up and down, and the whole
          training set is fed forward again each time; backpropagation gets all of them from one pass forward and one back. Both
          are worked out in double precision.
        </p>
        <p>
          These are the derivatives of the cost over the <b>whole training set</b>, with the penalties L1 and L2 if there are
          any. The microscope shows this mini-batch: its numbers are others, and some have the other sign.
        </p>
        <Result check={check.value} sizes={sizes} />
        <DialogEnd>Close</DialogEnd>
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

function rowsOf({ parts }: Check): Row[] {
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

/** What is no number is worse than any; kinks, which say nothing, come last. */
const badness = ({ relativeError, atKink }: Row): number =>
  atKink ? -1 : Number.isNaN(relativeError) ? Number.POSITIVE_INFINITY : relativeError;

function Result({ check, sizes }: { check: Check | null; sizes: LayerSizes }) {
  const count = parameterCount(sizes);
  const rows = check === null ? [] : rowsOf(check);
  const worst = rows.reduce<Row | null>((most, row) => (most === null || badness(row) > badness(most) ? row : most), null);
  const atKinks = rows.filter(({ atKink }) => atKink).length;
  const many = rows.length > mostRows;
  const listed = many
    ? rows.toSorted((a, b) => badness(b) - badness(a)).slice(0, mostRows)
    : rows.toSorted((a, b) => a.parameter - b.parameter);
  return (
    <>
      <Verdict count={count} checked={rows.length} done={check?.done ?? false} worst={worst} sizes={sizes} />
      <progress max={count} value={rows.length} aria-label="Parameters checked" />
      {atKinks > 0 && (
        <p>
          {formatCount(atKinks)} {atKinks === 1 ? "lies" : "lie"} at a kink of ReLU or the like, or of L1: between the two
          places of the quotient the slope changes, so there the quotient is off, not the gradient.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="rows" tabIndex={0} role="region" aria-label={many ? "The worst parameters" : "Every parameter"}>
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
            {listed.map((row) => (
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
      {many && <p>The {formatCount(mostRows)} worst of them are listed.</p>}
    </>
  );
}

interface VerdictProps {
  count: number;
  checked: number;
  done: boolean;
  worst: Row | null;
  sizes: LayerSizes;
}

function Verdict({ count, checked, done, worst, sizes }: VerdictProps) {
  if (worst === null) return <p aria-live="polite">Checking …</p>;
  const agrees = badness(worst) < agreeing;
  const name = parameterName(sizes, worst.parameter);
  const error = worst.atKink ? "" : `: the worst relative error is ${formatNumber(worst.relativeError)}, at ${name}`;
  const sentence = !agrees
    ? `✗ ${name} does not agree${error}.`
    : done
      ? `✓ All ${formatCount(count)} parameters agree${error}.`
      : `${formatCount(checked)} of ${formatCount(count)} parameters checked, spread over all layers, and all agree so far${error}.`;
  return (
    // While it goes on, nobody wants to hear of every step.
    <p class={agrees ? "agrees" : "differs"} aria-live={done || !agrees ? "polite" : "off"}>
      {sentence}
    </p>
  );
}
