/** The fenced blocks of a lesson: setup, task, question. */

import type { Condition } from "../../src/page/lessons/condition.ts";
import { factsOf, parseCondition } from "../../src/page/lessons/condition.ts";
import type { Choice, Question, Task } from "../../src/page/lessons/lesson.ts";
import type { Arrangement } from "../../src/page/state/playground.ts";
import { speeds } from "../../src/page/state/speeds.ts";
import type { Known } from "./known.ts";
import type { Prose } from "./prose.ts";
import { type Complain, type Lines, named } from "./scan.ts";

/** A setup trains while the reader waits; this takes a moment. */
const mostIterations = 100_000;

const joined = ({ lines }: Lines): string => lines.join(" ").trim();

/** Their names and lines; a name that is there twice is told. */
function once(block: Lines, names: readonly string[], complain: Complain, several = ""): ReturnType<typeof named> {
  const found = named(block, names);
  const seen = new Set<string>();
  for (const { name, line } of found.values) {
    if (seen.has(name) && name !== several) complain(line, `${name} is there twice`);
    seen.add(name);
  }
  return found;
}

/** `before` are the settings that the steps before have set up: an experiment and changes to it. */
export function parseSetup(block: Lines, before: readonly string[], known: Known, complain: Complain): Arrangement {
  const setup: Arrangement = { place: {} };
  for (const [i, text] of block.lines.entries()) {
    const line = block.line + i;
    if (text.trim() === "") continue;
    const [, name = "", value = ""] = /^(\w+):\s*(.*?)\s*$/.exec(text) ?? [];
    if (name in setup || name in setup.place) complain(line, `${name} is there twice`);
    if (name === "open" || name === "change") {
      setup[name] = value;
      for (const problem of known.problems(...settingsAfter(setup, before))) complain(line, problem);
    } else if (name === "train") {
      setup.train = Number(value);
      if (!/^\d+$/.test(value) || setup.train > mostIterations)
        complain(line, `train takes a number of iterations up to ${mostIterations}, not "${value}"`);
    } else if (name === "speed") {
      const speed = value === "full" ? null : Number(value);
      if ((speeds as readonly (number | null)[]).includes(speed)) setup.speed = speed;
      else complain(line, `speed is ${speeds.slice(0, -1).join(", ")} or full, not "${value}"`);
    } else if (known.isPlace(name)) {
      Object.assign(setup.place, { [name]: value });
      if (name === "view" && !known.isView(value)) complain(line, `there is no view "${value}"`);
    } else
      complain(line, `"${text.trim()}" sets nothing up; it is open, change, train, speed, view or another field of the place`);
  }
  return setup;
}

/** The settings, text by text, that the page has after a setup. */
export function settingsAfter({ open, change }: Arrangement, before: readonly string[]): readonly string[] {
  const first = open === undefined ? before : [open];
  return change === undefined ? first : [...(first.length === 0 ? [""] : first), change];
}

export function parseTask(block: Lines, prose: Prose, known: Known, complain: Complain): Task {
  const { text, values } = once(block, ["until", "spot", "then", "hint", "but"], complain, "but");
  const one = (name: string): Lines | undefined => values.find((value) => value.name === name);
  const words = (name: string): string => {
    const lines = one(name);
    return lines === undefined ? "" : prose.inline(lines);
  };
  const html = prose.block(text);
  if (html === "") complain(block.line, "the task says nothing");
  const until = one("until");
  if (until === undefined) complain(block.line, "the task has no until");
  const spotLine = one("spot");
  const spot = spotLine === undefined ? "" : joined(spotLine);
  if (spotLine !== undefined && !known.isSpot(spot)) complain(spotLine.line, `nothing in web/src has the data-spot "${spot}"`);
  const but = values.flatMap((value) => {
    if (value.name !== "but") return [];
    const [condition = "", sentence = ""] = value.lines.join("\n").split(/\s+::\s+/, 2);
    if (sentence === "") complain(value.line, "but takes a condition, two colons and a sentence");
    return { when: conditionOf(condition, value.line, known, complain), html: prose.inline({ ...value, lines: [sentence] }) };
  });
  return {
    kind: "task",
    html,
    until: until === undefined ? [] : conditionOf(joined(until), until.line, known, complain),
    spot,
    done: words("then"),
    hint: words("hint"),
    but,
  };
}

function conditionOf(text: string, line: number, known: Known, complain: Complain): Condition {
  try {
    const condition = parseCondition(text, known.kindOf);
    for (const { fact, operator, term } of condition) {
      const value = "value" in term ? String(term.value) : "";
      if (fact === "view" && !known.isView(value)) complain(line, `there is no view "${value}"`);
      if (operator === "=" && value !== "") for (const problem of known.valueProblems(fact, value)) complain(line, problem);
    }
    return condition;
  } catch (error) {
    complain(line, (error as Error).message);
    return [];
  }
}

const answer = /^\(( |x)\)\s+/;

export function parseQuestion(block: Lines, prose: Prose, complain: Complain): Question {
  const text: Lines = { line: block.line, lines: [] };
  const answers: Lines[] = [];
  for (const [i, line] of block.lines.entries()) {
    if (answer.test(line)) answers.push({ line: block.line + i, lines: [line] });
    else (answers.at(-1) ?? text).lines.push(line);
  }
  const parsed = answers.map((lines): Choice => {
    const whole = lines.lines.join("\n");
    const [words = "", reply = ""] = whole.replace(answer, "").split(/\s+—\s+(.*)/s, 2);
    if (reply === "") complain(lines.line, "the answer has no reply after a dash (—)");
    return {
      right: whole.startsWith("(x)"),
      html: prose.inline({ ...lines, lines: [words] }),
      reply: prose.inline({ ...lines, lines: [reply] }),
    };
  });
  const html = prose.block(text);
  if (html === "") complain(block.line, "the question asks nothing");
  if (parsed.length < 2 || !parsed.some(({ right }) => right))
    complain(block.line, "a question has two answers or more, with (x) before what is right and ( ) before the others");
  return { kind: "question", html, answers: parsed };
}

/** Those of a task's conditions. */
export const taskFacts = ({ until, but }: Task): string[] => [until, ...but.map(({ when }) => when)].flatMap(factsOf);
