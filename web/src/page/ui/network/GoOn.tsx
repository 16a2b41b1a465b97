import "../../styles/deep.css";
import { ChevronLeft, ChevronRight } from "lucide";
import type { RefObject } from "preact";
import { explanations } from "../explanations";
import { Icon } from "../Icon";

/** Of what is in sight, so much is left behind. */
const step = 0.7;

/** Where the drawing reaches beyond its room: there it goes on. The keyboard scrolls to whatever it goes to. */
export function GoOn({ ends, drawing }: { ends: string; drawing: RefObject<HTMLElement | null> }) {
  return (
    <>
      {(["left", "right"] as const).map(
        (end) =>
          ends.includes(end) && (
            <button
              key={end}
              type="button"
              class={`go-on ${end}`}
              tabIndex={-1}
              aria-label={`More layers to the ${end}`}
              data-tip={explanations.goOn}
              onClick={() => drawing.current?.scrollBy({ left: (end === "left" ? -step : step) * drawing.current.clientWidth })}
            >
              <Icon of={end === "left" ? ChevronLeft : ChevronRight} />
            </button>
          ),
      )}
    </>
  );
}
