import "../../styles/strip.css";
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { thumbnailResolution } from "../../../protocol";
import { isSameNeuron } from "../../state/shown";
import { type NetworkLayout, neuronInStrip, type Strip } from "../../views/network-layout";
import { isBiasNear } from "../../views/parameter-marks";
import type { ParameterPlace } from "../../views/parameters";
import { drawStrip, drawStripMark } from "../../views/strip";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { palette } from "../palette";
import { areThumbnailsOf, thumbnailOf } from "../thumbnail";
import { type Named, nodeTitle } from "./names";
import type { Standing } from "./walk";

/** How much of a picture's side is nearer to its bias than to the rest of it. */
const biasShare = 0.4;

interface NeuronStripProps extends Named {
  layout: NetworkLayout;
  strip: Strip;
  layer: number;
  standing: ReadonlySignal<Standing | null>;
  stand(standing: Standing): void;
}

/** A layer with more neurons than there is room for: all of them, small; the one pointed at is shown large. */
export function NeuronStrip({ layout, strip, layer, standing, stand, ...named }: NeuronStripProps) {
  const { sizes } = named;
  const { currentFrame, plane, run, shown, editing } = usePlayground();
  const element = useRef<HTMLDivElement>(null);
  const count = sizes[layer] ?? 0;
  const here = (): number => {
    const now = standing.value;
    return now?.at === "neuron" && now.place.layer === layer ? Math.min(now.place.neuron, count - 1) : 0;
  };
  const at = here();
  const pinned = shown.pinned.value?.layer === layer ? shown.pinned.value.neuron : null;
  const place = (event: MouseEvent): number | null => {
    const neuron = neuronInStrip(strip, event.offsetX, event.offsetY);
    return neuron >= 0 && neuron < count ? neuron : null;
  };
  /** The bias in the corner of the picture that is pointed at. */
  const bias = (event: MouseEvent): ParameterPlace | null => {
    const own = { layer, neuron: place(event) ?? -1, from: null };
    const [x, y] = [strip.x + event.offsetX, strip.y + event.offsetY];
    return isBiasNear(layout, own, x, y, biasShare * strip.side) ? own : null;
  };
  const show = (neuron: number | null): void => shown.show(neuron === null ? null : { layer, neuron });
  useEffect(() => {
    if (document.activeElement === element.current) show(at);
  }, [at]);
  return (
    <div
      ref={element}
      class="strip"
      data-strip={layer}
      role="slider"
      tabIndex={0}
      aria-label={`Neurons of layer ${layer}`}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={at + 1}
      aria-valuetext={`${nodeTitle(named, { layer, neuron: at })}${pinned === at ? ", kept on the plane" : ""}`}
      data-tip={explanations.strip}
      style={{
        left: `${strip.x}px`,
        top: `${strip.y}px`,
        width: `${strip.across * strip.side}px`,
        height: `${strip.down * strip.side}px`,
      }}
      onPointerMove={(event) => {
        show(place(event));
        editing.point(bias(event));
      }}
      onPointerLeave={() => {
        show(null);
        editing.point(null);
      }}
      onFocus={() => {
        if (!element.current?.matches(":focus-visible")) return;
        stand({ at: "neuron", place: { layer, neuron: here() } });
        show(here());
      }}
      onBlur={() => show(null)}
      onClick={(event) => {
        const neuron = place(event);
        if (neuron === null) return;
        const own = bias(event);
        if (own !== null) {
          editing.choose(own);
          return;
        }
        stand({ at: "neuron", place: { layer, neuron } });
        shown.togglePin({ layer, neuron });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        shown.togglePin({ layer, neuron: at });
      }}
    >
      <Canvas
        draw={(context, _width, _height, ratio) => {
          const thumbnails = currentFrame.value?.thumbnails;
          if (thumbnails === undefined || !areThumbnailsOf(sizes, thumbnails)) return;
          const pictureOf = (neuron: number) => thumbnailOf(named, run.value, palette.value, thumbnails, { layer, neuron });
          drawStrip(context, strip, count, pictureOf, thumbnailResolution, ratio);
          const large = plane.value?.shown ?? null;
          for (let neuron = 0; neuron < count; neuron++)
            if (isSameNeuron(large, { layer, neuron })) drawStripMark(context, strip, neuron, ratio, palette.value);
        }}
      />
    </div>
  );
}
