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
  const { frame, currentFrame, run } = usePlayground();
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
  const lowEnd = useComputed(() => legendNumber(range().low, range()));
  const highEnd = useComputed(() => legendNumber(range().high, range()));
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
            const current = currentFrame.value;
            if (current === null) return;
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

/** −3.2 and +3.2, 0 and 1: two digits, with signs where there are both. */
function legendNumber(value: number, { low }: HeatRange): string {
  const size = Number(Math.abs(value).toPrecision(2));
  if (value < 0) return `−${size}`;
  return low < 0 && value > 0 ? `+${size}` : String(size);
}

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
  return `The plane, coloured by what the shown neuron answers at each place, with the data points and, for the output, the decision boundary. ${formatShare(accuracy)} of the training points lie on the side of their own colour.`;
}
