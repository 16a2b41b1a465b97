/** Every setting that has no place of its own on the page, as the catalogue lists them. */
import "../styles/reading-dialogs.css";
import type { Catalogue, Experiment, LimitedField, Limits, UsingEntry } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import { nextOnLadder, within } from "../state/settings";
import { choicesOf } from "./choices";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { Checkbox, NumberField, Select } from "./fields";
import { useModal } from "./modal";
import { columns, type FieldName, spotOf } from "./more-fields";
import { Notices } from "./NoticeBox";

/** Whether a field matters: some belong to other choices of optimiser or schedule, or to a rule that is off. */
function matters(name: FieldName, catalogue: Catalogue, { optimizer, schedule, patience }: Experiment): boolean {
  const used = (entries: UsingEntry[], chosen: string): boolean =>
    !entries.some(({ uses }) => uses.includes(name)) ||
    entries.some((entry) => entry.name === chosen && entry.uses.includes(name));
  if (name === "restoreBest") return patience > 0;
  return used(catalogue.optimizers, optimizer) && used(catalogue.schedules, schedule);
}

export function MoreDialog({ onClose }: { onClose(): void }) {
  const page = usePlayground();
  const dialog = useModal();
  const catalogue = page.catalogue.value;
  const experiment = page.run.value?.experiment;
  if (catalogue === null || experiment === undefined) return null;
  return (
    <dialog ref={dialog} class="more-settings" aria-labelledby="more-title" onClose={onClose}>
      <h2 id="more-title">More settings</h2>
      <div class="groups">
        {columns.map((groups, column) => (
          <div key={column}>
            {groups.map(({ title, fields }) => (
              <fieldset key={title}>
                <legend>{title}</legend>
                {fields
                  .filter((name) => matters(name, catalogue, experiment))
                  .map((name) => (
                    <AnyField key={name} name={name} catalogue={catalogue} experiment={experiment} />
                  ))}
              </fieldset>
            ))}
          </div>
        ))}
      </div>
      <ThisPage />
      <form method="dialog">
        <Notices />
        <button type="submit" class="primary">
          Done
        </button>
      </form>
    </dialog>
  );
}

/** No part of the experiment: it stays in this browser. */
function ThisPage() {
  const { goesOn, setGoesOn } = usePlayground().whileHidden;
  return (
    <fieldset>
      <legend>This page</legend>
      <Checkbox label="Train on in a hidden tab" tip={explanations.goOnHidden} checked={goesOn.value} onChange={setGoesOn} />
    </fieldset>
  );
}

interface AnyFieldProps {
  name: FieldName;
  catalogue: Catalogue;
  experiment: Experiment;
}

/** The control that suits the field's kind. */
function AnyField({ name, catalogue, experiment }: AnyFieldProps) {
  const { change } = usePlayground();
  const value = experiment[name];
  const common = { label: fieldLabels[name], tip: fieldExplanations[name], spot: spotOf(name) };
  if (typeof value === "boolean")
    return <Checkbox {...common} checked={value} onChange={(checked) => change({ [name]: checked })} />;
  if (typeof value === "string")
    return (
      <Select
        {...common}
        value={value}
        options={choicesOf(catalogue, name)}
        onChange={(choice) => change({ [name]: choice })}
      />
    );
  if (typeof value !== "number") return null;
  const limits = catalogue.limits[name as LimitedField];
  return (
    <NumberField
      {...common}
      value={value}
      {...(value === 0 && offAtZero.has(name) && { note: "off" })}
      onStep={(direction) => change((now) => ({ [name]: String(nextValue(name, Number(now[name]), direction, limits)) }))}
      onChange={(text) => change({ [name]: text })}
    />
  );
}

/** Of these 0 is none at all. */
const offAtZero: ReadonlySet<FieldName> = new Set<FieldName>([
  "labelNoise",
  "l1",
  "l2",
  "dropout",
  "clipNorm",
  "weightDecay",
  "stopEpochs",
  "targetCost",
  "gradientBound",
  "patience",
]);

/** Fields whose usual values lie evenly, with their steps; others go up and down a ladder of round numbers, down to 0. */
const evenSteps: Partial<Record<FieldName, number>> = { seed: 1, dropout: 0.05, labelNoise: 0.05 };

function nextValue(name: FieldName, value: number, direction: 1 | -1, limits: Limits): number {
  const { low, whole } = limits;
  const step = evenSteps[name];
  if (step !== undefined) return within(Number((value + direction * step).toPrecision(12)), limits);
  const smallest = whole ? 1 : 0.0001;
  if (value < smallest) return direction > 0 ? within(smallest, limits) : low;
  if (direction < 0 && value <= smallest) return low;
  return within(nextOnLadder(value, direction, whole ? [1, 2, 5] : [1, 3]), limits);
}
