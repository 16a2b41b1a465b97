/** An activation function and its slope, small. */
import { drawSlopeCurve } from "../../views/slope-curve";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { palette } from "../palette";

const reach = 5;

export function SigmaPlot({ activation }: { activation: string }) {
  const { currentFrame } = usePlayground();
  useInstruments({ curve: { activation, low: -reach, high: reach } });
  return (
    <figure class="explained-plot">
      <Canvas
        describe={() => `The function and its slope, for z from −${reach} to ${reach}`}
        draw={(context, width, height, ratio) => {
          const curve = currentFrame.value?.readings.curve;
          if (curve?.activation === activation) drawSlopeCurve(context, width, height, ratio, curve, palette.value);
        }}
      />
      <figcaption>
        <i class="line-sigma" /> σ(<i>z</i>) <i class="line-slope" /> σ′(<i>z</i>)
      </figcaption>
    </figure>
  );
}
