import { useComputed } from "@preact/signals";
import { Grid2x2, type IconNode, Maximize, X, ZoomIn, ZoomOut } from "lucide";
import { mostZoom } from "../../views/plane-window";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { Icon } from "../Icon";
import { zoomStep } from "./gestures";

/** How the plane is looked at: how near, and with shades or without; and from a neuron that is kept on it, back to the output. */
export function SightButtons() {
  const { sight, place, go, shown } = usePlayground();
  const isWhole = useComputed(() => sight.zoom.value === 1).value;
  const isNearest = useComputed(() => sight.zoom.value >= mostZoom).value;
  const discrete = place.value.discretize === "true";
  return (
    <div class="sight-buttons" data-spot="zoom">
      {shown.pinned.value && (
        <SightButton icon={X} name="Show the output again" tip={explanations.unpin} onClick={() => shown.pin(null)} />
      )}
      <SightButton
        icon={Grid2x2}
        name="Discretise"
        spot="discretize"
        tip={explanations.discretize}
        pressed={discrete}
        onClick={() => go({ discretize: discrete ? "" : "true" })}
      />
      <SightButton
        icon={ZoomOut}
        name="Zoom out"
        tip={explanations.zoomOut}
        disabled={isWhole}
        onClick={() => sight.zoomBy(1 / zoomStep)}
      />
      <SightButton
        icon={ZoomIn}
        name="Zoom in"
        tip={explanations.zoomIn}
        disabled={isNearest}
        onClick={() => sight.zoomBy(zoomStep)}
      />
      <SightButton
        icon={Maximize}
        name="Show the whole plane"
        tip={explanations.wholePlane}
        disabled={isWhole}
        onClick={() => sight.showWhole()}
      />
    </div>
  );
}

interface SightButtonProps {
  icon: IconNode;
  name: string;
  tip: string;
  spot?: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick(): void;
}

function SightButton({ icon, name, tip, spot, disabled = false, pressed, onClick }: SightButtonProps) {
  return (
    <button
      type="button"
      class="quiet icon-button"
      aria-label={name}
      aria-disabled={disabled}
      aria-pressed={pressed}
      data-tip={tip}
      data-spot={spot}
      onClick={() => {
        // Not `disabled`: that would take the keyboard's focus away.
        if (!disabled) onClick();
      }}
    >
      <Icon of={icon} size={15} />
    </button>
  );
}
