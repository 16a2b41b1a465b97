/** The activation function of the neuron that is looked at, with its z and a on it; on the way back, how steep it is there. */
import { formulas } from "virtual:catalogue";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { formatNumber, subscript, superscript } from "../../format";
import { Formula } from "../../mathematics/Formula";
import { drawActivationCurve } from "../../views/activation-curve";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { useInstruments } from "../instruments";
import { palette } from "../palette";

interface CurveProps {
  iteration: Iteration;
  focus: Focus;
  catalogue: Catalogue;
  experiment: Experiment;
  /** Whether the tangent is drawn. */
  slope: boolean;
}

/** The curve reaches at least so far to both sides, and in steps, so that it stays where it is while z changes a little. */
const leastReach = 4;

export function Curve({ iteration, focus, catalogue, experiment, slope }: CurveProps) {
  const { currentFrame } = usePlayground();
  const { layer: l, neuron: j, example: i } = focus;
  const activation = experiment.activations[l - 1] ?? experiment.output;
  const entry = [...catalogue.activations, ...catalogue.outputs].find(({ name }) => name === activation);
  const z = iteration.z(i, l, j);
  const a = iteration.a(i, l, j);
  const steepness = iteration.slope(i, l, j);
  const reach = Math.max(leastReach, 2 ** Math.ceil(Math.log2(1.1 * Math.abs(z))));
  useInstruments({ curve: { activation, low: -reach, high: reach } });
  const name = `${superscript(l)}${subscript(j + 1)}`;
  // Softmax is no function of one z alone.
  if (Number.isNaN(steepness) || !Number.isFinite(z)) return null;
  return (
    <figure class="curve" data-spot="curve">
      <Canvas
        describe={() =>
          `${entry?.label} from −${reach} to ${reach}: at z ${formatNumber(z)} it is ${formatNumber(a)}, with slope ${formatNumber(steepness)}`
        }
        draw={(context, width, height, ratio) => {
          const curve = currentFrame.value?.readings.curve;
          if (!curve || curve.activation !== activation) return;
          const place = { z, a, slope: slope ? steepness : null };
          drawActivationCurve(context, width, height, ratio, curve, place, palette.value);
        }}
      />
      <figcaption>
        <b>{entry?.label}</b>
        <Formula of={formulas[entry?.formula ?? ""] ?? ""} />
        <span>
          z{name} = {formatNumber(z)}
        </span>
        <span>
          a{name} = σ(z) = {formatNumber(a)}
        </span>
        {slope && (
          <span class="tangent">
            σ′(z) = {formatNumber(steepness)}, {steepnessInWords(steepness)}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function steepnessInWords(slope: number): string {
  const size = Math.abs(slope);
  if (size === 0) return "flat: no error comes through";
  if (size < 0.05) return "almost flat: hardly any error comes through";
  return size < 0.5 ? "the error is scaled down" : "the error comes through";
}
