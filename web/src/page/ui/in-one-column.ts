/** How the page is laid out, as far as more than its styles depend on it. */
import { type ReadonlySignal, signal } from "@preact/signals";

/** Whether the query holds, also later. */
export function matching(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const current = signal(list.matches);
  list.onchange = () => {
    current.value = list.matches;
  };
  return current;
}

/** Whether the page is one column (see layout-sizes.css), where what is changed and what it changes may not be on screen together. */
export const inOneColumn = matching("(max-width: 999px)");

/** Whether it is as narrow as a phone (see layout.css), where the settings stand between the panels. */
export const onPhone = matching("(max-width: 560px)");
