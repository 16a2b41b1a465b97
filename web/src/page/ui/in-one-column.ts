import { type ReadonlySignal, signal } from "@preact/signals";

const query = matchMedia("(max-width: 999px)");
const current = signal(query.matches);
query.addEventListener("change", ({ matches }) => {
  current.value = matches;
});

/** Whether the page is one column (see layout-sizes.css), where what is changed and what it changes may not be on screen together. */
export const inOneColumn: ReadonlySignal<boolean> = current;
