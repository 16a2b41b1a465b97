/** The views of the page: what they are called, and where their code is. Only the first one's comes with the page. */
import type { ComponentType } from "preact";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import type { View } from "../state/place";
import { PlayView } from "./PlayView";

export type ViewComponent = ComponentType<{ catalogue: Catalogue; experiment: Experiment }>;

interface ViewEntry {
  label: string;
  load(): Promise<ViewComponent>;
}

export const viewEntries: Record<View, ViewEntry> = {
  play: {
    label: "Play",
    load: async () => PlayView,
  },
  microscope: {
    label: "Microscope",
    load: async () => (await import("./microscope/MicroscopeView")).MicroscopeView,
  },
  proofs: {
    label: "Proofs",
    load: async () => (await import("./proofs/ProofsView")).ProofsView,
  },
  gradients: {
    label: "Gradients",
    load: async () => (await import("./gradients/GradientsView")).GradientsView,
  },
  landscape: {
    label: "Landscape",
    load: async () => (await import("./landscape/LandscapeView")).LandscapeView,
  },
  folding: {
    label: "Folding",
    load: async () => (await import("./folding/FoldingView")).FoldingView,
  },
  compare: {
    label: "Compare",
    load: async () => (await import("./compare/CompareView")).CompareView,
  },
};
