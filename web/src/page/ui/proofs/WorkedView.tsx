/** A right-hand side with its numbers: (2.84 · −0.01 + …) · 0.324 */
import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { formatNumber, minus } from "../../format";
import { isBracketed, type Worked } from "./worked";

const signs = { negative: "", sum: " + ", product: " · ", difference: " − ", quotient: " / " } as const;

/** Longer sums are cut short until asked for. */
const fewTerms = 4;

const numbersIn = (worked: Worked): number =>
  typeof worked === "number" ? 1 : worked.parts.reduce((count: number, part) => count + numbersIn(part), 0);

/** Of no more numbers than these, a part is not torn apart at the end of a line of text. */
const fewNumbers = 4;

interface WorkedViewProps {
  of: Worked;
  /** Whether nothing stands before it, so that its sign needs no brackets. */
  begins?: boolean;
}

export function WorkedView({ of: worked, begins = true }: WorkedViewProps) {
  // 0 and 1 are no readings of the network but what the algebra says.
  if (typeof worked === "number") return <>{Number.isInteger(worked) ? minus(`${worked}`) : formatNumber(worked)}</>;
  return <Operation of={worked} begins={begins} />;
}

function Operation({ of: { of, parts }, begins }: { of: Exclude<Worked, number>; begins: boolean }) {
  const open = useSignal(false);
  const short = of === "sum" && parts.length > fewTerms + 1 && !open.value;
  const shown = short ? parts.slice(0, fewTerms) : parts;
  return (
    <>
      {of === "negative" && "−"}
      {shown.map((part, index) => {
        const isFirst = index === 0;
        const partBegins = isFirst && begins && of !== "negative";
        const bracketed = isBracketed(part, of, isFirst, partBegins);
        return (
          <Fragment key={index}>
            {index > 0 && signs[of]}
            <span class={numbersIn(part) <= fewNumbers ? "whole" : undefined}>
              {bracketed && "("}
              <WorkedView of={part} begins={partBegins || bracketed} />
              {bracketed && ")"}
            </span>
          </Fragment>
        );
      })}
      {short && (
        <>
          {" + "}
          <button
            type="button"
            class="quiet small"
            data-tip="Shows the other terms of the sum as well."
            onClick={() => {
              open.value = true;
            }}
          >
            {parts.length - fewTerms} more
          </button>
        </>
      )}
    </>
  );
}
