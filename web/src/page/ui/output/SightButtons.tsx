import { useComputed } from "@preact/signals";
import { Grid2x2, type IconNode, Maximize, ZoomIn, ZoomOut } from "lucide";
import { mostZoom } from "../../views/plane-window";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { zoomStep } from "./gestures";

/** How the plane is looked at: how near, and with shades or without. */
export function SightButtons() {
  const { sight, place, go } = usePlayground();
  const isWhole = useComputed(() => sight.zoom.value === 1).value;
  const isNearest = useComputed(() => sight.zoom.value >= mostZoom).value;
  const discrete = place.value.discretize === "true";
  return (
    <div class="sight-buttons" data-spot="zoom">
      <SightButton
        icon={Grid2x2}
        name="Discretise"
        spot="discretize"
        tip="Show the decision alone, without the shades that tell how sure the network is of it."
        pressed={discrete}
        onClick={() => go({ discretize: discrete ? "" : "true" })}
      />
      <SightButton
        icon={ZoomOut}
        name="Zoom out"
        tip="Show more of the plane: − on the keyboard, a wheel or two fingers on the plane do it too."
        disabled={isWhole}
        onClick={() => sight.zoomBy(1 / zoomStep)}
      />
      <SightButton
        icon={ZoomIn}
        name="Zoom in"
        tip="Look closer: + on the keyboard, a wheel or two fingers on the plane do it too. Drag the plane to move it."
        disabled={isNearest}
        onClick={() => sight.zoomBy(zoomStep)}
      />
      <SightButton
        icon={Maximize}
        name="Show the whole plane"
        tip="Back to the whole plane: 0 on the keyboard or a double click on the plane do it too."
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
