/** Every setting that has no place of its own on the page, as the catalogue lists them. */
import { SlidersHorizontal } from "lucide";
import { useRef } from "preact/hooks";
import type { Catalogue, Entry, Experiment, LimitedField } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import { nextOnLadder } from "../state/settings";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { Checkbox, NumberField, Select } from "./fields";
import { Icon } from "./Icon";

type FieldName = keyof Experiment;

/** Groups of fields, in the order in which a reader meets them. */
const groups: readonly { title: string; fields: readonly FieldName[] }[] = [
  { title: "Data", fields: ["labelNoise"] },
  { title: "Beginning", fields: ["initializer", "biasInitializer", "seed"] },
  {
    title: "Optimiser",
    fields: ["optimizer", "momentum", "smoothing", "beta1", "beta2", "weightDecay", "clipNorm"],
  },
  { title: "Learning rate", fields: ["schedule", "scheduleFactor", "scheduleEpochs"] },
  { title: "Regularisation", fields: ["l1", "l2", "dropout"] },
  { title: "Stopping", fields: ["stopEpochs", "targetCost", "patience", "restoreBest", "gradientBound"] },
];

/** Numbers that only some choices use: the others do not show them. */
const usedBy: Partial<Record<FieldName, (experiment: Experiment) => boolean>> = {
  momentum: ({ optimizer }) => optimizer === "momentum" || optimizer === "nesterov",
  smoothing: ({ optimizer }) => optimizer === "rmsProp",
  beta1: ({ optimizer }) => optimizer.startsWith("adam"),
  beta2: ({ optimizer }) => optimizer.startsWith("adam"),
  weightDecay: ({ optimizer }) => optimizer === "adamW",
  scheduleFactor: ({ schedule }) => schedule !== "constant",
  scheduleEpochs: ({ schedule }) => ["step", "cosine", "warmUp"].includes(schedule),
  restoreBest: ({ patience }) => patience > 0,
};

export function MoreSettings({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="quiet" data-tip={explanations.more} onClick={() => dialog.current?.showModal()}>
        <Icon of={SlidersHorizontal} size={14} /> More
      </button>
      <dialog ref={dialog} class="more-settings" aria-labelledby="more-title">
        <h2 id="more-title">More settings</h2>
        <div class="groups">
          <Inputs catalogue={catalogue} experiment={experiment} />
          {groups.map(({ title, fields }) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              {fields
                .filter((name) => usedBy[name]?.(experiment) ?? true)
                .map((name) => (
                  <AnyField key={name} name={name} catalogue={catalogue} experiment={experiment} />
                ))}
            </fieldset>
          ))}
        </div>
        <form method="dialog">
          <button type="submit" class="primary">
            Done
          </button>
        </form>
      </dialog>
    </>
  );
}

function Inputs({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { change } = usePlayground();
  const chosen = experiment.features;
  const toggle = (name: string): void => {
    // In the catalogue's order, so that the network is drawn the same however they were chosen.
    const names = catalogue.features.map((feature) => feature.name);
    change({ features: names.filter((other) => (other === name) !== chosen.includes(other)).join(",") });
  };
  return (
    <fieldset class="features" data-tip={fieldExplanations.features}>
      <legend>{fieldLabels.features}</legend>
      {catalogue.features.map(({ name, label }) => (
        <Checkbox key={name} label={label} checked={chosen.includes(name)} onChange={() => toggle(name)} />
      ))}
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
  const common = { label: fieldLabels[name], tip: fieldExplanations[name] };
  if (typeof value === "boolean")
    return <Checkbox {...common} checked={value} onChange={(checked) => change({ [name]: checked })} />;
  if (typeof value === "string")
    return (
      <Select {...common} value={value} options={choices(catalogue, name)} onChange={(choice) => change({ [name]: choice })} />
    );
  if (typeof value !== "number") return null;
  const { low, high } = catalogue.limits[name as LimitedField];
  const whole = Number.isInteger(high) && high > 1000;
  const next = (direction: 1 | -1): number => {
    const smallest = whole ? 1 : 0.0001;
    if (direction < 0 && value <= smallest) return low;
    return Math.min(
      high,
      Math.max(value < smallest ? smallest : low, nextOnLadder(value, direction, whole ? [1, 2, 5] : [1, 3])),
    );
  };
  return <NumberField {...common} value={value} next={next} onChange={(text) => change({ [name]: text })} />;
}

/** The catalogue's list for a field that is a choice: `initializers` for `initializer`. */
function choices(catalogue: Catalogue, name: FieldName): Entry[] {
  const lists: Record<string, unknown> = { ...catalogue };
  const list = lists[`${name}s`];
  return Array.isArray(list) ? list : [];
}
