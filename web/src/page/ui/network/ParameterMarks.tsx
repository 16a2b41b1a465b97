import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { NetworkLayout } from "../../views/network-layout";
import { drawBiases, drawLocks, drawPointed } from "../../views/parameter-marks";
import { type LayerSizes, parameterCount } from "../../views/parameters";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { palette } from "../palette";
import { type Highlight, isFaint } from "./highlight";

interface ParameterMarksProps {
  layout: NetworkLayout;
  sizes: LayerSizes;
  highlight: ReadonlySignal<Highlight | null>;
}

/** Locks, what is pointed at and the biases of strips: over links and pictures, and in nobody's way. */
export function ParameterMarks({ layout, sizes, highlight }: ParameterMarksProps) {
  const { currentFrame, editing } = usePlayground();
  const places = useComputed(() => [editing.pointed.value, editing.chosen.value].filter((place) => place !== null));
  // Most often there are none of them, and no canvas that would have to be laid over all others.
  const isEmpty = useComputed(() => places.value.length === 0 && (currentFrame.value?.frozen.length ?? 0) === 0).value;
  if (isEmpty && !layout.strips.some(Boolean)) return null;
  return (
    <div class="parameter-marks">
      <Canvas
        class="links"
        draw={(context, _width, _height, ratio) => {
          const frame = currentFrame.value;
          const lit = highlight.value;
          context.setTransform(ratio, 0, 0, ratio, 0, 0);
          context.clearRect(0, 0, layout.width, layout.height);
          if (frame?.parameters.length !== parameterCount(sizes)) return;
          const { parameters, frozen } = frame;
          drawBiases(context, layout, sizes, parameters, palette.value, isFaint(lit, "biases"), (l) => !!layout.strips[l]);
          for (const place of places.value) drawPointed(context, layout, sizes, parameters, place, palette.value);
          drawLocks(context, layout, sizes, frozen, palette.value);
        }}
      />
    </div>
  );
}
