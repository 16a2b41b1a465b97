/** Which part of a view has which term of the glossary as its link, so that each is a link once, where it first stands. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** A part of the view. */
type Holder = object;

interface Holders {
  /** Whether the term is this one's from now on; where another has it, it is not. */
  take(term: string, holder: Holder): boolean;
  /** Gives back all terms of the holder but those that it still shows. */
  keep(terms: ReadonlySet<string>, holder: Holder): void;
  /** Counts on whenever a term is free again. */
  freed: ReadonlySignal<number>;
}

export function createHolders(): Holders {
  const holders = new Map<string, Holder>();
  const freed = signal(0);
  return {
    take: (term, holder) => {
      if (!holders.has(term)) holders.set(term, holder);
      return holders.get(term) === holder;
    },
    keep: (terms, holder) => {
      const gone = [...holders].filter(([term, own]) => own === holder && !terms.has(term));
      for (const [term] of gone) holders.delete(term);
      if (gone.length > 0) freed.value += 1;
    },
    freed,
  };
}

/** Each view has its own. */
export const HoldersContext = createContext<Holders | null>(null);

export function useHolders(): Holders {
  const holders = useContext(HoldersContext);
  if (holders === null) throw new Error("no view around this component");
  return holders;
}
