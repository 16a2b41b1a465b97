import "../styles/mathematics.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Slots } from "./slots";

interface FormulaProps {
  /** MathML made at build time; see tex.ts. */
  of: string;
  slots?: Slots;
  /** Names of symbols to show as pointed at. */
  lit?: readonly string[];
  /** Called with the name of the symbol that is pointed at, then with null. */
  onSymbol?: (name: string | null) => void;
}

const empty: Slots = {};

/** A formula. Only the text in its slots changes: nothing is laid out anew but what has another width. */
export function Formula({ of, slots = empty, lit = [], onSymbol }: FormulaProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    for (const symbol of element.current?.querySelectorAll<MathMLElement>("[data-symbol]") ?? [])
      if (onSymbol !== undefined) symbol.tabIndex = 0;
  }, [of, onSymbol === undefined]);
  useLayoutEffect(() => {
    for (const slot of element.current?.querySelectorAll<MathMLElement>("[data-slot]") ?? []) {
      const text = slots[slot.dataset.slot ?? ""] ?? "";
      if (slot.textContent !== text) slot.textContent = text;
    }
  }, [of, slots]);
  useLayoutEffect(() => {
    for (const symbol of element.current?.querySelectorAll<MathMLElement>("[data-symbol]") ?? [])
      symbol.classList.toggle("lit", lit.includes(symbol.dataset.symbol ?? ""));
  }, [of, lit.join()]);
  const pointed = (event: Event): void =>
    onSymbol?.((event.target as Element).closest<MathMLElement>("[data-symbol]")?.dataset.symbol ?? null);
  return (
    <span
      ref={element}
      class={onSymbol ? "formula pointable" : "formula"}
      dangerouslySetInnerHTML={{ __html: of }}
      onPointerOver={pointed}
      onPointerLeave={() => onSymbol?.(null)}
      onFocusIn={pointed}
      onFocusOut={() => onSymbol?.(null)}
    />
  );
}
