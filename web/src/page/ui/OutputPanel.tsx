import { useComputed } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { planeResolution } from "../../protocol";
import { formatShare, superscript } from "../format";
import { heatRange } from "../views/heat";
import { drawPlane, drawPoints } from "../views/plane";
import { activationRange, outputRange } from "./activation-range";
import { Canvas } from "./Canvas";
import { usePlayground } from "./context";
import { palette } from "./palette";

export function OutputPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, run } = usePlayground();
  const last = experiment.layers.length + 1;
  const shown = useComputed(() => frame.value?.shown ?? { layer: last, neuron: 0 });
  const [low, high] = outputRange(catalogue, experiment);
  const { layer, neuron } = shown.value;
  const isOutput = layer === last;
  return (
    <section class="output" aria-labelledby="output-title">
      <div class="heading">
        <h2 id="output-title">{isOutput ? "Output" : layer === 0 ? "Input" : "Neuron"}</h2>
        <span class="facts">{isOutput ? `a${superscript(last)} over the plane` : neuronName(layer, neuron)}</span>
      </div>
      <div class="plane">
        <Canvas
          describe={() => describePlane(frame.peek()?.scores.training.accuracy ?? Number.NaN)}
          draw={(context, size) => {
            const current = frame.value;
            if (current === null || current.run !== run.value?.number) return;
            const range = heatRange(current.plane, activationRange(catalogue, experiment, current.shown.layer));
            const threshold = current.shown.layer === last ? (low + high) / 2 : null;
            drawPlane(context, size, current.plane, planeResolution, range, threshold, palette.value);
          }}
        />
        <Canvas
          draw={(context, size) =>
            drawPoints(context, size, run.value?.points ?? new Float32Array(), catalogue.planeHalf, palette.value)
          }
        />
      </div>
      <Legend
        ends={isOutput ? [signed(low), signed(high)] : endsOf(activationRange(catalogue, experiment, layer))}
        half={catalogue.planeHalf}
      />
    </section>
  );
}

const neuronName = (layer: number, neuron: number): string =>
  layer === 0 ? `x${"₁₂"[neuron]} over the plane` : `a${superscript(layer)} of neuron ${neuron + 1}, layer ${layer}`;

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0");
const endsOf = (range: readonly [number, number] | null): [string, string] =>
  range === null ? ["lowest", "highest"] : [signed(range[0]), signed(range[1])];

function Legend({ ends, half }: { ends: readonly [string, string]; half: number }) {
  return (
    <div class="legend">
      <div class="scale">
        <span>{ends[0]}</span>
        <i />
        <span>{ends[1]}</span>
      </div>
      <ul class="marks">
        <li>
          <i class="mark-training" /> training
        </li>
        <li>
          <i class="mark-validation" /> validation
        </li>
        <li>
          <i class="mark-test" /> test
        </li>
        <li class="axes" title={`x₁ to the right, x₂ up, both from −${half} to ${half}`}>
          <i>x</i>₁ → <i>x</i>₂ ↑ ±{half}
        </li>
      </ul>
    </div>
  );
}

function describePlane(accuracy: number): string {
  return `The plane, coloured by what the network answers at each place, with the decision boundary and the data points. ${formatShare(accuracy)} of the training points lie on the side of their own colour.`;
}
