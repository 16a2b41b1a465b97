/** Large parts of a view come one after another, each in a task of its own, so that the page answers to the reader in between. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** How many of them have come once; whoever comes back to the view finds all of them there. */
const come = signal(1);

/** How many of `all` are to be on screen. */
export function useOneByOne(all: number): number {
  const now = come.value;
  useEffect(() => {
    if (now >= all) return;
    // Not here already: what the part before draws, it draws now.
    const timer = setTimeout(() => {
      come.value = now + 1;
    });
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
