import { computed, type ReadonlySignal, useComputed } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { thumbnailResolution } from "../../../protocol";
import { formatWeight } from "../../format";
import { leastDrawn } from "../../views/links";
import type { NetworkLayout } from "../../views/network-layout";
import { NetworkPicture } from "../../views/network-picture";
import { parameterNear } from "../../views/parameter-marks";
import { type LayerSizes, parameterCount } from "../../views/parameters";
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

/** The links, with the biases and the neurons' pictures; they and the biases are named when they are pointed at, and edited when they are clicked. */
export function Links({ layout, highlight, ...named }: LinksProps) {
  const { sizes } = named;
  const { currentFrame, run, editing, playing } = usePlayground();
  const parameters = useComputed(() => currentFrame.value?.parameters);
  const leasts = useMemo(
    () => computed(() => (parameters.value?.length === parameterCount(sizes) ? leastDrawn(sizes, parameters.value) : [])),
    [sizes],
  );
  const frozen = useComputed(() => currentFrame.value?.frozen);
  /** On a canvas of that size, as it is lit now; another one is empty. */
  const made = useRef<{ of: readonly unknown[]; picture: NetworkPicture } | null>(null);
  const pictureOn = (width: number, height: number, ratio: number): NetworkPicture => {
    const lit = highlight.value;
    const of = [layout, sizes, palette.value, lit, width, height, ratio];
    if (made.current === null || of.some((each, i) => each !== made.current?.of[i])) {
      const faint = { weights: isFaint(lit, "weights"), biases: isFaint(lit, "biases") };
      const scene = { layout, sizes, palette: palette.value, resolution: thumbnailResolution, ratio, isFaint: faint };
      made.current = { of, picture: new NetworkPicture(scene) };
    }
    return made.current.picture;
  };
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
        draw={(context, width, height, ratio) => {
          const flat = parameters.value;
          if (flat?.length !== parameterCount(sizes)) return;
          const thumbnails = currentFrame.value?.thumbnails;
          const hasPictures = thumbnails !== undefined && areThumbnailsOf(sizes, thumbnails);
          pictureOn(width, height, ratio).draw(
            context,
            {
              parameters: flat,
              leasts: leasts.value,
              thumbnailOf: hasPictures
                ? (layer, neuron) => thumbnailOf(named, run.value, palette.value, thumbnails, { layer, neuron })
                : null,
            },
            playing.value,
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
