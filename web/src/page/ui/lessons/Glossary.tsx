import glossary from "virtual:glossary";
import { useEffect, useRef } from "preact/hooks";
import { Prose } from "./Prose";

/** All terms, with the one that was asked for in view. */
export function Glossary({ term }: { term: string }) {
  const asked = useRef<HTMLElement>(null);
  useEffect(() => asked.current?.scrollIntoView({ block: "center" }), [term]);
  return (
    <>
      <h2>Glossary</h2>
      {term !== "" && !glossary.some((entry) => entry.term === term) && (
        <p role="status" class="unknown">
          “{term}” is not in the glossary. These are its terms:
        </p>
      )}
      <dl class="glossary">
        {glossary.map((entry) => (
          <div key={entry.term} class={entry.term === term ? "asked" : undefined}>
            <dt ref={entry.term === term ? asked : null}>{entry.term}</dt>
            <Prose as="dd" of={entry.html} />
          </div>
        ))}
      </dl>
    </>
  );
}
