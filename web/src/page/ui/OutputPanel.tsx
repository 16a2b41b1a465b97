import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { planeResolution } from "../../protocol";
import { formatShare, superscript } from "../format";
import { type HeatRange, heatRange } from "../views/heat";
import { drawPlane, drawPoints } from "../views/plane";
import { activationRange, outputRange } from "./activation-range";
import { Canvas } from "./Canvas";
import { usePlayground } from "./context";
import { palette } from "./palette";

export function OutputPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, run } = usePlayground();
  const last = experiment.layers.length + 1;
  const [low, high] = outputRange(catalogue, experiment);
  // Numbers and texts, not objects, which would be new with every frame: the panel is rendered again only when they change.
  const layer = useComputed(() => frame.value?.shown.layer ?? last).value;
  const neuron = useComputed(() => frame.value?.shown.neuron ?? 0).value;
  const range = (): HeatRange =>
    heatRange(
      frame.value?.plane ?? new Float32Array(),
      activationRange(catalogue, experiment, frame.value?.shown.layer ?? last),
    );
  const lowEnd = useComputed(() => signed(range().low));
  const highEnd = useComputed(() => signed(range().high));
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
            const threshold = current.shown.layer === last ? (low + high) / 2 : null;
            drawPlane(context, size, current.plane, planeResolution, range(), threshold, palette.value);
          }}
        />
        <Canvas
          draw={(context, size) =>
            drawPoints(context, size, run.value?.points ?? new Float32Array(), catalogue.planeHalf, palette.value)
          }
        />
      </div>
      <Legend low={lowEnd} high={highEnd} half={catalogue.planeHalf} />
    </section>
  );
}

const neuronName = (layer: number, neuron: number): string =>
  layer === 0 ? `x${"₁₂"[neuron]} over the plane` : `a${superscript(layer)} of neuron ${neuron + 1}, layer ${layer}`;

/** −1, 0, +3.2: two digits are enough for a legend. */
const signed = (value: number): string => {
  const size = Number(Math.abs(value).toPrecision(2));
  return value > 0 ? `+${size}` : value < 0 ? `−${size}` : "0";
};

function Legend({ low, high, half }: { low: ReadonlySignal<string>; high: ReadonlySignal<string>; half: number }) {
  return (
    <div class="legend">
      <div class="scale">
        <span>{low}</span>
        <i />
        <span>{high}</span>
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
