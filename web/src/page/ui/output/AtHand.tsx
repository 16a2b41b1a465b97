/**
 * Where the page is one column, what is changed may be far from what it changes: while the plane is out of sight it goes along, small,
 * with the costs. A press leads back to the large one.
 */
import "../../styles/at-hand.css";
import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { formatCount } from "../../format";
import { partSizes } from "../../state/points";
import { splits } from "../../views/splits";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { matching } from "../in-one-column";
import { isMotionWanted } from "../motion";
import { answersOf, OutputPlane } from "../OutputPlane";
import { type Split, splitScore, useReading } from "../Scores";
import { useShownName } from "./shown-name";

interface AtHandProps {
  catalogue: Catalogue;
  experiment: Experiment;
}

/** Where it stands at the bottom; see at-hand.css. */
const lying = matching("(641px <= width <= 999px) and (height <= 500px)");

/** Of the large plane, to see what becomes of it. */
const enough = 0.3;

const largePlane = (): HTMLElement | null => document.querySelector(".output .sight");

export function AtHand(properties: AtHandProps) {
  const isWanted = useSignal(false);
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const large = largePlane();
    if (large === null || strip.current === null) return;
    // What lies under the strip is out of sight, too.
    const covered = `${-strip.current.offsetHeight}px`;
    const observer = new IntersectionObserver(
      (entries) => {
        isWanted.value = (entries.at(-1)?.intersectionRatio ?? 1) < enough;
      },
      { rootMargin: lying.value ? `0px 0px ${covered}` : `${covered} 0px 0px`, threshold: enough },
    );
    observer.observe(large);
    return () => observer.disconnect();
  }, [lying.value]);
  return (
    <div ref={strip} class={isWanted.value ? "at-hand away" : "at-hand"}>
      {isWanted.value && <Strip {...properties} />}
    </div>
  );
}

function Strip({ catalogue, experiment }: AtHandProps) {
  const { currentFrame, frame, plane, run, sight } = usePlayground();
  const { title, name } = useShownName(catalogue, experiment);
  const sizes = run.value && partSizes(run.value.points);
  const epoch = useComputed(() => formatCount(frame.value?.progress.epoch ?? 0));
  return (
    <>
      {run.value && (
        <OutputPlane
          catalogue={catalogue}
          run={run.value}
          answers={() => answersOf(plane, currentFrame)}
          window={() => sight.window.value}
        />
      )}
      <div class="at-hand-words" aria-hidden="true">
        <p>
          <b>{title}</b> <span>{name}</span> <span class="at-hand-epoch">epoch {epoch}</span>
        </p>
        {splits.map(
          ({ name, label }, part) =>
            name !== "test" && (
              <Reading
                key={name}
                split={name}
                label={label}
                isEmpty={sizes?.[part] === 0}
                isRegression={experiment.classes === 0}
              />
            ),
        )}
      </div>
      <button type="button" aria-label="Back to the output" data-tip={explanations.atHand} onClick={showLarge} />
    </>
  );
}

interface ReadingProps {
  split: Split;
  label: string;
  isEmpty: boolean;
  isRegression: boolean;
}

function Reading({ split, label, isEmpty, isRegression }: ReadingProps) {
  const { frame } = usePlayground();
  const [cost, quality] = useReading(split, isRegression, () => splitScore(frame.value?.scores[split], isRegression));
  return (
    <p>
      <i class={`line-${split}`} /> {label} <b>{isEmpty ? "" : cost}</b> <span>{isEmpty ? "no points" : quality}</span>
    </p>
  );
}

/** The keyboard goes along: the button is gone when the plane is back. */
function showLarge(): void {
  const large = largePlane();
  large?.closest("section")?.scrollIntoView({ behavior: isMotionWanted() ? "smooth" : "instant" });
  large?.focus({ preventScroll: true });
}
