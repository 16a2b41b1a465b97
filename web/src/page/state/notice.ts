/** What the reader should know now, in the page's words. */
import type { Experiment, Problem, Score, Stop } from "../../../../bindings/backprop";
import type { RunDescription } from "../../protocol";
import { fieldLabels } from "../field-labels";
import { formatCount, formatSentence } from "../format";
import { validationSize } from "./points";
import type { Settings } from "./settings";
import { fewSentence, isFew } from "./stop-rules";

/** Something the reader should know; `suggestion` can be taken with one click. */
export interface Notice {
  /**
   * Of these "problem", "diverged" and "failed" are trouble, the others information. "engine" is about the training engine: what a
   * change of settings brings does not take it away.
   */
  kind: "note" | "problem" | "stopped" | "diverged" | "engine" | "failed";
  sentences: string[];
  /** What of it stays while a new run is begun anew by further changes, such as a slider's. */
  stays?: Notice;
  /** `andThen`: Play at its speed, or training on to the end. */
  suggestion?: { label: string; settings: Settings; andThen?: "play" | "train" } | { label: string; act: () => void };
}

export const isTrouble = ({ kind }: Notice): boolean => kind === "problem" || kind === "diverged" || kind === "failed";

export function problemNotice(problems: Problem[]): Notice | null {
  if (problems.length === 0) return null;
  return { kind: problems.every(isBroughtAlong) ? "note" : "problem", sentences: problems.map(inPageWords) };
}

/** `stays` besides. */
export function withStaying(notice: Notice | null, stays: Notice | null): Notice | null {
  if (stays === null) return notice;
  if (notice === null) return { ...stays, stays };
  return { ...notice, sentences: [...notice.sentences, ...stays.sentences], stays };
}

const isField = (name: string): name is keyof Experiment => Object.hasOwn(fieldLabels, name);

/** What was asked for stands, and brings something else along: the sentence is not about a field of that name. */
const isBroughtAlong = ({ field, message }: Problem): boolean => isField(field) && !message.startsWith(`${field} `);

/** What these fields are called where a sentence begins with them. */
const subjects: Partial<Record<string, string>> = { ...fieldLabels, own: "The list of your own points" };

/** A problem's sentence begins with the field's name in links; readers know the field by its label. */
export function inPageWords({ field, message }: Problem): string {
  const subject = subjects[field];
  const beginsWithIt = subject !== undefined && message.startsWith(`${field} `);
  return formatSentence(beginsWithIt ? subject + message.slice(field.length) : message);
}

/** `validation` is of the network as it is now, on the validation points among these. */
export function stopNotice({ reason, sentence: told }: Stop, { experiment, points }: Described, validation: Score): Notice {
  const sentence = formatSentence(told);
  if (reason === "diverged") {
    const lower = Number((experiment.learningRate / 10).toPrecision(2));
    return {
      kind: "diverged",
      sentences: [sentence],
      suggestion: { label: `Set η to ${lower}`, settings: { learningRate: lower } },
    };
  }
  const ended: Notice = {
    kind: "stopped",
    sentences: [sentence],
    suggestion: { label: "Go on without this rule", settings: { [reason]: 0 }, andThen: "play" },
  };
  if (reason !== "patience") return ended;
  const count = validationSize(points);
  if (isFew(count)) return { ...ended, sentences: [sentence, fewSentence(count)] };
  return hasLearned(experiment, validation) ? ended : impatientNotice(sentence, experiment);
}

type Described = Pick<RunDescription, "experiment" | "points">;

/** Whether it has come half the way from guessing to making no mistake. */
const hasLearned = ({ classes }: Experiment, { accuracy, rSquared }: Score): boolean =>
  classes === 0 ? rSquared > 1 / 2 : accuracy > (1 + 1 / classes) / 2;

function impatientNotice(sentence: string, { patience }: Experiment): Notice {
  const more = 5 * patience;
  return {
    kind: "stopped",
    sentences: [
      sentence,
      "It has not learned much yet: give it more patience, or another learning rate η, a higher one where the curves are flat, a lower one where they jump.",
    ],
    suggestion: { label: `Wait ${formatCount(more)} epochs`, settings: { patience: more }, andThen: "train" },
  };
}

/** The run begins anew, by Reset or with other settings: what was done by hand is gone; null if nothing was. */
export function byHandNotice(
  who: "Reset" | "The new run",
  { set, frozen }: { set: readonly string[]; frozen: readonly string[] },
): Notice | null {
  const many = (names: readonly string[]) => names.length > 1;
  const parts = [
    ...(set.length > 0
      ? [
          `${inWords(set)} ${many(set) ? "have their initial values" : "has its initial value"}${who === "Reset" ? " again" : ""}`,
        ]
      : []),
    ...(frozen.length > 0 ? [`${inWords(frozen)} ${many(frozen) ? "are" : "is"} no longer frozen`] : []),
  ];
  if (parts.length === 0) return null;
  return { kind: "note", sentences: [`${who} takes back what was done by hand: ${parts.join(", and ")}.`] };
}

const inWords = (names: readonly string[]): string =>
  names.length > 4
    ? `${names.length} weights and biases`
    : [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");

export function failureNotice(message: string): Notice {
  return {
    kind: "failed",
    sentences: [`The training engine stopped: ${message}`, "Reload the page to go on: the link holds your experiment."],
  };
}

export const revivedNotice = (complete: boolean): Notice => ({
  kind: "engine",
  sentences: [
    "The training engine stopped and was started again.",
    complete
      ? "Your run goes on as it was a second before; nothing else is lost."
      : "Your run is as it was a second before, at rest; what you had asked for last was left out, for the engine stopped at it.",
  ],
});

export const silentNotice = (startAnew: () => void): Notice => ({
  kind: "engine",
  sentences: [
    "The training engine has been at one piece of work for ten seconds.",
    "A large network may need that long: it can be waited for, or started again with the run as it was before.",
  ],
  suggestion: { label: "Start it again", act: startAnew },
});

/** For code or texts that are loaded when they are first wanted. */
export const missingNotice: Notice = {
  kind: "failed",
  sentences: ["A part of the page could not be loaded.", "Reload the page to go on: the link holds your experiment."],
};
