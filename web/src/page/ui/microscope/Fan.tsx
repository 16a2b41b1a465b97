/** How far the gradients of mini-batches point away from the gradient over the whole training set, for any batch size. */
import { useSignal } from "@preact/signals";
import type { Experiment } from "../../../../../bindings/backprop";
import { formatCount } from "../../format";
import { clamped, drawFan } from "../../views/fan";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { Slider } from "../fields";
import { useInstruments } from "../instruments";
import { palette } from "../palette";

/** Mini-batches drawn; always the same ones, so that only the size changes the picture. */
const count = 24;
const seed = 1;

/** 1, 2, 5, 10, .. and all of them. */
function ladderTo(all: number): number[] {
  const rungs: number[] = [];
  for (let decade = 1; decade < all; decade *= 10) rungs.push(...[1, 2, 5].map((rung) => rung * decade));
  return [...rungs.filter((rung) => rung < all), all];
}

const degrees = (cosine: number): number => (Math.acos(clamped(cosine)) * 180) / Math.PI;

export function Fan({ experiment, trainingSize }: { experiment: Experiment; trainingSize: number }) {
  const { currentFrame } = usePlayground();
  const sizes = ladderTo(trainingSize);
  const present = sizes.findLastIndex((size) => size <= experiment.batchSize);
  const wanted = useSignal<number | null>(null);
  const at = Math.min(wanted.value ?? Math.max(0, present), sizes.length - 1);
  const batchSize = sizes[at] ?? 1;
  useInstruments({ fan: { batchSize, count, seed } });
  const fan = currentFrame.value?.readings.fan;
  const cosines = fan?.cosines ?? new Float64Array();
  const sizeName = batchSize === trainingSize ? `all ${formatCount(trainingSize)}` : formatCount(batchSize);
  return (
    <section class="fan" data-spot="fan" aria-labelledby="fan-title">
      <div class="heading">
        <h2 id="fan-title">The gradient fan</h2>
        <span class="facts">{count} mini-batches, drawn at random</span>
      </div>
      <p class="fan-legend">
        <i class="full" /> the full gradient, of the whole training set, at 0° <i class="part" /> those of mini-batches, at
        their angle to it; lengths to one scale
      </p>
      <Canvas
        describe={() => `Arrows for the gradients of mini-batches around that of the whole training set. ${inWords(cosines)}`}
        draw={(context, width, height, ratio) => {
          const reading = currentFrame.value?.readings.fan;
          const arrows = Array.from(reading?.cosines ?? [], (cosine, i) => ({
            cosine,
            length: (reading?.norms[i] ?? 0) / (reading?.fullNorm ?? 1),
          }));
          const drawn = arrows.filter(({ cosine }) => !Number.isNaN(cosine));
          drawFan(context, width, height, ratio, drawn, palette.value);
        }}
      />
      <Slider
        label="Examples in a mini-batch"
        tip="How many examples each of these mini-batches has: the more, the closer their gradients come to the full one. It changes this picture alone, not the training."
        value={at}
        text={sizeName}
        low={0}
        high={sizes.length - 1}
        step={1}
        onChange={(index) => {
          wanted.value = index;
        }}
      />
      <p class="fan-legend">
        It changes this picture alone: the run learns from {formatCount(experiment.batchSize)} at a time.
      </p>
      <p class="sentence" aria-live="polite">
        {fan?.batchSize === batchSize ? inWords(cosines) : "Measuring …"}
      </p>
    </section>
  );
}

/** Whether mini-batches can be trusted to show the way. */
function inWords(cosines: Float64Array): string {
  const known = Array.from(cosines).filter((cosine) => !Number.isNaN(cosine));
  if (known.length === 0) return "The gradient is zero, or no number: it has no direction.";
  const mean = known.reduce((sum, cosine) => sum + cosine, 0) / known.length;
  const against = known.filter((cosine) => cosine < 0).length;
  const fact = `Mean cosine ${mean.toFixed(3)}: an angle of ${degrees(mean).toFixed(0)}° to the full gradient.`;
  if (mean > 0.9995) return `${fact} The mini-batches say what the whole training set says.`;
  if (against > 0)
    return `${fact} ${against === 1 ? "One of them points" : `${against} of them point`} away from it: such a step makes the cost of the training set larger.`;
  return `${fact} Each by itself is off, but a step against any of them leads downhill, and it costs little to ask so few examples.`;
}
