/** Hides the controls that the link asks to hide, so that a class sees only what it is about. They are named by their spots. */
import { effect } from "@preact/signals";
import type { Playground } from "../state/playground";

/** What the Share dialog offers to hide. */
export const hidable: readonly { label: string; spots: readonly string[] }[] = [
  { label: "Play and steps", spots: ["play", "iteration", "epoch", "epochs", "to-the-end"] },
  { label: "Reset and New seed", spots: ["reset", "new-seed"] },
  { label: "Speed", spots: ["speed"] },
  { label: "Learning rate", spots: ["learning-rate"] },
  { label: "Batch size", spots: ["batch-size"] },
  { label: "Cost", spots: ["cost-choice"] },
  { label: "More", spots: ["more"] },
  { label: "Data sets", spots: ["problem", "gallery", "own-points"] },
  { label: "Points, noise and split", spots: ["points", "noise", "data-seed", "classes", "split"] },
  { label: "Inputs", spots: ["features"] },
  { label: "Layers and neurons", spots: ["layers", "depth"] },
  { label: "Presets", spots: ["presets"] },
  { label: "Activations", spots: ["activations", "output-activation"] },
];

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
