import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { NeuronPlace } from "../../../protocol";
import { isSameNeuron } from "../../state/shown";
import { useDescription } from "../Canvas";
import { usePlayground } from "../context";
import { featureLabel } from "../feature-label";
import { inOneColumn } from "../in-one-column";
import { describeNeuron } from "./describe-neuron";
import type { Named } from "./names";
import { TakeOut } from "./TakeOut";
import type { Standing } from "./walk";

interface NeuronProps extends Named {
  place: NeuronPlace;
  centre: { x: number; y: number };
  side: number;
  /** Whether a symbol of the formula that stands for it is pointed at. */
  isLit: boolean;
  /** The keyboard is here now. */
  stand(standing: Standing): void;
  /** Of an input. */
  takeOut: (() => void) | null;
}

/** A neuron, over the picture of its output; pointed at or focused, it is shown large, and clicked it stays there. */
export function Neuron({ place, centre, side, isLit, stand, takeOut, ...named }: NeuronProps) {
  const { sizes, catalogue, experiment } = named;
  const { currentFrame, plane, shown } = usePlayground();
  const button = useRef<HTMLButtonElement>(null);
  const { layer, neuron } = place;
  const words = (): string => describeNeuron(named, place, currentFrame.peek()?.parameters);
  const updateName = useDescription(button, words);
  const isPinned = isSameNeuron(shown.pinned.value, place);
  const advice = isPinned ? "click to let go" : "click to keep it there";
  const tip = (): string => `${words()}. The square is its answer at every place; the plane shows it large: ${advice}.`;
  const updateTip = useDescription(button, tip, "data-tip");
  useSignalEffect(() => {
    const large = plane.value?.shown;
    const own = large ? isSameNeuron(large, place) : layer === sizes.length - 1;
    button.current?.toggleAttribute("data-shown", own); // no class: a new one would take it away
  });

  const pointAt = (): void => {
    updateName();
    updateTip();
    shown.show(place);
  };

  const feature = featureLabel(catalogue, experiment, neuron);
  return (
    <>
      {takeOut && (
        <span class="feature" style={{ left: `${centre.x - side / 2 - 6}px`, top: `${centre.y}px` }} aria-hidden="true">
          {feature}
        </span>
      )}
      <button
        ref={button}
        type="button"
        class={isLit ? "neuron lit" : "neuron"}
        data-neuron={`${layer} ${neuron}`}
        data-tip-on-tap={inOneColumn.value ? undefined : true}
        aria-pressed={isPinned}
        style={{ left: `${centre.x}px`, top: `${centre.y}px`, width: `${side}px`, height: `${side}px` }}
        onPointerEnter={pointAt}
        onPointerLeave={() => shown.show(null)}
        onFocus={() => {
          stand({ at: "neuron", place });
          pointAt();
        }}
        onBlur={() => shown.show(null)}
        onClick={() => shown.togglePin(place)}
      />
      {takeOut && (
        <TakeOut
          feature={experiment.features[neuron] ?? ""}
          label={feature}
          isLast={experiment.features.length === 1}
          corner={{ x: centre.x - side / 2, y: centre.y - side / 2 }}
          takeOut={takeOut}
        />
      )}
    </>
  );
}
