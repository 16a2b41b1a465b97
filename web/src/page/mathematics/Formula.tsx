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

const textIn = (slot: MathMLElement, slots: Slots): string => slots[slot.dataset.slot ?? ""] ?? "";

/** A slot's text; beside another index one of several digits stands apart, as in w₁₁,₂ and w_k,₁₁. */
function withComma(slot: MathMLElement, slots: Slots): string {
  const text = textIn(slot, slots);
  if (!slot.parentElement?.matches("msub > mrow, msubsup > mrow")) return text;
  const [before, after] = [slot.previousElementSibling, slot.nextElementSibling] as (MathMLElement | null)[];
  const isLong = (index: MathMLElement): boolean => Math.max(text.length, textIn(index, slots).length) > 1;
  if (after?.matches("mi, [data-slot]") && isLong(after)) return `${text},`;
  return before?.matches("mi") && isLong(before) ? `,${text}` : text;
}

/** A formula. Only the text in its slots changes: nothing is laid out anew but what has another width. */
export function Formula({ of, slots = empty, lit = [], onSymbol }: FormulaProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    for (const symbol of element.current?.querySelectorAll<MathMLElement>("[data-symbol]") ?? [])
      if (onSymbol !== undefined) symbol.tabIndex = 0;
  }, [of, onSymbol === undefined]);
  useLayoutEffect(() => {
    for (const slot of element.current?.querySelectorAll<MathMLElement>("[data-slot]") ?? []) {
      const text = withComma(slot, slots);
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
