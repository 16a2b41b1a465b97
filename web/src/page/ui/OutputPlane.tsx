/** What a network answers at each place of the plane, its decision boundary or isolines, and the points. */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { type Frame, type Moment, type PlanePicture, type RunDescription, thumbnailResolution } from "../../protocol";
import { formatShare } from "../format";
import { shownPoints } from "../state/points";
import { roundValuesBetween } from "../views/contour";
import { type HeatRange, heatRange } from "../views/heat";
import { type LabelKind, labelKind } from "../views/labels";
import { drawPlane, type Heat } from "../views/plane";
import { isWithin, type PlaneWindow, type Position, scaled, toPixels, wholePlane } from "../views/plane-window";
import { drawPoints, pointPixels } from "../views/points";
import { neuronRange, outputEntry } from "./activation-range";
import { Canvas, type CanvasProps } from "./Canvas";
import { usePlayground } from "./context";
import { palette } from "./palette";
import { areThumbnailsOf, thumbnailsFrom } from "./thumbnail";
import { usePart } from "./use-part";

/** Over what is in sight, or was; where that may be less than the whole plane, that too, small. */
interface Answers extends Partial<Pick<Frame, "thumbnails">> {
  plane: PlanePicture;
}

/** null while there is nothing of the run. Whatever makes it another picture brings a plane: other frames are no reason to draw. */
export function answersOf(
  { value: plane }: ReadonlySignal<PlanePicture | null>,
  moment: ReadonlySignal<Moment | null>,
): Answers | null {
  const now = moment.peek();
  return plane && now && { ...now, plane };
}

interface OutputPlaneProps {
  catalogue: Catalogue;
  run: RunDescription;
  /** Reads signals: the picture is drawn again when they change. null while there is none of this run. */
  answers(): Answers | null;
  /** Left out where the same plane is described elsewhere. */
  describe?: () => string;
  /** It has so many CSS pixels a side now. */
  onSize?: (pixels: number) => void;
  /** Which part of a plane that reaches 1 is in sight; reads signals. Without it, all of it. */
  window?: () => PlaneWindow;
  discrete?: boolean;
}

const all = (): PlaneWindow => wholePlane(1);

export function OutputPlane({ catalogue, run, answers, describe, onSize, window = all, discrete = false }: OutputPlaneProps) {
  const { experiment, points, planeHalf, sizes } = run;
  const { classes } = experiment;
  const kind = labelKind(classes, points);
  const { seal } = usePlayground();
  const { desired } = outputEntry(catalogue, experiment);
  const hasOutputs = (sizes.at(-1) ?? 1) > 1;
  const classPlane = usePart(hasOutputs, () => import("../views/class-plane"));
  const lineNumbers = usePart(classes === 0, () => import("../views/line-numbers"));
  const visiblePoints = (): Float32Array => shownPoints(points, seal.visible.value);
  /** Where they are on a picture of `size` pixels a side. */
  const pointsOn = (size: number): Position[] => {
    const shown = visiblePoints();
    return Array.from({ length: shown.length / 4 }, (_, i) => pointPixels(scaled(window(), planeHalf), size, shown, i));
  };
  // The points come a frame after the first picture below them, so that no frame has both to draw.
  const isDrawn = useSignal(false);
  return (
    <div class="plane">
      <Canvas
        {...(describe && { describe })}
        {...(onSize && { onSize })}
        draw={(context, size, _, ratio) => {
          const current = answers();
          if (current === null) return;
          const sight = window();
          const { shown } = current.plane;
          const range = answerRange(catalogue, run, kind, current);
          const boundary = shown === null && classes > 0 ? (desired[0] + desired[1]) / 2 : null;
          const lines = boundary !== null ? [boundary] : shown === null ? isolines(range, current.plane) : [];
          const number: Heat["number"] =
            lineNumbers && lines.length > 0 && boundary === null
              ? (drawn, colourAt) =>
                  lineNumbers.numberLines(context, size, drawn, { ratio, points: pointsOn(size) }, palette.value.ink, colourAt)
              : undefined;
          const paint = ({ values, window, resolution }: PlanePicture): void => {
            const placement = { resolution, window, sight, discrete };
            if (shown === null && hasOutputs) classPlane?.drawClasses(context, size, values, desired, placement, palette.value);
            else drawPlane(context, size, { values, range, lines, boundary, number }, placement, palette.value);
          };
          context.save();
          if (!isWithin(sight, current.plane.window)) {
            // It is of before the last move: until the next one comes, there are the thumbnails around it.
            paint(wholePicture(run, current));
            clipTo(context, size, current.plane.window, sight);
          }
          paint(current.plane);
          context.restore();
          isDrawn.value = true;
        }}
      />
      <CanvasAfter
        isTime={isDrawn}
        draw={(context, size) =>
          drawPoints(context, size, visiblePoints(), kind, scaled(window(), planeHalf), planeHalf, palette.value)
        }
      />
    </div>
  );
}

/** A component, so that nothing around it is rendered again when it is time. */
const CanvasAfter = ({ isTime, draw }: { isTime: ReadonlySignal<boolean>; draw: CanvasProps["draw"] }) =>
  isTime.value ? <Canvas draw={draw} /> : null;

/** From the thumbnails; those of a network before this one say nothing of it. */
function wholePicture({ sizes }: RunDescription, { plane, thumbnails }: Answers): PlanePicture {
  if (thumbnails === undefined || !areThumbnailsOf(sizes, thumbnails)) return plane;
  const { shown } = plane;
  const place = shown ?? { layer: sizes.length - 1, neuron: 0 };
  const values = thumbnailsFrom(sizes, thumbnails, place, shown === null ? sizes.at(-1) : 1);
  return { shown, values, window: all(), resolution: thumbnailResolution };
}

/** Of what is in sight on a canvas of `size` pixels a side, only the window is drawn from now on. */
function clipTo(context: CanvasRenderingContext2D, size: number, { x, y, half }: PlaneWindow, sight: PlaneWindow): void {
  const [left, top] = toPixels(sight, size, [x - half, y + half]);
  const [right, bottom] = toPixels(sight, size, [x + half, y - half]);
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
}

const mostLines = 11;

/** The predicted values along which lines are drawn: round ones of all that has a colour, of a part of the plane those that it has. */
export function isolines({ low, high }: HeatRange, { values, window }: PlanePicture): number[] {
  const usual = roundValuesBetween(low, high, mostLines);
  if (window.half === 1) return usual;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  // Of what is as good as flat, all others would be lines of rounding errors.
  return most - least < 1e-4 * (high - low) ? usual : roundValuesBetween(least, most, mostLines);
}

/** The values that get the two end colours: the same for every part of the plane. */
export function answerRange(catalogue: Catalogue, run: RunDescription, kind: LabelKind, answers: Answers): HeatRange {
  const { experiment, planeHalf } = run;
  const { shown } = answers.plane;
  // What is predicted has the colours of what was to be predicted.
  if (shown === null && experiment.classes === 0) return { low: -kind.most, high: kind.most };
  const place = shown ?? { layer: experiment.layers.length + 1, neuron: 0 };
  return heatRange(wholePicture(run, answers).values, neuronRange(catalogue, experiment, planeHalf, place));
}

/** How well it does on the training points, in words. */
export function describeFit(scores: Moment["scores"] | undefined, { classes }: Experiment): string {
  if (classes === 0)
    return `The network explains ${formatShare(scores?.training.rSquared ?? Number.NaN)} of the training values' variance.`;
  return `${formatShare(scores?.training.accuracy ?? Number.NaN)} of the training points lie on the side of their own colour.`;
}
