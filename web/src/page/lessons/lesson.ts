/**
 * Lessons as the build makes them of web/lessons/*.md, whose README.md says how they are written. Texts are HTML: formulas are
 * MathML, live numbers elements with data-slot, terms and links anchors with data-go (see Prose.tsx).
 */
import type { Arrangement } from "../state/playground";
import type { Condition } from "./condition";

/** What is known of a lesson before it is opened. */
export interface LessonEntry {
  /** In links: "bp2". */
  name: string;
  title: string;
  part: string;
  summary: string;
  /** Its steps that belong to the short way. */
  short: readonly number[];
  /** How many steps it has. */
  steps: number;
  load(): Promise<{ default: Step[] }>;
}

export interface Step {
  setup: Arrangement | null;
  parts: Part[];
  /** Every fact that its texts and conditions read. */
  facts: string[];
}

export type Part = Text | Task | Question;

export interface Text {
  kind: "text";
  html: string;
}

export interface Task {
  kind: "task";
  html: string;
  until: Condition;
  /** The data-spot that is lit while the task waits, or "". */
  spot: string;
  /** Said when it is done, on request, and while one of these conditions holds; "" is nothing. */
  done: string;
  hint: string;
  but: { when: Condition; html: string }[];
}

export interface Question {
  kind: "question";
  html: string;
  answers: Choice[];
}

export interface Choice {
  right: boolean;
  html: string;
  reply: string;
}

export interface GlossaryEntry {
  term: string;
  /** One sentence. */
  html: string;
}
