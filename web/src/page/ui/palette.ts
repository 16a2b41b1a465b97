/** The palette of the present colour scheme; canvases that read it are drawn again when the scheme changes. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { type Palette, readPalette } from "../views/palette";

const current = signal<Palette>(readPalette());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  current.value = readPalette();
});

export const palette: ReadonlySignal<Palette> = current;
