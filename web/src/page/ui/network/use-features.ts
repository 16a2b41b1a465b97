/** The network's inputs, put in and taken out one by one. */
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { featureSpot } from "../../spot-name";
import { usePlayground } from "../context";
import { spotsIn } from "../hiding";
import { usePlace } from "../use-place";

export const lastInput =
  "The last input stays: without one the network would know nothing about a point. Put another in first.";

interface Features {
  has(name: string): boolean;
  /** Whether it is the only one: without inputs there is no network. */
  isLast(name: string): boolean;
  /** Whether the link leaves its reader the choice. */
  isFree(name: string): boolean;
  /** Puts it in or takes it out, unless it is the last one. */
  toggle(name: string): void;
}

export function useFeatures(catalogue: Catalogue, { features: chosen }: Experiment): Features {
  const { change, place } = usePlayground();
  const hidden = spotsIn(usePlace(place, "hide"));
  const has = (name: string): boolean => chosen.includes(name);
  const isLast = (name: string): boolean => has(name) && chosen.length === 1;
  return {
    has,
    isLast,
    isFree: (name) => !hidden.includes("features") && !hidden.includes(featureSpot(name)),
    toggle: (name) => {
      if (isLast(name)) return;
      // In the catalogue's order, so that the network is drawn the same however they were chosen.
      const names = catalogue.features.map((feature) => feature.name);
      const goesIn = !has(name);
      change(({ features: now }) => {
        const features = names.filter((other) => (other === name ? goesIn : now.includes(other)));
        return features.length > 0 ? { features } : {};
      });
    },
  };
}
