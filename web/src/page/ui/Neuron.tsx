import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import type { NeuronPlace } from "../../protocol";
import { formatWeight } from "../format";
import { biasAt, type LayerSizes, weightAt } from "../views/parameters";
import { useDescription } from "./Canvas";
import { usePlayground } from "./context";
import { featureLabel, NeuronPicture } from "./NeuronPicture";
import { neuronTitle } from "./neuron-name";

/** Nobody listens to more numbers than these. */
const mostNamedWeights = 12;

interface NeuronProps {
  place: NeuronPlace;
  centre: { x: number; y: number };
  side: number;
  sizes: LayerSizes;
  catalogue: Catalogue;
  experiment: Experiment;
}

/** A neuron with its output over the plane; pointed at or focused, it is shown large. */
export function Neuron({ place, centre, side, sizes, catalogue, experiment }: NeuronProps) {
  const { currentFrame, show } = usePlayground();
  const button = useRef<HTMLButtonElement>(null);
  const { layer, neuron } = place;
  const feature = layer === 0 ? featureLabel(catalogue, experiment, neuron) : null;
  const words = (): string => describe(place, sizes, feature, currentFrame.peek()?.parameters);
  const updateName = useDescription(button, words);
  const tip = (): string => `${words()}. The square is its answer at every place; the plane shows it large.`;
  const updateTip = useDescription(button, tip, "data-tip");
  useSignalEffect(() => {
    const shown = currentFrame.value?.shown;
    const own = shown ? shown.layer === layer && shown.neuron === neuron : layer === sizes.length - 1;
    button.current?.classList.toggle("shown", own);
  });

  const pointAt = (): void => {
    updateName();
    updateTip();
    show(place);
  };

  return (
    <>
      {feature !== null && (
        <span class="feature" style={{ left: `${centre.x - side / 2 - 6}px`, top: `${centre.y}px` }} aria-hidden="true">
          {feature}
        </span>
      )}
      <button
        ref={button}
        type="button"
        class="neuron"
        data-tip-on-tap
        style={{ left: `${centre.x}px`, top: `${centre.y}px`, width: `${side}px`, height: `${side}px` }}
        onPointerEnter={pointAt}
        onPointerLeave={() => show(null)}
        onFocus={pointAt}
        onBlur={() => show(null)}
      >
        <NeuronPicture place={place} sizes={sizes} catalogue={catalogue} experiment={experiment} />
      </button>
    </>
  );
}

function describe(
  { layer, neuron }: NeuronPlace,
  sizes: LayerSizes,
  feature: string | null,
  parameters: Float32Array | undefined,
): string {
  if (feature !== null) return `Input ${feature}`;
  const name = neuronTitle({ layer, neuron }, sizes);
  if (parameters === undefined) return name;
  const value = (at: number): string => formatWeight(parameters[at] ?? Number.NaN);
  const before = layer === 1 ? "input" : "neuron";
  const inputs = sizes[layer - 1] ?? 0;
  const named = Math.min(inputs, mostNamedWeights);
  const weights = Array.from(
    { length: named },
    (_, k) => `${value(weightAt(sizes, layer, neuron, k))} from ${before} ${k + 1}`,
  );
  if (named < inputs) weights.push(`and ${inputs - named} more`);
  return `${name}: weights ${weights.join(", ")}; bias ${value(biasAt(sizes, layer, neuron))}`;
}
