/** Hides the controls that the link asks to hide, so that a class sees only what it is about. They are named by their spots. */
import { effect } from "@preact/signals";
import type { Playground } from "../state/playground";

export const spotsIn = (hide: string): string[] => hide.split(",").filter((spot) => /^[a-z0-9-]+$/.test(spot));

/** The button More stands for all settings in it (see more-fields.ts): it goes only if it is meant itself. */
const selectorOf = (spot: string): string =>
  spot === "more" ? '[data-spot~="more"]' : `[data-spot~="${spot}"]:not([data-spot~="more"])`;

export function installHiding({ place }: Playground): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  effect(() => {
    const spots = spotsIn(place.value.hide);
    sheet.replaceSync(spots.length === 0 ? "" : `${spots.map(selectorOf).join(",")} { display: none !important; }`);
  });
}
