/** A text of a lesson, with its live numbers and links. */
import "../../styles/mathematics.css";
import { useSignalEffect } from "@preact/signals";
import { h } from "preact";
import { useRef } from "preact/hooks";
import { readLink } from "../../state/place";
import type { Playground } from "../../state/playground";
import { usePlayground } from "../context";
import { followTerm } from "../Term";
import { writeFact } from "./facts";

interface ProseProps {
  /** HTML that the build has made; for another text the component needs another key. */
  of: string;
  as?: "div" | "dd" | "span" | "p";
  class?: string;
}

export function Prose({ of, as = "div", class: className }: ProseProps) {
  const playground = usePlayground();
  const element = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    for (const slot of element.current?.querySelectorAll<HTMLElement>("[data-slot]") ?? []) {
      const text = writeFact(slot.dataset.slot ?? "", playground);
      if (slot.textContent !== text) slot.textContent = text;
    }
  });
  return h(as, {
    ref: element,
    class: className === undefined ? "prose" : `prose ${className}`,
    dangerouslySetInnerHTML: { __html: of },
    onClick: (event: MouseEvent) => follow(event, playground),
  });
}

/** A click on a term or a link within the page; what opens a new tab stays with the browser. */
function follow(event: MouseEvent, playground: Playground): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
  if (followTerm(event, playground)) return;
  const address = event.target.closest<HTMLElement>("[data-go]")?.dataset.go;
  if (address === undefined) return;
  event.preventDefault();
  const rest = address.slice(address.indexOf(":") + 1);
  if (address.startsWith("lesson:")) playground.go({ lesson: decodeURIComponent(rest) });
  else if (address.startsWith("view:")) playground.go({ view: readLink(`view=${rest}`).place.view });
  // An experiment that a lesson offers is part of it: the next step goes on with it.
  else if (address.startsWith("open:")) playground.lend(rest, {}, playground.setFor.peek());
  else playground.change(Object.fromEntries(new URLSearchParams(rest)));
}
