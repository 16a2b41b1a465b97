/** A closer look at the neuron that was tapped, where the large plane is not on screen together with the drawing. */
import "../../styles/neuron-sheet.css";
import { useComputed } from "@preact/signals";
import { X } from "lucide";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { NeuronPlace } from "../../../protocol";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { Icon } from "../Icon";
import { answersOf, OutputPlane } from "../OutputPlane";
import { describeNeuron } from "./describe-neuron";
import { focusNeuron } from "./focus-neuron";
import { type Named, nodeTitle } from "./names";
import { useFeatures } from "./use-features";

interface NeuronSheetProps extends Named {
  place: NeuronPlace;
  /** It stays in sight above. */
  drawing: RefObject<HTMLElement | null>;
  /** Of an input. */
  takeOut(): void;
}

export function NeuronSheet({ place, drawing, takeOut, ...named }: NeuronSheetProps) {
  const { catalogue, experiment } = named;
  const { run, currentFrame, plane, shown, editing } = usePlayground();
  const features = useFeatures(catalogue, experiment);
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    element.current?.showPopover();
    drawing.current?.scrollIntoView({ block: "start" });
  }, []);
  const title = nodeTitle(named, place);
  // A weight stays in one line.
  const words = useComputed(() =>
    describeNeuron(named, place, currentFrame.value?.parameters, "\u00a0").slice(title.length + 2),
  );
  const { layer, neuron } = place;
  const close = (): void => {
    // The keyboard goes on where it came from.
    if (element.current?.contains(document.activeElement)) focusNeuron(drawing.current, place);
    shown.togglePin(place);
  };
  // The focus stays in the drawing, where the arrow keys lead on. Elsewhere on the page Escape means something else.
  useEffect(() => {
    const onKeyDown = ({ key, target }: KeyboardEvent): void => {
      if (key === "Escape" && (target === document.body || drawing.current?.contains(target as Node))) close();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <section ref={element} class="neuron-sheet" popover="manual" role="dialog" aria-labelledby="neuron-title">
      {run.value && (
        <OutputPlane
          catalogue={catalogue}
          run={run.value}
          answers={() => answersOf(plane, currentFrame)}
          describe={() => `${title}: what it answers at each place of the plane, with the data points.`}
        />
      )}
      <div class="words">
        <h3 id="neuron-title">{title}</h3>
        <p>{words}</p>
        {layer > 0 ? (
          <button
            type="button"
            class="primary"
            data-tip={explanations.editNeuron}
            onClick={() => editing.choose({ layer, neuron, from: null })}
          >
            Weights and bias
          </button>
        ) : (
          features.isFree(experiment.features[neuron] ?? "") && (
            <button type="button" class="primary" data-tip={explanations.takeOut} onClick={takeOut}>
              Take it out
            </button>
          )
        )}
      </div>
      <button type="button" class="quiet close" aria-label="Close" data-tip={explanations.letGo} onClick={close}>
        <Icon of={X} />
      </button>
    </section>
  );
}
