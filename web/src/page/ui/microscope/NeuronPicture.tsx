import { type NeuronPlace, thumbnailResolution } from "../../../protocol";
import { paintHeat } from "../../views/heat";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import type { Named } from "../network/names";
import { palette } from "../palette";
import { areThumbnailsOf, thumbnailOf } from "../thumbnail";

/** What the neuron answers at every place of the plane, small; the words for it stand with whatever it is part of. */
export function NeuronPicture({ place, ...named }: Named & { place: NeuronPlace }) {
  const { currentFrame, run } = usePlayground();
  return (
    <Canvas
      pixels={thumbnailResolution}
      draw={(context) => {
        const thumbnails = currentFrame.value?.thumbnails;
        if (thumbnails === undefined || !areThumbnailsOf(named.sizes, thumbnails)) return;
        const { values, range, scale } = thumbnailOf(named, run.value, palette.value, thumbnails, place);
        paintHeat(context, values, thumbnailResolution, range, scale);
      }}
    />
  );
}
