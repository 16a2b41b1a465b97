/** A word that the glossary explains: pointed at, focused or touched it shows its sentence, clicked it opens the glossary. */
import type { ComponentChildren } from "preact";
import { addressOf } from "../state/address";
import type { Playground } from "../state/playground";
import { usePlayground } from "./context";

/** `of` is the glossary's own way of writing it. */
export function Term({ of, children = of }: { of: string; children?: ComponentChildren }) {
  const playground = usePlayground();
  return (
    <a
      class="term"
      href={addressOf(`lesson=glossary/${encodeURIComponent(of)}`)}
      data-term={of}
      onClick={(event) => {
        followTerm(event, playground);
      }}
    >
      {children}
    </a>
  );
}

/** Whether a term was clicked. With modifier keys the browser opens it in a tab of its own. */
export function followTerm(event: MouseEvent, playground: Playground): boolean {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-term]") : null;
  if (element === null || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  event.preventDefault();
  // The finger that taps has just seen the sentence.
  if (!matchMedia("(hover: none)").matches) playground.go({ lesson: `glossary/${element.dataset.term}` });
  return true;
}
