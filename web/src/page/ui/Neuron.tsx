import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { NeuronPlace } from "../../protocol";
import { formatWeight } from "../format";
import { isSameNeuron } from "../state/shown";
import { biasAt, weightAt } from "../views/parameters";
import { useDescription } from "./Canvas";
import { usePlayground } from "./context";
import { featureLabel, NeuronPicture } from "./NeuronPicture";
import { type Named, nodeTitle } from "./network/names";
import type { Standing } from "./network/walk";

/** Nobody listens to more numbers than these. */
const mostNamedWeights = 12;

interface NeuronProps extends Named {
  place: NeuronPlace;
  centre: { x: number; y: number };
  side: number;
  /** Whether a symbol of the formula that stands for it is pointed at. */
  isLit: boolean;
  /** The keyboard is here now. */
  stand(standing: Standing): void;
}

/** A neuron with its output over the plane; pointed at or focused, it is shown large, and clicked it stays there. */
export function Neuron({ place, centre, side, isLit, stand, ...named }: NeuronProps) {
  const { sizes, catalogue, experiment } = named;
  const { currentFrame, shown } = usePlayground();
  const button = useRef<HTMLButtonElement>(null);
  const { layer, neuron } = place;
  const words = (): string => describe(named, place, currentFrame.peek()?.parameters);
  const updateName = useDescription(button, words);
  const isPinned = isSameNeuron(shown.pinned.value, place);
  const advice = isPinned ? "click to let go" : "click to keep it there";
  const tip = (): string => `${words()}. The square is its answer at every place; the plane shows it large: ${advice}.`;
  const updateTip = useDescription(button, tip, "data-tip");
  useSignalEffect(() => {
    const large = currentFrame.value?.shown;
    const own = large ? isSameNeuron(large, place) : layer === sizes.length - 1;
    button.current?.classList.toggle("shown", own);
  });

  const pointAt = (): void => {
    updateName();
    updateTip();
    shown.show(place);
  };

  return (
    <>
      {layer === 0 && (
        <span class="feature" style={{ left: `${centre.x - side / 2 - 6}px`, top: `${centre.y}px` }} aria-hidden="true">
          {featureLabel(catalogue, experiment, neuron)}
        </span>
      )}
      <button
        ref={button}
        type="button"
        class={isLit ? "neuron lit" : "neuron"}
        data-neuron={`${layer} ${neuron}`}
        data-tip-on-tap
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
      >
        <NeuronPicture place={place} sizes={sizes} catalogue={catalogue} experiment={experiment} />
      </button>
    </>
  );
}

function describe(named: Named, place: NeuronPlace, parameters: Float32Array | undefined): string {
  const { sizes } = named;
  const { layer, neuron } = place;
  const name = nodeTitle(named, place);
  if (layer === 0 || parameters === undefined) return name;
  const value = (at: number): string => formatWeight(parameters[at] ?? Number.NaN);
  const before = layer === 1 ? "input" : "neuron";
  const inputs = sizes[layer - 1] ?? 0;
  const listed = Math.min(inputs, mostNamedWeights);
  const weights = Array.from(
    { length: listed },
    (_, k) => `${value(weightAt(sizes, layer, neuron, k))} from ${before} ${k + 1}`,
  );
  if (listed < inputs) weights.push(`and ${inputs - listed} more`);
  return `${name}: weights ${weights.join(", ")}; bias ${value(biasAt(sizes, layer, neuron))}`;
}
