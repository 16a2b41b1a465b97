import { Dices, Info, PencilLine, Undo2 } from "lucide";
import type { Catalogue, Experiment, Limits } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import { formatCount } from "../format";
import { nextSeed } from "../state/settings";
import { usePlayground } from "./context";
import { DialogButton } from "./DialogButton";
import { Gallery } from "./data/Gallery";
import { Split } from "./data/Split";
import { explanations, fieldExplanations } from "./explanations";
import { Slider } from "./fields";
import { Icon } from "./Icon";

export function DataPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { change } = usePlayground();
  const entry = catalogue.data.find(({ name }) => name === experiment.data);
  return (
    <section class="data" data-spot="data" aria-labelledby="data-title">
      <div class="heading">
        <h2 id="data-title">{fieldLabels.data}</h2>
        <span class="facts">{entry?.label}</span>
        <button
          type="button"
          class="quiet small"
          aria-label="New points"
          data-spot="data-seed"
          data-tip={explanations.newPoints}
          onClick={() => change(({ dataSeed }) => ({ dataSeed: nextSeed(dataSeed, catalogue.limits.dataSeed) }))}
        >
          <Icon of={Dices} size={15} />
        </button>
      </div>
      <Gallery catalogue={catalogue} experiment={experiment} />
      {entry !== undefined && entry.classes.most > entry.classes.least && (
        <Slider
          label={fieldLabels.classes}
          tip={fieldExplanations.classes}
          spot="classes"
          value={experiment.classes}
          text={String(experiment.classes)}
          low={entry.classes.least}
          high={entry.classes.most}
          step={1}
          onChange={(classes) => change({ classes })}
        />
      )}
      {entry?.own ? (
        <OwnFacts catalogue={catalogue} experiment={experiment} />
      ) : (
        <Made catalogue={catalogue} experiment={experiment} />
      )}
      <Split catalogue={catalogue} experiment={experiment} />
      <div class="depths">
        <DialogButton
          tip={explanations.ownPoints}
          spot="own-points"
          load={async () => (await import("./own/OwnDialog")).OwnDialog}
        >
          <Icon of={PencilLine} size={14} /> Own points
        </DialogButton>
        <DialogButton
          tip={explanations.dataDetails}
          spot="data-details"
          load={async () => (await import("./data/DetailsDialog")).DetailsDialog}
        >
          <Icon of={Info} size={14} /> Details
        </DialogButton>
      </div>
    </section>
  );
}

interface PartProps {
  catalogue: Catalogue;
  experiment: Experiment;
}

/** How many points are made, and how noisy. */
function Made({ catalogue, experiment }: PartProps) {
  const { change } = usePlayground();
  const counts = pointCounts(catalogue.limits.points);
  return (
    <>
      <Slider
        label={fieldLabels.points}
        tip={fieldExplanations.points}
        spot="points"
        value={counts.filter((count) => count <= experiment.points).length - 1}
        text={formatCount(experiment.points)}
        low={0}
        high={counts.length - 1}
        step={1}
        onChange={(index) => change({ points: counts[index] ?? experiment.points })}
      />
      <Slider
        label={fieldLabels.noise}
        tip={fieldExplanations.noise}
        spot="noise"
        value={experiment.noise}
        text={experiment.noise.toFixed(2)}
        low={catalogue.limits.noise.low}
        high={catalogue.limits.noise.high}
        step={0.05}
        onChange={(noise) => change({ noise })}
      />
    </>
  );
}

/** Own points are taken as they are. */
function OwnFacts({ catalogue, experiment }: PartProps) {
  const { own } = usePlayground();
  const before = catalogue.data.find(({ name }) => name === own.before.value);
  return (
    <div class="own-facts">
      {formatCount(experiment.own.length)} points of your own
      {before && (
        <button type="button" class="quiet small" data-tip={explanations.restoreData} onClick={own.restore}>
          <Icon of={Undo2} size={13} /> Back to {before.label}
        </button>
      )}
    </div>
  );
}

/** The numbers of points the slider offers: two digits are enough. 10, 11, .. 99, 100, 110, .. 990, 1,000, 1,100, .. 10,000 */
function pointCounts({ low, high }: Limits): number[] {
  const counts: number[] = [];
  for (let count = low; count <= high; count += 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)) counts.push(count);
  return counts;
}
