import { useId } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { trainingSize } from "../../state/points";
import { usePlayground } from "../context";
import { differencesOf } from "./differences";
import { differingFields } from "./sentence";

interface DifferenceSelectProps {
  catalogue: Catalogue;
  experiment: Experiment;
  /** What sets the other network apart now. */
  settings: string;
}

/** Chooses what the other network has otherwise. */
export function DifferenceSelect({ catalogue, experiment, settings }: DifferenceSelectProps) {
  const { run, comparison, go } = usePlayground();
  const id = useId();
  const groups = differencesOf(catalogue, experiment, trainingSize(run.value?.points));
  const isOffered = groups.some(({ differences }) => differences.some((difference) => difference.settings === settings));
  const other = comparison.other.value?.experiment;
  const isSame = other !== undefined && differingFields(experiment, other).length === 0;
  return (
    <div
      class="field difference"
      data-spot="difference"
      data-tip="What the other network has otherwise; all else, down to the random numbers, is the same."
    >
      <label for={id}>The other has</label>
      <select id={id} value={settings} onChange={(event) => go({ other: event.currentTarget.value })}>
        {!isOffered && (
          <option value={settings} selected>
            {isSame ? "nothing yet: choose" : "as the link says"}
          </option>
        )}
        {groups.map(({ label, differences }) => (
          <optgroup key={label} label={label}>
            {differences.map((difference) => (
              <option key={difference.settings} value={difference.settings} selected={difference.settings === settings}>
                {difference.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
