/** Opens the gallery of inputs, whose code comes when it is first opened. */
import { useSignal } from "@preact/signals";
import { Plus } from "lucide";
import { useId, useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { explanations } from "../explanations";
import { Icon } from "../Icon";
import { placeBelow } from "../place-below";
import { usePart } from "../use-part";

export function FeaturesButton(properties: { catalogue: Catalogue; experiment: Experiment }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isOpen = useSignal(false);
  const Gallery = usePart(isOpen.value, async () => (await import("./FeatureGallery")).FeatureGallery);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="features-button"
        popovertarget={id}
        data-spot="features"
        data-tip={explanations.features}
      >
        <Icon of={Plus} size={12} /> feature
      </button>
      <div
        id={id}
        ref={box}
        popover="auto"
        class="dropped features"
        role="group"
        aria-label="Inputs"
        onBeforeToggle={(event) => {
          isOpen.value = event.newState === "open";
          if (isOpen.value) placeBelow(button.current, box.current);
        }}
      >
        {isOpen.value && Gallery && <Gallery {...properties} />}
      </div>
    </>
  );
}
