import { computed, type ReadonlySignal, useComputed } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { thumbnailResolution } from "../../../protocol";
import { formatWeight } from "../../format";
import { drawLinks, leastDrawn } from "../../views/links";
import type { NetworkLayout } from "../../views/network-layout";
import { parameterNear } from "../../views/parameter-marks";
import { type LayerSizes, parameterCount } from "../../views/parameters";
import { drawThumbnails } from "../../views/thumbnails";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { palette } from "../palette";
import { areThumbnailsOf, thumbnailOf } from "../thumbnail";
import { type Highlight, isFaint } from "./highlight";
import type { Named } from "./names";

/** A parameter counts as pointed at when it is this near, in CSS pixels. */
const near = { mouse: 7, touch: 16 };

interface LinksProps extends Named {
  layout: NetworkLayout;
  highlight: ReadonlySignal<Highlight | null>;
}

/** The links, with the neurons' pictures; they and the biases are named when they are pointed at, and edited when they are clicked. */
export function Links({ layout, highlight, ...named }: LinksProps) {
  const { sizes } = named;
  const { currentFrame, run, editing } = usePlayground();
  const parameters = useComputed(() => currentFrame.value?.parameters);
  const leasts = useMemo(
    () => computed(() => (parameters.value?.length === parameterCount(sizes) ? leastDrawn(sizes, parameters.value) : [])),
    [sizes],
  );
  const frozen = useComputed(() => currentFrame.value?.frozen);
  const reach = useRef(near.mouse);
  const take = ({ pointerType }: PointerEvent): void => {
    reach.current = pointerType === "mouse" ? near.mouse : near.touch;
  };
  const at = (event: MouseEvent, within: number) => {
    const flat = parameters.peek();
    return flat?.length === parameterCount(sizes)
      ? parameterNear(layout, sizes, flat, leasts.peek(), event.offsetX, event.offsetY, within)
      : null;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard walks from the neurons to their weights
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      class="links-room"
      onPointerDown={take}
      onPointerMove={(event) => {
        take(event);
        if (event.pointerType === "mouse") editing.point(at(event, near.mouse));
      }}
      onPointerLeave={() => editing.point(null)}
      onClick={(event) => editing.choose(at(event, reach.current))}
    >
      <Canvas
        class="links"
        describe={() => describeLinks(sizes, parameters.peek(), frozen.peek())}
        draw={(context, _width, _height, ratio) => {
          const flat = parameters.value;
          const lit = highlight.value;
          context.setTransform(ratio, 0, 0, ratio, 0, 0);
          if (flat?.length !== parameterCount(sizes)) return;
          drawLinks(context, layout, sizes, flat, leasts.value, palette.value, (l) => isFaint(lit, "weights", l));
          const thumbnails = currentFrame.value?.thumbnails;
          if (thumbnails === undefined || !areThumbnailsOf(sizes, thumbnails)) return;
          drawThumbnails(context, layout, thumbnailResolution, (layer, neuron) =>
            thumbnailOf(named, run.value, palette.value, thumbnails, { layer, neuron }),
          );
        }}
      />
    </div>
  );
}

/** The words for all links; each neuron's own description names its weights one by one. */
function describeLinks(sizes: LayerSizes, parameters: Float32Array | undefined, frozen: Int32Array | undefined): string {
  const links = sizes.slice(1).reduce((sum, count, l) => sum + count * (sizes[l] ?? 0), 0);
  const largest = parameters?.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0;
  const held = frozen === undefined || frozen.length === 0 ? "" : `; ${frozen.length} of the parameters frozen, with a lock`;
  return `The ${links} links between the layers, blue for positive weights and orange for negative ones, wider for larger ones; the largest is ${formatWeight(largest)} in size${held}`;
}
