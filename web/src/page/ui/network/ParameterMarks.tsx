import type { ReadonlySignal } from "@preact/signals";
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

/** Biases, locks and what is pointed at: over links and pictures, and in nobody's way. */
export function ParameterMarks({ layout, sizes, highlight }: ParameterMarksProps) {
  const { currentFrame, editing } = usePlayground();
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
          drawBiases(context, layout, sizes, parameters, palette.value, (l) => isFaint(lit, "biases", l));
          for (const place of [editing.pointed.value, editing.chosen.value])
            if (place !== null) drawPointed(context, layout, sizes, parameters, place, palette.value);
          drawLocks(context, layout, sizes, frozen, palette.value);
        }}
      />
    </div>
  );
}
