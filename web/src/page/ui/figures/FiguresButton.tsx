import { ChartColumn } from "lucide";
import { usePlayground } from "../context";
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
      data-tip={`${isRegression ? "Predicted against actual values" : "Which classes are taken for which"}, and histograms of every layer: measured while they are open.`}
      data-spot="figures-button"
      onClick={() => go({ figures: isOpen ? "" : "answers" })}
    >
      <Icon of={ChartColumn} size={15} />
    </button>
  );
}
