/** What a network answers at each place of the plane, its decision boundary or isolines, and the points. */
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import type { Moment, RunDescription } from "../../protocol";
import { formatShare } from "../format";
import { shownPoints } from "../state/points";
import { drawClasses } from "../views/class-plane";
import { roundValuesBetween } from "../views/contour";
import { type HeatRange, heatRange } from "../views/heat";
import { type LabelKind, labelKind } from "../views/labels";
import { drawPlane, type Heat } from "../views/plane";
import { type PlaneWindow, type Position, scaled, wholePlane } from "../views/plane-window";
import { drawPoints, pointPixels } from "../views/points";
import { neuronRange, outputEntry } from "./activation-range";
import { Canvas } from "./Canvas";
import { usePlayground } from "./context";
import { palette } from "./palette";
import { usePart } from "./use-part";

type Answers = Pick<Moment, "plane" | "shown" | "resolution">;

interface OutputPlaneProps {
  catalogue: Catalogue;
  run: RunDescription;
  /** Reads signals: the picture is drawn again when they change. null while there is none of this run. */
  answers(): Answers | null;
  describe(): string;
  /** Which part of a plane that reaches 1 is in sight; reads signals. Without it, all of it. */
  window?: () => PlaneWindow;
  discrete?: boolean;
}

const all = (): PlaneWindow => wholePlane(1);

export function OutputPlane({ catalogue, run, answers, describe, window = all, discrete = false }: OutputPlaneProps) {
  const { experiment, points, planeHalf, sizes } = run;
  const { classes } = experiment;
  const kind = labelKind(classes, points);
  const { seal } = usePlayground();
  const { desired } = outputEntry(catalogue, experiment);
  const lineNumbers = usePart(classes === 0, () => import("../views/line-numbers"));
  const visiblePoints = (): Float32Array => shownPoints(points, seal.visible.value);
  /** Where they are on a picture of `size` pixels a side. */
  const pointsOn = (size: number): Position[] => {
    const shown = visiblePoints();
    return Array.from({ length: shown.length / 4 }, (_, i) => pointPixels(scaled(window(), planeHalf), size, shown, i));
  };
  return (
    <div class="plane">
      <Canvas
        describe={describe}
        draw={(context, size, _, ratio) => {
          const current = answers();
          if (current === null) return;
          const { plane, shown, resolution } = current;
          const sighting = { resolution, window: window(), discrete };
          if (shown === null && (sizes.at(-1) ?? 1) > 1) {
            drawClasses(context, size, plane, desired, sighting, palette.value);
            return;
          }
          const range = answerRange(catalogue, run, kind, current);
          const boundary = shown === null && classes > 0 ? (desired[0] + desired[1]) / 2 : null;
          const lines = boundary !== null ? [boundary] : shown === null ? isolines(range) : [];
          const number: Heat["number"] =
            lineNumbers && lines.length > 0 && boundary === null
              ? (drawn, colourAt) =>
                  lineNumbers.numberLines(context, size, drawn, { ratio, points: pointsOn(size) }, palette.value.ink, colourAt)
              : undefined;
          drawPlane(context, size, { values: plane, range, lines, boundary, number }, sighting, palette.value);
        }}
      />
      <Canvas
        draw={(context, size) =>
          drawPoints(context, size, visiblePoints(), kind, scaled(window(), planeHalf), planeHalf, palette.value)
        }
      />
    </div>
  );
}

/** The predicted values along which lines are drawn. */
export const isolines = ({ low, high }: HeatRange): number[] => roundValuesBetween(low, high, 11);

/** The values that get the two end colours. */
export function answerRange(
  catalogue: Catalogue,
  { experiment, planeHalf }: RunDescription,
  kind: LabelKind,
  { plane, shown }: Pick<Answers, "plane" | "shown">,
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
