/** How the schedule changes the learning rate from epoch to epoch, small. */
import type { Experiment } from "../../../../../bindings/backprop";
import { formatCount } from "../../format";
import { drawRates } from "../../views/rates";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { palette } from "../palette";

/** Far enough to see what the schedule does; nobody waits for more. */
const epochsOf = ({ scheduleEpochs }: Experiment): number => Math.min(20_000, Math.max(20, 3 * scheduleEpochs));

export function SchedulePlot({ experiment }: { experiment: Experiment }) {
  const { currentFrame } = usePlayground();
  const { schedule, scheduleFactor, scheduleEpochs, learningRate } = experiment;
  const settings = `schedule=${schedule}&scheduleFactor=${scheduleFactor}&scheduleEpochs=${scheduleEpochs}`;
  const epochs = epochsOf(experiment);
  useInstruments({ rates: { settings, epochs } });
  const ofFrame = () => {
    const rates = currentFrame.value?.readings.rates;
    return rates?.settings === settings ? rates.shares : null;
  };
  return (
    <figure class="explained-plot">
      <Canvas
        describe={() => {
          const last = ofFrame()?.at(-1) ?? Number.NaN;
          return `The learning rate over ${formatCount(epochs)} epochs, which ends at ${(last * learningRate).toPrecision(2)}`;
        }}
        draw={(context, width, height, ratio) => {
          const shares = ofFrame();
          if (shares) drawRates(context, width, height, ratio, shares, palette.value);
        }}
      />
      <figcaption>
        η from {learningRate} on, over {formatCount(epochs)} epochs
      </figcaption>
    </figure>
  );
}
