/** The plane with the points of the mini-batch lit, over what the network answers now; a click chooses one of them. */
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { thumbnailResolution } from "../../../protocol";
import { type BatchOnPlane, batchPointNear, drawBatch } from "../../views/batch";
import { drawClasses } from "../../views/class-plane";
import { heatRange } from "../../views/heat";
import { labelKind } from "../../views/labels";
import { drawPlane, wholePlacement } from "../../views/plane";
import { neuronRange, outputEntry } from "../activation-range";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { palette } from "../palette";

interface BatchPlaneProps {
  iteration: Iteration;
  focus: Focus;
  catalogue: Catalogue;
  experiment: Experiment;
  choose(focus: Partial<Focus>): void;
}

export function BatchPlane({ iteration, focus, catalogue, experiment, choose }: BatchPlaneProps) {
  const { run } = usePlayground();
  const points = run.value?.points ?? new Float32Array();
  const what: BatchOnPlane = {
    points,
    batch: iteration.points,
    chosen: focus.example,
    kind: labelKind(experiment.classes, points),
    planeHalf: run.value?.planeHalf ?? catalogue.planeHalf,
  };
  return (
    <div class="batch-plane" data-spot="batch-plane">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, examples are chosen with the stepper */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        class="plane"
        data-tip="The points of this mini-batch have a rim; click one to follow it through the network."
        onClick={(event) => {
          const { left, top, width } = event.currentTarget.getBoundingClientRect();
          const example = batchPointNear(what, iteration.traced, width, event.clientX - left, event.clientY - top);
          if (example !== null) choose({ example });
        }}
      >
        <Answers iteration={iteration} catalogue={catalogue} experiment={experiment} planeHalf={what.planeHalf} />
        <Canvas
          describe={() =>
            `The plane with the training points; ${iteration.m} of them, the mini-batch, have a rim, and example ${focus.example + 1} has a ring`
          }
          draw={(context, size) => drawBatch(context, size, what, palette.value)}
        />
      </div>
    </div>
  );
}

type AnswersProps = Pick<BatchPlaneProps, "iteration" | "catalogue" | "experiment"> & { planeHalf: number };

/** What the output answers over the plane, from its thumbnails: the large picture may be another neuron's. */
function Answers({ iteration, catalogue, experiment, planeHalf }: AnswersProps) {
  const { currentFrame } = usePlayground();
  const { sizes, last } = iteration;
  const cells = thumbnailResolution ** 2;
  const before = sizes.slice(0, last).reduce((sum, count) => sum + count, 0);
  const [low, high] = outputEntry(catalogue, experiment).desired;
  return (
    <Canvas
      class="faint"
      draw={(context, size) => {
        const values = currentFrame.value?.thumbnails.subarray(before * cells);
        if (values === undefined || values.length !== (sizes[last] ?? 0) * cells) return;
        if (values.length > cells) {
          drawClasses(context, size, values, [low, high], wholePlacement(thumbnailResolution), palette.value);
          return;
        }
        const range = heatRange(values, neuronRange(catalogue, experiment, planeHalf, { layer: last, neuron: 0 }));
        const boundary = experiment.classes > 0 ? (low + high) / 2 : null;
        const heat = { values, range, lines: boundary === null ? [] : [boundary], boundary };
        drawPlane(context, size, heat, wholePlacement(thumbnailResolution), palette.value);
      }}
    />
  );
}
