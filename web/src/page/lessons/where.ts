/** What the link's field `lesson` opens: "bp2/3" is step 3 of a lesson, "glossary/error" a term, anything else the contents. */
import type { LessonEntry } from "./lesson";

export type Where =
  /** `unknown` is a name that no lesson has, or "". */
  | { page: "contents"; unknown: string }
  | { page: "glossary"; term: string }
  /** Steps count from 1; `unknown` is what was asked for and is no step of this lesson, or "". */
  | { page: "lesson"; entry: LessonEntry; step: number; unknown: string };

export const contents = "contents";

export function whereIs(text: string, lessons: readonly LessonEntry[]): Where {
  const [name = "", ...rest] = text.split("/");
  if (name === "glossary") return { page: "glossary", term: rest.join("/") };
  const entry = lessons.find((lesson) => lesson.name === name);
  if (entry === undefined) return { page: "contents", unknown: name === contents ? "" : text };
  const asked = rest.join("/");
  const wanted = asked === "" ? 1 : /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  const step = Math.max(1, Math.min(entry.steps, wanted)) || 1;
  return { page: "lesson", entry, step, unknown: step === wanted ? "" : asked };
}

export const stepLink = (name: string, step: number): string => `${name}/${step}`;
