/** All lessons and the glossary of a folder, and a sentence for whatever is wrong with them. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { GlossaryEntry, LessonEntry, Part, Step } from "../../src/page/lessons/lesson";
import { parseQuestion, parseSetup, parseTask, settingsAfter, taskFacts } from "./blocks.ts";
import type { Known } from "./known.ts";
import { createProse, type Prose, type Reference, split } from "./prose.ts";
import { type Complain, type Outline, type Stretch, scan } from "./scan.ts";

export interface CompiledLesson extends Omit<LessonEntry, "steps" | "load"> {
  file: string;
  steps: Step[];
}

export interface Course {
  lessons: CompiledLesson[];
  glossary: GlossaryEntry[];
  /** Each term by every way of writing it, such as saturation by "saturated". */
  forms: Readonly<Record<string, string>>;
  /** Files that it was made of. */
  files: string[];
  /** "web/lessons/02-cost.md:7: .." */
  complaints: string[];
}

/** Names that stand in the place of a lesson's in links. */
const reserved = ["contents", "glossary", "short"];

interface Terms {
  lines: { line: number; term: string; forms: string[]; sentence: string }[];
  find(name: string): string | null;
}

export async function readCourse(folder: string, known: Known, root: string): Promise<Course> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md") && name !== "README.md").sort();
  const sources = new Map<string, string>();
  for (const name of names) sources.set(name, await readFile(join(folder, name), "utf8"));
  const complaints: string[] = [];
  const complainOf = (file: string): Complain => {
    const shown = relative(root, join(folder, file));
    return (line, sentence) => complaints.push(`${shown}:${line}: ${sentence}`);
  };

  const terms = readTerms(sources.get("glossary.md") ?? "", complainOf("glossary.md"));
  const outlines = names
    .filter((file) => file !== "glossary.md")
    .map((file) => ({ file, name: nameOf(file), outline: scan(sources.get(file) ?? "", complainOf(file)) }));
  for (const [i, { file, name }] of outlines.entries())
    if (reserved.includes(name) || outlines.findIndex((other) => other.name === name) < i)
      complainOf(file)(1, `the name "${name}" is taken`);

  /** `settings` are those that the page then has. */
  const referring = (settings: readonly string[]): Reference => ({
    fact: (name) => (known.kindOf(name) === null ? `"${name}" is no fact; web/src/page/state/facts.ts lists them all` : ""),
    term: terms.find,
    link: (address) => {
      const { scheme, rest } = split(address);
      if (scheme === "lesson") return lessonProblem(rest, outlines, terms);
      if (scheme === "view") return known.isView(rest) ? "" : `there is no view "${rest}"`;
      if (scheme === "open") return known.problems(rest).join(" ");
      if (scheme === "change") return known.problems(...settings, rest).join(" ");
      return scheme === "https" ? "" : `"${address}" is no link: it begins with lesson:, view:, open:, change: or https:`;
    },
  });
  const lessons = outlines.map(({ file, name, outline }): CompiledLesson => {
    const { title = "", part = "", summary = "" } = outline.front;
    const steps = compileSteps(outline, referring, known, complainOf(file));
    const short = readShort(outline, complainOf(file));
    return { name, file: join(folder, file), title, part, summary, short, steps };
  });
  const glossaryProse = createProse(referring([""]), complainOf("glossary.md"));
  const glossary = terms.lines
    .map(({ line, term, sentence }) => ({ term, html: glossaryProse.inline({ line, lines: [sentence] }) }))
    .sort((a, b) => a.term.localeCompare(b.term, "en"));
  const forms = Object.fromEntries(terms.lines.flatMap(({ term, forms }) => [term, ...forms].map((form) => [form, term])));
  return { lessons, glossary, forms, files: names.map((name) => join(folder, name)), complaints };
}

/** "03-bp2.md" is bp2. */
const nameOf = (file: string): string => file.replace(/^\d+-/, "").replace(/\.md$/, "");

/** "1, 3" */
function readShort({ front, steps }: Outline, complain: Complain): number[] {
  const short = (front.short ?? "").split(",").flatMap((number) => (number.trim() === "" ? [] : Number(number)));
  for (const number of short)
    if (!(Number.isInteger(number) && number >= 1 && number <= steps.length))
      complain(1, `the lesson has no step ${number} for the short way`);
  return short;
}

/** "bp2", "bp2/3", "glossary", "glossary/error" */
function lessonProblem(address: string, outlines: readonly { name: string; outline: Outline }[], terms: Terms): string {
  const [name = "", ...rest] = address.split("/");
  const detail = rest.join("/");
  if (name === "glossary")
    return detail === "" || terms.find(decodeURIComponent(detail)) ? "" : `"${detail}" is not in the glossary`;
  if (name === "contents") return "";
  const lesson = outlines.find((other) => other.name === name);
  if (lesson === undefined) return `there is no lesson "${name}"`;
  const step = Number(detail === "" ? 1 : detail);
  return step >= 1 && step <= lesson.outline.steps.length ? "" : `lesson "${name}" has no step ${detail}`;
}

/** Lines such as "saturation (saturated): The state of .."; in brackets, what else stands for the term, with commas between. */
function readTerms(source: string, complain: Complain): Terms {
  const lines: Terms["lines"] = [];
  const byForm = new Map<string, string>();
  for (const [i, text] of source.split("\n").entries()) {
    if (text.trim() === "") continue;
    const [, term = "", others, sentence = ""] = /^([^:(]+?)(?: \(([^:)]+)\))?:\s+(.+?)\s*$/.exec(text) ?? [];
    const forms = others?.split(",").map((form) => form.trim()) ?? [];
    const twice = [term, ...forms].find((form) => byForm.has(form.toLowerCase()));
    if (term === "") complain(i + 1, `"${text}" is not a term, a colon and a sentence`);
    else if (twice !== undefined) complain(i + 1, `"${twice}" is there twice`);
    else {
      lines.push({ line: i + 1, term, forms, sentence });
      for (const form of [term, ...forms]) byForm.set(form.toLowerCase(), term);
    }
  }
  return { lines, find: (name) => byForm.get(name.toLowerCase()) ?? null };
}

function compileSteps(
  { steps }: Outline,
  referring: (settings: readonly string[]) => Reference,
  known: Known,
  complain: Complain,
): Step[] {
  let settings: readonly string[] = [""];
  return steps.map((stretches) => {
    const [setup = null, ...more] = stretches
      .filter(({ kind }) => kind === "setup")
      .map((stretch) => parseSetup(stretch, settings, known, complain));
    if (setup !== null) settings = settingsAfter(setup, settings);
    const others = stretches.filter(({ kind }) => kind !== "setup");
    if (more.length > 0 || others.filter(({ kind }) => kind === "task").length > 1)
      complain(stretches[0]?.line ?? 1, "a step has one setup and one task");
    const prose = createProse(referring(settings), complain);
    const parts = others.map((stretch) => compilePart(stretch, prose, known, complain));
    const conditions = parts.flatMap((part) => (part.kind === "task" ? taskFacts(part) : []));
    return { setup, parts, facts: [...new Set([...prose.facts, ...conditions])] };
  });
}

function compilePart(stretch: Stretch, prose: Prose, known: Known, complain: Complain): Part {
  switch (stretch.kind) {
    case "task":
      return parseTask(stretch, prose, known, complain);
    case "question":
      return parseQuestion(stretch, prose, complain);
    case "":
      break;
    default:
      complain(stretch.line - 1, `"${stretch.kind}" is no block of a lesson; it is setup, task or question`);
  }
  return { kind: "text", html: prose.block(stretch) };
}
