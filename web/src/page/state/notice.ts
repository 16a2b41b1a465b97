/** What the reader should know now, in the page's words. */
import type { Problem, Stop } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import type { Settings } from "./settings";

/** Something the reader should know; `suggestion` can be taken with one click. */
export interface Notice {
  /** "engine" is about the training engine: what a change of settings brings does not take it away. */
  kind: "problem" | "stopped" | "engine" | "failed";
  sentences: string[];
  suggestion?: { label: string; settings: Settings; thenPlay?: boolean } | { label: string; act: () => void };
}

export function problemNotice(problems: Problem[]): Notice | null {
  if (problems.length === 0) return null;
  return { kind: "problem", sentences: problems.map(inPageWords) };
}

/** A problem's sentence begins with the field's name in links; readers know the field by its label. */
export function inPageWords({ field, message }: Problem): string {
  const label = (fieldLabels as Record<string, string>)[field];
  return label !== undefined && message.startsWith(`${field} `) ? label + message.slice(field.length) : message;
}

export function stopNotice({ reason, sentence }: Stop, learningRate: number): Notice {
  if (reason !== "diverged")
    return {
      kind: "stopped",
      sentences: [sentence],
      suggestion: { label: "Go on without this rule", settings: { [reason]: 0 }, thenPlay: true },
    };
  const lower = Number((learningRate / 10).toPrecision(2));
  return {
    kind: "stopped",
    sentences: [sentence],
    suggestion: { label: `Set η to ${lower}`, settings: { learningRate: lower } },
  };
}

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
