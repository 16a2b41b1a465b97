/** The equation of the phase, beside it the same with the numbers of this network, this example, this step. */
import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { formatCount, formatNumber, formatOperand } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { usePlayground } from "../context";
import { MatrixRow } from "../equation/MatrixRow";
import type { SymbolName } from "../equation/symbols";
import type { Equation, Expansion, Term } from "./equation";
import { SymbolTerms } from "./SymbolTerms";

interface EquationPanelProps {
  equation: Equation;
  /** "layer 1 of this network, this example" */
  about: string;
  heading: string;
  numbers: boolean;
  /** The symbols to show as pointed at. */
  lit: readonly SymbolName[];
  onPoint(symbol: SymbolName | null): void;
}

export function EquationPanel({ equation, about, heading, numbers, lit, onPoint }: EquationPanelProps) {
  const { playing } = usePlayground();
  const { name, title, sentence, reading, note, formulas, pictures, expansions, letters, symbols } = equation;
  return (
    <>
      <div class="heading">
        <h2 id="equation-title">{name === "" ? title : name}</h2>
        <span class="facts">{name === "" ? about : `${title} · ${about}`}</span>
      </div>
      {/* While it trains on, nobody wants to hear of every step. */}
      <div aria-live={playing.value ? "off" : "polite"}>
        <p class="sentence">{sentence}</p>
        <p class="now">{reading}</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="formulas" data-spot="equation" role="group" aria-label="The equation" tabIndex={0}>
        {formulas.map(({ of, slots }) => (
          <Formula key={of} of={of} slots={slots} lit={lit} onSymbol={(symbol) => onPoint(symbol as SymbolName | null)} />
        ))}
      </div>
      <SymbolTerms symbols={Object.keys(symbols) as SymbolName[]} letters={letters} />
      <div data-spot="matrices">
        {pictures.map((row, index) => (
          <MatrixRow key={index} row={row} numbers={numbers} lit={lit} onPoint={onPoint} />
        ))}
      </div>
      {expansions.length > 0 && (
        <div class="heading">
          <h2>{heading}</h2>
          <span class="facts">component by component</span>
        </div>
      )}
      {expansions.map((expansion) => (
        <ExpansionView key={expansion.formula} of={expansion} lit={lit} onPoint={onPoint} />
      ))}
      {note !== "" && (
        <p class="note" data-spot="indices">
          {note}
        </p>
      )}
    </>
  );
}

/** Longer sums are cut short until asked for. */
const fewTerms = 4;

interface ExpansionViewProps {
  of: Expansion;
  lit: readonly SymbolName[];
  onPoint(symbol: SymbolName | null): void;
}

function ExpansionView({ of, lit, onPoint }: ExpansionViewProps) {
  const { formula, slots, before, terms, unlisted, after, result, powerOver } = of;
  const open = useSignal(false);
  const shown = open.value || terms.length + unlisted <= fewTerms + 1 ? terms : terms.slice(0, fewTerms);
  const left = terms.length - shown.length;
  const bare = before === "" && terms.length === 1;
  return (
    <div class="expansion">
      <Formula of={formula} slots={slots} lit={lit} onSymbol={(symbol) => onPoint(symbol as SymbolName | null)} />
      <p>
        = {powerOver !== undefined && <Power of={powerOver} over />}
        {before} {!bare && "("}
        {shown.map((term, at) => (
          <Fragment key={at}>
            {at > 0 && " + "}
            {powerOver === undefined ? product(term, at === 0) : <Power of={term[0] ?? Number.NaN} />}
          </Fragment>
        ))}
        {left > 0 && (
          <>
            {" + "}
            <button type="button" class="quiet small" onClick={() => (open.value = true)}>
              {formatCount(left + unlisted)} more
            </button>
          </>
        )}
        {left === 0 && unlisted > 0 && ` + ${formatCount(unlisted)} more`}
        {!bare && ")"} {after} = <b class="result">{formatNumber(result)}</b>
      </p>
    </div>
  );
}

/** A product of a sum, the first of them or a later one. */
const product = (term: Term, first: boolean): string =>
  term.map((value, i) => (first && i === 0 ? formatNumber(value) : formatOperand(value))).join(" · ");

/** e to that number, over what follows. */
function Power({ of, over = false }: { of: number; over?: boolean }) {
  return (
    <>
      e<sup>{formatNumber(of)}</sup>
      {over && " / "}
    </>
  );
}
