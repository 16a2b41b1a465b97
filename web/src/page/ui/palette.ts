/** The palette of the present colour scheme; canvases that read it are drawn again when the scheme changes. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { type Palette, readPalette } from "../views/palette";

const current = signal<Palette>(readPalette());
const read = (): void => {
  current.value = readPalette();
};
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", read);
// WebKit runs module scripts without waiting for the style sheet, which holds the colours; the load event does wait for it.
if (document.readyState !== "complete") addEventListener("load", read);

export const palette: ReadonlySignal<Palette> = current;
