/** Opens the gallery of inputs, whose code comes when it is first opened. */
import { useSignal } from "@preact/signals";
import { Plus } from "lucide";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { Dropped } from "../Dropped";
import { explanations } from "../explanations";
import { Icon } from "../Icon";
import { usePart } from "../use-part";

const load = async () => (await import("./FeatureGallery")).FeatureGallery;

export function FeaturesButton(properties: { catalogue: Catalogue; experiment: Experiment }) {
  const isOpen = useSignal(false);
  const Gallery = usePart(isOpen.value, load);
  const face = (
    <>
      <Icon of={Plus} size={12} /> feature
    </>
  );
  return (
    <Dropped
      button={{ class: "features-button", spot: "features", tip: explanations.features, face }}
      box={{ class: "features", role: "group", "aria-label": "Inputs" }}
      load={load}
      onChange={(open) => {
        isOpen.value = open;
      }}
    >
      {isOpen.value && Gallery && <Gallery {...properties} />}
    </Dropped>
  );
}
