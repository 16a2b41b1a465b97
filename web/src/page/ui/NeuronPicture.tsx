import { useComputed } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { type NeuronPlace, thumbnailResolution } from "../../protocol";
import { heatRange, paintHeat } from "../views/heat";
import type { LayerSizes } from "../views/parameters";
import { neuronRange } from "./activation-range";
import { Canvas } from "./Canvas";
import { usePlayground } from "./context";
import { palette } from "./palette";

interface NeuronPictureProps {
  place: NeuronPlace;
  sizes: LayerSizes;
  catalogue: Catalogue;
  experiment: Experiment;
}

/** What the neuron answers at every place of the plane, small; the words for it stand with whatever it is part of. */
export function NeuronPicture({ place, sizes, catalogue, experiment }: NeuronPictureProps) {
  const { currentFrame, run } = usePlayground();
  const { layer, neuron } = place;
  const index = sizes.slice(0, layer).reduce((sum, count) => sum + count, 0) + neuron;
  const cells = thumbnailResolution * thumbnailResolution;
  const values = useComputed(() => {
    const current = currentFrame.value;
    if (current === null) return null;
    return current.thumbnails.subarray(index * cells, (index + 1) * cells);
  });
  return (
    <Canvas
      pixels={thumbnailResolution}
      draw={(context) => {
        const own = values.value;
        if (own === null || own.length !== cells) return;
        const range = heatRange(own, neuronRange(catalogue, experiment, run.value?.planeHalf ?? catalogue.planeHalf, place));
        const isClass = layer === sizes.length - 1 && experiment.classes > 2;
        const colours = isClass ? palette.value.classHeat[neuron] : undefined;
        paintHeat(context, own, thumbnailResolution, range, colours ?? palette.value.heat);
      }}
    />
  );
}

export function featureLabel(catalogue: Catalogue, experiment: Experiment, neuron: number): string {
  const name = experiment.features[neuron];
  return catalogue.features.find((feature) => feature.name === name)?.label ?? "";
}

/** The width that the inputs' names take before their pictures, in CSS pixels. */
export function featureRoom(catalogue: Catalogue, { features }: Experiment): number {
  const labels = catalogue.features.filter(({ name }) => features.includes(name)).map(({ label }) => label.length);
  return 8 + 7 * Math.max(...labels);
}
