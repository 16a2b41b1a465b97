/** Opens the gallery of inputs, whose code comes when it is first opened. */
import { Plus } from "lucide";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { Dropped } from "../Dropped";
import { explanations } from "../explanations";
import { Icon } from "../Icon";
import { useOpened } from "../use-opened";

const load = async () => (await import("./FeatureGallery")).FeatureGallery;

export function FeaturesButton(properties: { catalogue: Catalogue; experiment: Experiment }) {
  const opened = useOpened(load);
  const face = (
    <>
      <Icon of={Plus} size={12} /> feature
    </>
  );
  return (
    <Dropped
      button={{ class: "small-button", spot: "features", tip: explanations.features, face }}
      box={{ class: "features", role: "group", "aria-label": "Inputs" }}
      opened={opened}
    >
      {opened.isOpen && opened.Part && <opened.Part {...properties} />}
    </Dropped>
  );
}
