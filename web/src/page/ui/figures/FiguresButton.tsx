import { ChartColumn } from "lucide";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { Icon } from "../Icon";

/** Opens and closes the closer pictures. */
export function FiguresButton({ isRegression }: { isRegression: boolean }) {
  const { place, go } = usePlayground();
  const isOpen = place.value.figures !== "";
  return (
    <button
      type="button"
      class="quiet icon-button"
      aria-label="Closer pictures"
      aria-pressed={isOpen}
      data-tip={isRegression ? explanations.valueFigures : explanations.classFigures}
      data-spot="figures-button"
      onClick={() => go({ figures: isOpen ? "" : "answers" })}
    >
      <Icon of={ChartColumn} size={15} />
    </button>
  );
}
