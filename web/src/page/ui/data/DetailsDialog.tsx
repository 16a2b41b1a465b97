/** Everything about the points that the first screen has no room for. */
import { DialogEnd } from "../DialogEnd";
import "../../styles/data-dialogs.css";
import { Download } from "lucide";
import { fieldLabels } from "../../field-labels";
import { formatCount } from "../../format";
import { writeCsv } from "../../own/csv";
import { partSizes } from "../../state/points";
import { alwaysOpen, freshSeal } from "../../state/seal";
import { nextSeed, within } from "../../state/settings";
import { usePlayground } from "../context";
import { download } from "../download";
import { explanations, fieldExplanations } from "../explanations";
import { Checkbox, NumberField, Slider } from "../fields";
import { Icon } from "../Icon";
import { useModal } from "../modal";
import { Notices } from "../NoticeBox";
import { SealSentence } from "../TestSeal";

const sets = [
  { name: "training", label: "Training", role: "fits: weights and biases learn from these points alone." },
  {
    name: "validation",
    label: "Validation",
    role: "tunes and stops: never learned from, it tells you which settings to keep, and patience when to stop.",
  },
  {
    name: "test",
    label: "Test",
    role: "judges: neither learned from nor chosen by, it says what the finished network is worth.",
  },
] as const;

export function DetailsDialog({ onClose }: { onClose(): void }) {
  const { catalogue, run, change } = usePlayground();
  const dialog = useModal();
  if (catalogue.value === null || run.value === null) return null;
  const { experiment, points } = run.value;
  const { limits } = catalogue.value;
  const isOwn = catalogue.value.data.some(({ name, own }) => own && name === experiment.data);
  const sizes = partSizes(points);
  return (
    <dialog ref={dialog} class="data-details" aria-labelledby="data-details-title" onClose={onClose}>
      <h2 id="data-details-title">About these points</h2>
      <h3>Three sets</h3>
      <ul class="roles">
        {sets.map(({ name, label, role }, part) => (
          <li key={name}>
            <i class={`mark-${name}`} />
            <p>
              <b>{label}</b> ({formatCount(sizes[part] ?? 0)} points) {role}
              {name === "test" && sizes[2] > 0 && (
                <small>
                  <SealSentence />
                </small>
              )}
            </p>
          </li>
        ))}
      </ul>
      <SealChoice />
      <h3>Chance</h3>
      {!isOwn && (
        <Slider
          label={fieldLabels.labelNoise}
          tip={fieldExplanations.labelNoise}
          spot="label-noise-of-data"
          value={experiment.labelNoise}
          text={experiment.labelNoise.toFixed(2)}
          low={limits.labelNoise.low}
          high={limits.labelNoise.high}
          step={0.05}
          onChange={(labelNoise) => change({ labelNoise })}
        />
      )}
      <NumberField
        label={fieldLabels.dataSeed}
        tip={isOwn ? explanations.splitSeed : fieldExplanations.dataSeed}
        value={experiment.dataSeed}
        onStep={(direction) =>
          change(({ dataSeed }) => ({
            dataSeed: direction > 0 ? nextSeed(dataSeed, limits.dataSeed) : within(dataSeed - 1, limits.dataSeed),
          }))
        }
        onChange={(dataSeed) => change({ dataSeed })}
      />
      <h3>As a file</h3>
      <p>All {formatCount(points.length / 4)} points with their set, the test set's as well, as x, y, label, set.</p>
      <button
        type="button"
        class="share"
        data-tip={explanations.downloadData}
        onClick={() => download(`${experiment.data}.csv`, writeCsv(points), "text/csv")}
      >
        <Icon of={Download} size={14} /> Download CSV
      </button>
      <Notices />
      <DialogEnd>Done</DialogEnd>
    </dialog>
  );
}

function SealChoice() {
  const { seal, go } = usePlayground();
  return (
    <Checkbox
      label="Seal test sets until I open them"
      tip={explanations.sealing}
      spot="sealing"
      checked={seal.seals.value}
      onChange={(seals) => go({ seal: seals ? freshSeal("") : alwaysOpen })}
    />
  );
}
