/** What the equation's symbols are called, each with the glossary's sentence, and what its other letters mean. */
import { Fragment } from "preact";
import type { SymbolName } from "../equation/symbols";
import { Term } from "../Term";
import { symbolTerms } from "./symbol-terms";

export function SymbolTerms({ symbols, letters }: { symbols: readonly SymbolName[]; letters: string }) {
  const all = symbols.map((symbol) => symbolTerms[symbol]);
  // a^l and a^(l-1) are both activations.
  const each = all.filter(({ term }, index) => all.findIndex((other) => other.term === term) === index);
  if (each.length === 0 && letters === "") return null;
  return (
    <p class="symbol-terms">
      {each.map(({ sign, term }, index) => (
        <Fragment key={term}>
          {index > 0 && " · "}
          <i>{sign}</i> <Term of={term} />
        </Fragment>
      ))}
      {letters !== "" && <span class="letters">{letters}</span>}
    </p>
  );
}
