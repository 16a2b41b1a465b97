/** The outline of a lesson's file: front matter, steps, and in them stretches of text and fenced blocks, each with its line. */

/** Where something is wrong, and what. */
export type Complain = (line: number, sentence: string) => void;

export interface Lines {
  /** Of the first of them, from 1. */
  line: number;
  lines: string[];
}

/** A stretch of text, or, with a kind, a fenced block of that kind. */
export interface Stretch extends Lines {
  kind: string;
}

export interface Outline {
  front: Record<string, string>;
  steps: Stretch[][];
}

const fields = ["title", "part", "summary"];
/** Which steps belong to the short way, such as "1, 3". */
const optional = ["short"];

export function scan(source: string, complain: Complain): Outline {
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    complain(1, "a lesson begins with its title, part and summary between two lines of three dashes");
    return { front: {}, steps: [] };
  }
  return { front: frontMatter(lines.slice(1, end), complain), steps: stepsOf(lines, end + 1, complain) };
}

function frontMatter(lines: string[], complain: Complain): Record<string, string> {
  const front: Record<string, string> = {};
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const [, name = "", value = ""] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (![...fields, ...optional].includes(name)) complain(i + 2, `"${line}" is none of title, part, summary and short`);
    else if (name in front) complain(i + 2, `${name} is there twice`);
    else front[name] = value;
  }
  for (const name of fields) if (!front[name]) complain(1, `the lesson has no ${name}`);
  return front;
}

/** `from` is the place of the first line, from 0. */
function stepsOf(lines: string[], from: number, complain: Complain): Stretch[][] {
  const steps: Stretch[][] = [[]];
  let text: Stretch | null = null;
  let fence: Stretch | null = null;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] as string;
    if (fence !== null) {
      if (line.trimEnd() === "```") fence = null;
      else fence.lines.push(line);
    } else if (line.startsWith("```")) {
      fence = { kind: line.slice(3).trim(), line: i + 2, lines: [] };
      steps.at(-1)?.push(fence);
      text = null;
    } else if (line.trimEnd() === "---") {
      if (steps.at(-1)?.length === 0) complain(i + 1, "the step before this line is empty");
      steps.push([]);
      text = null;
    } else if (text !== null) text.lines.push(line);
    else if (line.trim() !== "") {
      text = { kind: "", line: i + 1, lines: [line] };
      steps.at(-1)?.push(text);
    }
  }
  if (fence !== null) complain(fence.line - 1, `the block \`\`\`${fence.kind} has no end`);
  if (steps.at(-1)?.length === 0) complain(lines.length, "the last step is empty");
  return steps;
}

/**
 * Lines such as `until: epoch > 3`, and before the first of them text; a line without a name goes on with what stands above it.
 * Names that are not `known` are text, too: a sentence may have a colon.
 */
export function named(block: Lines, known: readonly string[]): { text: Lines; values: (Lines & { name: string })[] } {
  const text: Lines = { line: block.line, lines: [] };
  const values: (Lines & { name: string })[] = [];
  for (const [i, line] of block.lines.entries()) {
    const [, name = "", value = ""] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    if (known.includes(name)) values.push({ name, line: block.line + i, lines: [value] });
    else (values.at(-1) ?? text).lines.push(line);
  }
  return { text, values };
}
