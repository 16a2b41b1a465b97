/** How two experiments differ, in a sentence. */
import type { Catalogue, Entry, Experiment } from "../../../../../bindings/backprop";
import { fieldLabels } from "../../field-labels";
import { choicesOf } from "../choices";
import { depthName } from "./differences";

type Field = keyof Experiment;

/** The fields in which they differ; none if the two are the same. */
export const differingFields = (left: Experiment, right: Experiment): Field[] =>
  (Object.keys(left) as Field[]).filter((field) => String(left[field]) !== String(right[field]));

export function differenceSentence(catalogue: Catalogue, left: Experiment, right: Experiment): string {
  const parts = differingFields(left, right)
    .filter((field) => field !== "activations" || !followsDepth(left, right))
    .map((field) => phrase(catalogue, field, left, right));
  if (parts.length === 0) return "The two are the same, down to every bit: choose above what the other is to have otherwise.";
  const last = parts.pop();
  return `The same, but with ${parts.length === 0 ? "" : `${parts.join(", ")} and `}${last}.`;
}

/** Fewer or more layers alone bring fewer or more activations along: those are no difference of their own. */
function followsDepth(left: Experiment, right: Experiment): boolean {
  if (left.activations.length === right.activations.length) return false;
  const [fewer, more] = [left.activations, right.activations].toSorted((a, b) => a.length - b.length);
  return more?.every((name, l) => name === (fewer?.[l] ?? fewer?.at(-1) ?? name)) ?? false;
}

/** Whether costs of the two cannot be held against each other, because they measure something else. */
export function measureDifferently(catalogue: Catalogue, left: Experiment, right: Experiment): boolean {
  const desired = ({ output }: Experiment): string =>
    String(catalogue.outputs.find(({ name }) => name === output)?.desired ?? "");
  return left.cost !== right.cost || left.classes !== right.classes || desired(left) !== desired(right);
}

function phrase(catalogue: Catalogue, field: Field, left: Experiment, right: Experiment): string {
  const [before, after] = [left, right].map((experiment) => valueName(catalogue, field, experiment));
  const instead = `${after} in place of ${before}`;
  switch (field) {
    case "activations":
    case "optimizer":
    case "layers":
      return instead;
    case "cost":
      return `${after} cost in place of ${before}`;
    case "output":
      return `${after} output in place of ${before}`;
    case "own":
      return "other points";
    default:
      return `${inSentence(fieldLabels[field])} ${instead}`;
  }
}

function valueName(catalogue: Catalogue, field: Field, experiment: Experiment): string {
  const value = experiment[field];
  if (field === "layers") return layersName(experiment.layers);
  if (field === "activations") {
    const labels = experiment.activations.map((name) => labelIn(catalogue.activations, name));
    return new Set(labels).size <= 1 ? (labels[0] ?? "none") : labels.join(", ");
  }
  if (field === "features") return experiment.features.map((name) => labelIn(catalogue.features, name)).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string") return String(value);
  return labelIn(choicesOf(catalogue, field), value);
}

/** 6 hidden layers of 8, or 2 hidden layers (8, 4) */
function layersName(layers: readonly number[]): string {
  const name = depthName(layers.length);
  if (layers.length === 0) return name;
  return new Set(layers).size === 1 ? `${name} of ${layers[0]}` : `${name} (${layers.join(", ")})`;
}

const labelIn = (entries: readonly Entry[], name: string): string =>
  entries.find((entry) => entry.name === name)?.label ?? name;

/** Lower case within a sentence, but for names such as L2. */
const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
