/**
 * Links the terms of the glossary in the sentences within: in paragraphs, captions and lists that stand there as elements, whatever
 * else these hold. What a component within makes is its own affair.
 */
import terms from "virtual:terms";
import { type ComponentChildren, cloneElement, Fragment, isValidElement } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Term } from "../Term";
import { finderOf } from "./find";
import { useHolders } from "./holders";

const find = finderOf(terms);
const sentences: readonly unknown[] = ["p", "figcaption", "li", "dd"];
/** What already is a control, or not to be read as words. */
const others: readonly unknown[] = ["a", "button", "label", "select", "code"];

export function Glossed({ children }: { children: ComponentChildren }) {
  const { take, keep, freed } = useHolders();
  freed.value;
  const holder = useRef({}).current;
  const linked = new Set<string>();
  useEffect(() => keep(linked, holder));
  useEffect(() => () => keep(new Set(), holder), []);

  const link = (term: string, words: string): ComponentChildren => {
    if (linked.has(term) || !take(term, holder)) return words;
    linked.add(term);
    return (
      <Term key={term} of={term}>
        {words}
      </Term>
    );
  };
  const walk = (node: ComponentChildren, isSentence: boolean): ComponentChildren => {
    if (Array.isArray(node)) return node.map((one) => walk(one, isSentence));
    if (typeof node === "string" && isSentence)
      return find(node).map((piece) => (typeof piece === "string" ? piece : link(piece.term, piece.words)));
    if (!isValidElement(node) || others.includes(node.type)) return node;
    if (typeof node.type !== "string" && node.type !== Fragment) return node;
    return cloneElement(node, undefined, walk(node.props.children, isSentence || sentences.includes(node.type)));
  };
  return <>{walk(children, false)}</>;
}
