/** What the colours, lines and shapes on the plane mean. */
import { useComputed } from "@preact/signals";
import type { Catalogue } from "../../../../../bindings/backprop";
import { usualPlaneRequest } from "../../../protocol";
import type { Run } from "../../state/playground";
import { type HeatRange, shadeOf } from "../../views/heat";
import { classColour, labelKind, labelRange } from "../../views/labels";
import { cssColour, unpacked } from "../../views/palette";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { answerRange, isolines } from "../OutputPlane";
import { palette } from "../palette";
import { reachWords } from "./SightArea";

interface LegendProps {
  catalogue: Catalogue;
  run: Run;
  /** Whether the plane shows what the whole network answers, not one neuron. */
  whole: boolean;
}

export function Legend({ catalogue, run, whole }: LegendProps) {
  const { classes } = run.experiment;
  return (
    <div class="legend" data-spot="legend">
      {whole && (run.sizes.at(-1) ?? 1) > 1 ? (
        <ClassScale classes={classes} />
      ) : (
        <Scale catalogue={catalogue} run={run} isPrediction={whole && classes === 0} />
      )}
      <ul class="marks">
        <li data-tip={explanations.trainingMark}>
          <i class="mark-training" /> training
        </li>
        <li data-tip={explanations.validationMark}>
          <i class="mark-validation" /> validation
        </li>
        <TestMark />
        <Axes planeHalf={run.planeHalf} />
      </ul>
    </div>
  );
}

function TestMark() {
  const isVisible = usePlayground().seal.visible.value;
  return (
    <li class={isVisible ? undefined : "sealed"} data-tip={isVisible ? explanations.testMark : explanations.sealedMark}>
      <i class="mark-test" /> test
    </li>
  );
}

/** Of values to predict, the ends are the data's own, and the lines on the plane are marked. */
function Scale({ catalogue, run, isPrediction }: Omit<LegendProps, "whole"> & { isPrediction: boolean }) {
  const { frame, plane } = usePlayground();
  const kind = labelKind(run.experiment.classes, run.points);
  // Texts, which change seldom, not ranges, which would be new with every frame.
  const colours = useComputed(() => {
    const thumbnails = frame.value?.thumbnails;
    const picture = plane.value ?? nothing;
    const range = answerRange(catalogue, run, kind, { plane: picture, ...(thumbnails && { thumbnails }) });
    return JSON.stringify({ range, lines: isPrediction ? isolines(range, picture) : [] });
  }).value;
  const { range, lines }: { range: HeatRange; lines: number[] } = JSON.parse(colours);
  const ends = isPrediction ? labelRange(run.points) : range;
  const marked = lines.filter((line) => line > ends.low && line < ends.high);
  const share = (value: number): number => (value - ends.low) / (ends.high - ends.low);
  const step = (lines[1] ?? 0) - (lines[0] ?? 0);
  return (
    <div
      class="scale"
      data-tip={isPrediction ? `${explanations.predictionScale} ${legendNumber(step, 0)}.` : explanations.answerScale}
    >
      <span>{legendNumber(ends.low, ends.low)}</span>
      <i style={{ background: gradient(ends, range) }}>
        {marked.map((line) => (
          <b key={line} style={{ left: `${100 * share(line)}%` }} />
        ))}
      </i>
      <span>{legendNumber(ends.high, ends.low)}</span>
      {isPrediction && <small>line every {legendNumber(step, 0)}</small>}
    </div>
  );
}

const nothing = { ...usualPlaneRequest, values: new Float32Array(), shown: null };

/** The colours from one value to the other, of a scale that reaches over `range`. */
function gradient({ low, high }: HeatRange, range: HeatRange): string {
  const stops = Array.from({ length: 17 }, (_, i) => {
    const value = low + ((high - low) * i) / 16;
    return cssColour(unpacked(palette.value.heat[shadeOf(value, range)] as number));
  });
  return `linear-gradient(90deg, ${stops.join(", ")})`;
}

/** −3.2 and +3.2, 0 and 1: two digits, with signs where there are both. */
function legendNumber(value: number, low: number): string {
  const size = Number(Math.abs(value).toPrecision(2));
  if (value < 0) return `−${size}`;
  return low < 0 && value > 0 ? `+${size}` : String(size);
}

/** A swatch for each class. */
function ClassScale({ classes }: { classes: number }) {
  return (
    <ul class="classes" data-tip={explanations.classScale}>
      {Array.from({ length: classes }, (_, c) => (
        <li key={c}>
          <i style={{ background: cssColour(classColour(c, classes, palette.value)) }} /> class {c}
        </li>
      ))}
    </ul>
  );
}

function Axes({ planeHalf }: { planeHalf: number }) {
  const { sight } = usePlayground();
  const zoom = sight.zoom.value;
  const reach = Number(planeHalf.toPrecision(2));
  return (
    <li class="axes" data-tip={`x₁ to the right, x₂ up: ${reachWords(sight.window.value, planeHalf)}.`}>
      <i>x</i>₁ → <i>x</i>₂ ↑ {zoom === 1 ? `±${reach}` : `×${Number(zoom.toPrecision(2))}`}
    </li>
  );
}
