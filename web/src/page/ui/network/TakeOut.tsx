import { X } from "lucide";
import { spotName } from "../../spot-name";
import { explanations } from "../explanations";
import { Icon } from "../Icon";
import { lastInput } from "./use-features";

interface TakeOutProps {
  feature: string;
  label: string;
  /** The only one cannot go. */
  isLast: boolean;
  /** The upper left corner of the input's picture. */
  corner: { x: number; y: number };
  takeOut(): void;
}

/** Takes an input out; it shows beside the input that is pointed at. The keyboard's way is Delete. */
export function TakeOut({ feature, label, isLast, corner, takeOut }: TakeOutProps) {
  return (
    <button
      type="button"
      class="take-out"
      tabIndex={-1}
      aria-label={`Take out ${label}`}
      aria-disabled={isLast}
      data-spot={`features feature-${spotName(feature)}`}
      data-tip={isLast ? lastInput : explanations.takeOut}
      style={{ left: `${corner.x}px`, top: `${corner.y}px` }}
      // It is gone soon, and the focus would be lost with it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={takeOut}
    >
      <Icon of={X} size={12} />
    </button>
  );
}
