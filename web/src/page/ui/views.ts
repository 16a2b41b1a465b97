/** The views of the page: what they are called, and where their code is. Only the first one's comes with the page. */
import type { ComponentType } from "preact";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import type { View } from "../state/place";
import { PlayView } from "./PlayView";

export type ViewComponent = ComponentType<{ catalogue: Catalogue; experiment: Experiment }>;

interface ViewEntry {
  label: string;
  /** One sentence. */
  tip: string;
  load(): Promise<ViewComponent>;
}

export const viewEntries: Record<View, ViewEntry> = {
  play: {
    label: "Play",
    tip: "The whole experiment at a glance: data, network, output and cost.",
    load: async () => PlayView,
  },
  microscope: {
    label: "Microscope",
    tip: "One iteration, step by step, with every number of the four equations.",
    load: async () => (await import("./microscope/MicroscopeView")).MicroscopeView,
  },
  proofs: {
    label: "Proofs",
    tip: "Why the four equations hold: each proof line by line, with this network's numbers on both sides.",
    load: async () => (await import("./proofs/ProofsView")).ProofsView,
  },
  gradients: {
    label: "Gradients",
    tip: "How the error shrinks or grows on its way through the layers, and why.",
    load: async () => (await import("./gradients/GradientsView")).GradientsView,
  },
  landscape: {
    label: "Landscape",
    tip: "The cost over two of the weights, and the way that training walks down it.",
    load: async () => (await import("./landscape/LandscapeView")).LandscapeView,
  },
  folding: {
    label: "Folding",
    tip: "How the layers bend the plane until a straight cut parts the classes.",
    load: async () => (await import("./folding/FoldingView")).FoldingView,
  },
  compare: {
    label: "Compare",
    tip: "Two networks that differ in one thing, trained in step on the same data, side by side.",
    load: async () => (await import("./compare/CompareView")).CompareView,
  },
};
