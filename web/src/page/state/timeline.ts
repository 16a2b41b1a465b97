/**
 * The run's past besides its costs: when settings, or weights and biases by hand, were changed, and which iteration an epoch began
 * with. Pure.
 */
import type { Experiment, Progress } from "../../../../bindings/backprop";
import type { Edit, RunDescription } from "../../protocol";
import { fieldLabels } from "../field-labels";

export interface Change {
  /** What was changed, as the page calls it. */
  name: string;
  from: unknown;
  to: unknown;
}

/** What was changed at one moment; epochs are counted with their parts. */
export interface Mark {
  epoch: number;
  iteration: number;
  changes: readonly Change[];
}

/** From the beginning of an epoch on, its iteration, and how many each epoch has. */
interface Stretch {
  epoch: number;
  iteration: number;
  perEpoch: number;
}

export interface Timeline {
  marks: readonly Mark[];
  /** One for each time that the number of iterations in an epoch changed: by hand, therefore few. */
  stretches: readonly Stretch[];
}

export const emptyTimeline: Timeline = { marks: [], stretches: [{ epoch: 0, iteration: 0, perEpoch: 1 }] };

export const begunAt = ({ iterationsPerEpoch }: Progress): Timeline => ({
  marks: [],
  stretches: [{ epoch: 0, iteration: 0, perEpoch: iterationsPerEpoch }],
});

/** The same run from its beginning, with its present settings. */
export const restarted = ({ stretches }: Timeline): Timeline => ({
  marks: [],
  stretches: [{ epoch: 0, iteration: 0, perEpoch: stretches.at(-1)?.perEpoch ?? 1 }],
});

/** How many iterations the run had at the beginning of an epoch. */
export function iterationAt({ stretches }: Timeline, epoch: number): number {
  const { epoch: from, iteration, perEpoch } = stretches.findLast((stretch) => stretch.epoch <= epoch) as Stretch;
  return iteration + (epoch - from) * perEpoch;
}

/** More would be a wall, not marks. */
const mostMarks = 48;

type Described = Pick<RunDescription, "experiment" | "sizes">;

export function withChange(timeline: Timeline, before: Described, after: Described, progress: Progress): Timeline {
  if (progress.iteration > 0) return withMark(timeline, changesBetween(before.experiment, after.experiment), progress);
  // The settings before the run begins are those that it begins with; what was set by hand stays besides, while its names mean the
  // same weights.
  const isSame = String(before.sizes) === String(after.sizes);
  return { ...begunAt(progress), marks: isSame ? timeline.marks : [] };
}

const byHand = " by hand";

/** Which weights and biases were given values by hand. */
export const setByHand = ({ marks }: Timeline): string[] => [
  ...new Set(
    marks
      .flatMap(({ changes }) => changes.map(({ name }) => name))
      .filter((name) => name.endsWith(byHand))
      .map((name) => name.slice(0, -byHand.length)),
  ),
];

/** What was changed by hand, of a parameter of that name: frozen is on or off, and values have as many digits as one reads. */
export function editOf(parameter: string, { from, to }: Edit): Change {
  const read = (value: number | boolean) => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
  return { name: typeof to === "number" ? parameter + byHand : `Freeze ${parameter}`, from: read(from), to: read(to) };
}

export function withMark(timeline: Timeline, changes: readonly Change[], progress: Progress): Timeline {
  if (changes.length === 0) return timeline;
  const { epoch, iteration, iterationsPerEpoch, iterationsToEpochEnd } = progress;
  const part = (iterationsPerEpoch - iterationsToEpochEnd) / iterationsPerEpoch;
  const mark = { epoch: epoch + part, iteration, changes };
  const next = { epoch: epoch + 1, iteration: iteration + iterationsToEpochEnd, perEpoch: iterationsPerEpoch };
  const { marks, stretches } = timeline;
  const isSame = stretches.at(-1)?.perEpoch === iterationsPerEpoch;
  return {
    marks: thinned(joined(marks, mark)),
    stretches: isSame ? stretches : [...stretches.filter((stretch) => stretch.epoch < next.epoch), next],
  };
}

/** A layer more or less has an activation more or less, which nobody has chosen. */
const comeWithLayers = (before: readonly string[], after: readonly string[]): boolean =>
  before.length !== after.length && (before.length === 0 || after.every((name) => before.includes(name)));

function changesBetween(before: Experiment, after: Experiment): Change[] {
  const fields = Object.keys(after) as (keyof Experiment)[];
  return fields
    .filter((field) => String(before[field]) !== String(after[field]))
    .filter((field) => field !== "activations" || !comeWithLayers(before.activations, after.activations))
    .map((field) => ({ name: fieldLabels[field], from: before[field], to: after[field] }));
}

/** A setting that is dragged along while training goes on is one change; so are several at rest. */
function joined(marks: readonly Mark[], mark: Mark): Mark[] {
  const last = marks.at(-1);
  if (last === undefined) return [mark];
  const names = ({ changes }: Mark): string => changes.map(({ name }) => name).join();
  const isDragged = names(last) === names(mark) && mark.epoch - last.epoch <= Math.max(1, 0.02 * mark.epoch);
  if (!isDragged && last.iteration !== mark.iteration) return [...marks, mark];
  const both = merged(last, mark);
  return both.changes.length > 0 ? [...marks.slice(0, -1), both] : marks.slice(0, -1);
}

/** From the earlier one's values to the later one's; what is as it was is no change. */
function merged(earlier: Mark, later: Mark): Mark {
  const changes = new Map(earlier.changes.map((change) => [change.name, change]));
  for (const change of later.changes)
    changes.set(change.name, { ...change, from: changes.get(change.name)?.from ?? change.from });
  return { ...earlier, changes: [...changes.values()].filter(({ from, to }) => String(from) !== String(to)) };
}

/** Of too many, the two that lie nearest to each other become one. */
function thinned(marks: Mark[]): Mark[] {
  if (marks.length <= mostMarks) return marks;
  const gaps = marks.slice(1).map((mark, i) => mark.epoch - (marks[i] as Mark).epoch);
  const at = gaps.indexOf(Math.min(...gaps));
  return marks.toSpliced(at, 2, merged(marks[at] as Mark, marks[at + 1] as Mark));
}
