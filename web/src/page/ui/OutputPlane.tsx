/** What a network answers at each place of the plane, its decision boundary, and the points. */
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { type Moment, planeResolution, type RunDescription } from "../../protocol";
import { formatShare } from "../format";
import { shownPoints } from "../state/points";
import { type HeatRange, heatRange } from "../views/heat";
import { type LabelKind, labelKind } from "../views/labels";
import { drawClasses, drawPlane, drawPoints } from "../views/plane";
import { neuronRange, outputEntry } from "./activation-range";
import { Canvas } from "./Canvas";
import { usePlayground } from "./context";
import { palette } from "./palette";

type Answers = Pick<Moment, "plane" | "shown">;

interface OutputPlaneProps {
  catalogue: Catalogue;
  run: RunDescription;
  /** Reads signals: the picture is drawn again when they change. null while there is none of this run. */
  answers(): Answers | null;
  describe(): string;
}

export function OutputPlane({ catalogue, run, answers, describe }: OutputPlaneProps) {
  const { experiment, points, planeHalf, sizes } = run;
  const { classes } = experiment;
  const kind = labelKind(classes, points);
  const { seal } = usePlayground();
  const [low, high] = outputEntry(catalogue, experiment).desired;
  return (
    <div class="plane">
      <Canvas
        describe={describe}
        draw={(context, size) => {
          const current = answers();
          if (current === null) return;
          if (current.shown === null && (sizes.at(-1) ?? 1) > 1) {
            drawClasses(context, size, current.plane, planeResolution, high - low, palette.value);
            return;
          }
          const threshold = current.shown === null && classes > 0 ? (low + high) / 2 : null;
          const range = answerRange(catalogue, run, kind, current);
          drawPlane(context, size, current.plane, planeResolution, range, threshold, palette.value);
        }}
      />
      <Canvas
        draw={(context, size) =>
          drawPoints(context, size, shownPoints(points, seal.visible.value), kind, planeHalf, palette.value)
        }
      />
    </div>
  );
}

/** The values that get the two end colours. */
export function answerRange(
  catalogue: Catalogue,
  { experiment, planeHalf }: RunDescription,
  kind: LabelKind,
  { plane, shown }: Answers,
): HeatRange {
  // What is predicted has the colours of what was to be predicted.
  if (shown === null && experiment.classes === 0) return { low: -kind.most, high: kind.most };
  const place = shown ?? { layer: experiment.layers.length + 1, neuron: 0 };
  return heatRange(plane, neuronRange(catalogue, experiment, planeHalf, place));
}

/** How well it does on the training points, in words. */
export function describeFit(scores: Moment["scores"] | undefined, { classes }: Experiment): string {
  if (classes === 0)
    return `The network explains ${formatShare(scores?.training.rSquared ?? Number.NaN)} of the training values' variance.`;
  return `${formatShare(scores?.training.accuracy ?? Number.NaN)} of the training points lie on the side of their own colour.`;
}
