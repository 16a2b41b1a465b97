/** The lines of a proof as far as one has come, and the way on. */
import { ChevronLeft, ChevronRight } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import type { Reading } from "../../../protocol";
import type { Slots } from "../../mathematics/slots";
import { definitionOf } from "../equation/definition";
import type { Focus } from "../equation/focus";
import { type Choose, Pictures } from "../equation/pictures";
import { Glossed } from "../glossed/Glossed";
import { Icon } from "../Icon";
import { LineView } from "./LineView";
import type { Line, Looked, Proof } from "./proof";

interface DerivationProps {
  proof: Proof;
  lines: readonly Line[];
  /** The newest line that is shown, from 0. */
  newest: number;
  slots: Slots;
  looked: Looked;
  focus: Focus;
  /** Which parameter is nudged for the definition. */
  parameter: number;
  reading: Reading["iteration"] | undefined;
  /** One line on, or back. */
  turn(steps: 1 | -1): void;
  choose: Choose;
}

export function Derivation(properties: DerivationProps) {
  const { proof, lines, newest, slots, looked, focus, parameter, reading, turn, choose } = properties;
  const list = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const done = newest === lines.length - 1;
  const arrived = useRef(false);
  useEffect(() => {
    // On arrival at a proof's beginning one reads from the top.
    if (arrived.current || newest > 0) {
      list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
      end.current?.scrollIntoView({ block: "nearest" });
    }
    arrived.current = true;
  }, [proof.name, newest]);
  const pictures = new Pictures(looked.iteration, focus, false, choose);
  return (
    <>
      <ol class="lines" ref={list} data-spot="proof-lines" aria-live="polite" aria-relevant="additions">
        {lines.slice(0, newest + 1).map((line, index) => (
          <LineView
            key={`${proof.name} ${index}`}
            proof={proof}
            line={line}
            number={index + 1}
            slots={slots}
            age={index === newest ? "newest" : index === newest - 1 ? "last" : "older"}
            looked={looked}
            pictures={pictures}
            definition={definitionOf(reading, parameter, line.averaged ? "averaged" : looked.i)}
          />
        ))}
      </ol>
      {done && (
        <Glossed>
          <p class="closing" ref={end}>
            <b>Proven.</b> {proof.closing(looked.iteration.sizes)}
          </p>
        </Glossed>
      )}
      <div class="turning">
        <button
          type="button"
          class="quiet"
          aria-disabled={newest === 0}
          data-tip="Takes the newest line away again (left arrow key)."
          onClick={() => turn(-1)}
        >
          <Icon of={ChevronLeft} size={14} /> Back
        </button>
        <span class="facts">
          line {newest + 1} of {lines.length}
        </span>
        <button
          type="button"
          class="primary"
          data-space
          data-spot="next-line"
          data-tip={
            done
              ? "On to the next proof (right arrow key or space bar)."
              : "Shows the next line (right arrow key or space bar)."
          }
          onClick={() => turn(1)}
        >
          {done ? "Next proof" : "Next line"} <Icon of={ChevronRight} size={14} />
        </button>
      </div>
    </>
  );
}
