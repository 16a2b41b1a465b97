/** What the link's field `lesson` opens: "bp2/3" is step 3 of a lesson, "short/3" of the short way, "glossary/error" a term, anything else the contents. */
import type { LessonEntry } from "./lesson";

export type Where =
  /** `unknown` is a name that no lesson has, or "". */
  | { page: "contents"; unknown: string }
  | { page: "glossary"; term: string }
  /** Steps count from 1; `unknown` is what was asked for and is no step of this lesson or way, or "". */
  | { page: "lesson"; entry: LessonEntry; step: number; way: Way; unknown: string };

/** What a step is one of, and which: those of its lesson, or those of the short way. */
export interface Way {
  isShort: boolean;
  /** As links name them. */
  stops: readonly string[];
  /** From 1. */
  at: number;
}

export const contents = "contents";
export const short = "short";
/** The first step of the short way. */
export const beginning = `${short}/1`;

export const stepLink = (name: string, step: number): `${string}/${number}` => `${name}/${step}`;

interface Stop {
  entry: LessonEntry;
  step: number;
}

/** The few steps that lead to the four equations. */
export const shortWay = (lessons: readonly LessonEntry[]): Stop[] =>
  lessons.flatMap((entry) => entry.short.map((step) => ({ entry, step })));

const linksOf = (name: string, steps: number): string[] => Array.from({ length: steps }, (_, i) => stepLink(name, i + 1));

export function whereIs(text: string, lessons: readonly LessonEntry[]): Where {
  const [name = "", ...rest] = text.split("/");
  if (name === "glossary") return { page: "glossary", term: rest.join("/") };
  const isShort = name === short;
  const entry = lessons.find((lesson) => lesson.name === name);
  const stops = isShort ? shortWay(lessons) : Array.from({ length: entry?.steps ?? 0 }, (_, i) => ({ entry, step: i + 1 }));
  const asked = rest.join("/");
  const wanted = asked === "" ? 1 : /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  const at = Math.max(1, Math.min(stops.length, wanted)) || 1;
  const stop = stops[at - 1];
  if (stop?.entry === undefined) return { page: "contents", unknown: name === contents ? "" : text };
  const way = { isShort, stops: linksOf(name, stops.length), at };
  return { page: "lesson", entry: stop.entry, step: stop.step, way, unknown: at === wanted ? "" : asked };
}
