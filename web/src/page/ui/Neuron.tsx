import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { type NeuronPlace, thumbnailResolution } from "../../protocol";
import { formatWeight, subscript } from "../format";
import { heatRange, paintHeat } from "../views/heat";
import { biasAt, type LayerSizes, weightAt } from "../views/parameters";
import { activationRange } from "./activation-range";
import { Canvas, useDescription } from "./Canvas";
import { usePlayground } from "./context";
import { palette } from "./palette";

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
  const index = sizes.slice(0, layer).reduce((sum, count) => sum + count, 0) + neuron;
  const cells = thumbnailResolution * thumbnailResolution;
  const values = useComputed(() => {
    const current = currentFrame.value;
    if (current === null) return null;
    return current.thumbnails.subarray(index * cells, (index + 1) * cells);
  });

  const words = (): string => describe(place, sizes, currentFrame.peek()?.parameters);
  const updateName = useDescription(button, words);
  const tip = (): string => `${words()}. The square is its answer at every place; the plane shows it large.`;
  const updateTip = useDescription(button, tip, "data-tip");
  useSignalEffect(() => {
    const shown = currentFrame.value?.shown;
    button.current?.classList.toggle("shown", shown?.layer === layer && shown.neuron === neuron);
  });

  const pointAt = (): void => {
    updateName();
    updateTip();
    show(place);
  };

  return (
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
      <Canvas
        pixels={thumbnailResolution}
        draw={(context) => {
          const own = values.value;
          if (own === null || own.length !== cells) return;
          const range = heatRange(own, activationRange(catalogue, experiment, layer));
          paintHeat(context, own, thumbnailResolution, range, palette.value.heat);
        }}
      />
    </button>
  );
}

function describe({ layer, neuron }: NeuronPlace, sizes: LayerSizes, parameters: Float32Array | undefined): string {
  if (layer === 0) return `Input x${subscript(neuron + 1)}, the ${neuron === 0 ? "horizontal" : "vertical"} coordinate`;
  const name = layer === sizes.length - 1 ? "Output neuron" : `Neuron ${neuron + 1} of layer ${layer}`;
  if (parameters === undefined) return name;
  const value = (at: number): string => formatWeight(parameters[at] ?? Number.NaN);
  const before = layer === 1 ? "input" : "neuron";
  const weights = Array.from({ length: sizes[layer - 1] ?? 0 }, (_, k) => {
    return `${value(weightAt(sizes, layer, neuron, k))} from ${before} ${k + 1}`;
  });
  return `${name}: weights ${weights.join(", ")}; bias ${value(biasAt(sizes, layer, neuron))}`;
}
