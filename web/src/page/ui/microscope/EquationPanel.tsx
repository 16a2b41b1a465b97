/** The equation of the phase, beside it the same with the numbers of this network, this example, this step. */
import { useSignal } from "@preact/signals";
import { formatNumber } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { MatrixRow } from "../equation/MatrixRow";
import type { SymbolName } from "../equation/symbols";
import type { Equation, Expansion } from "./equation";

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
  const { name, title, sentence, formulas, pictures, expansions } = equation;
  return (
    <>
      <div class="heading">
        <h2 id="equation-title">{name === "" ? title : name}</h2>
        <span class="facts">{name === "" ? about : `${title} · ${about}`}</span>
      </div>
      <p class="sentence" aria-live="polite">
        {sentence}
      </p>
      <div class="formulas">
        {formulas.map(({ of, slots }) => (
          <Formula key={of} of={of} slots={slots} lit={lit} onSymbol={(symbol) => onPoint(symbol as SymbolName | null)} />
        ))}
      </div>
      {pictures.map((row, index) => (
        <MatrixRow key={index} row={row} numbers={numbers} lit={lit} onPoint={onPoint} />
      ))}
      {expansions.length > 0 && (
        <div class="heading">
          <h2>{heading}</h2>
          <span class="facts">component by component</span>
        </div>
      )}
      {expansions.map((expansion) => (
        <ExpansionView key={expansion.formula} of={expansion} lit={lit} onPoint={onPoint} />
      ))}
    </>
  );
}

/** Longer sums are cut short until asked for. */
const fewTerms = 4;

function ExpansionView({
  of,
  lit,
  onPoint,
}: {
  of: Expansion;
  lit: readonly SymbolName[];
  onPoint(symbol: SymbolName | null): void;
}) {
  const { formula, slots, before, terms, after, result } = of;
  const open = useSignal(false);
  const shown = open.value || terms.length <= fewTerms + 1 ? terms : terms.slice(0, fewTerms);
  const left = terms.length - shown.length;
  const sum = shown.map((term) => term.map(formatNumber).join(" · ")).join(" + ");
  const bare = before === "" && after === "" && terms.length === 1;
  return (
    <div class="expansion">
      <Formula of={formula} slots={slots} lit={lit} onSymbol={(symbol) => onPoint(symbol as SymbolName | null)} />
      <p>
        = {before} {bare ? sum : `(${sum}`}
        {left > 0 && (
          <>
            {" + "}
            <button type="button" class="quiet small" onClick={() => (open.value = true)}>
              {left} more
            </button>
          </>
        )}
        {!bare && ")"} {after} = <b class="result">{formatNumber(result)}</b>
      </p>
    </div>
  );
}
