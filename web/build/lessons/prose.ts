/** The text of lessons, Markdown with formulas, terms, live numbers and links, as HTML. */
import MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { mathml } from "../mathml.ts";
import type { Complain, Lines } from "./scan.ts";

/** What a text refers to; each answers with what is wrong with it, or "". */
export interface Reference {
  fact(name: string): string;
  link(address: string): string;
  /** The glossary's own way of writing a term, or null. */
  term(name: string): string | null;
}

export interface Prose {
  /** Paragraphs. */
  block(lines: Lines): string;
  /** One paragraph's inside. */
  inline(lines: Lines): string;
  /** The facts that its texts have shown so far. */
  facts: ReadonlySet<string>;
}

/** What stands between two signs, none of it a line of its own: `[[term]]` and so on. */
function between(name: string, open: string, close: string) {
  return (state: StateInline, silent: boolean): boolean => {
    if (!state.src.startsWith(open, state.pos)) return false;
    const end = state.src.indexOf(close, state.pos + open.length);
    if (end < 0) return false;
    if (!silent) state.push(name, "", 0).content = state.src.slice(state.pos + open.length, end);
    state.pos = end + close.length;
    return true;
  };
}

/** A dollar sign on its own is left over by `between`; `\$` is the sign itself, which the rule for escapes takes. */
function lonelyDollar(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "$") return false;
  if (!silent) state.push("lonely", "", 0);
  state.pos += 1;
  return true;
}

/** A formula on lines of its own, which may begin with signs that elsewhere begin a list. */
function displayBlock(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  const lineAt = (line: number): string => state.getLines(line, line + 1, state.blkIndent, false);
  if (!lineAt(from).startsWith("$$")) return false;
  let end = from;
  const ends = (line: number): boolean => (line === from ? /^\$\$.+\$\$\s*$/ : /\$\$\s*$/).test(lineAt(line));
  while (end < to && !ends(end)) {
    if (end > from && state.isEmpty(end)) return false;
    end += 1;
  }
  if (end >= to) return false;
  if (silent) return true;
  state.push("paragraph_open", "p", 1).map = [from, end + 1];
  const token = state.push("inline", "", 0);
  token.content = state.getLines(from, end + 1, state.blkIndent, false).trim();
  token.map = [from, end + 1];
  token.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = end + 1;
  return true;
}

function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false });
  markdown.disable(["image", "fence", "code", "lheading", "hr"]);
  markdown.normalizeLink = (address) => address;
  markdown.normalizeLinkText = (text) => text;
  for (const [name, open, close] of [
    ["display", "$$", "$$"],
    ["formula", "$", "$"],
    ["term", "[[", "]]"],
    ["fact", "{{", "}}"],
  ] as const)
    markdown.inline.ruler.before("escape", name, between(name, open, close));
  markdown.inline.ruler.before("escape", "lonely", lonelyDollar);
  markdown.block.ruler.before("paragraph", "display", displayBlock, { alt: ["paragraph", "list"] });
  return markdown;
}

const markdown = createMarkdown();
const escaped = (text: string): string => markdown.utils.escapeHtml(text);

export function createProse(refer: Reference, complain: Complain): Prose {
  const facts = new Set<string>();
  const useFact = (name: string, line: number): void => {
    const wrong = refer.fact(name);
    if (wrong === "") facts.add(name);
    else complain(line, wrong);
  };

  const formula = (tex: string, display: boolean, line: number): string => {
    try {
      const made = mathml(tex, display);
      for (const [, name = ""] of made.matchAll(/data-slot="([^"]*)"/g)) useFact(name, line);
      return made;
    } catch (error) {
      complain(line, error instanceof Error ? error.message : String(error));
      return "";
    }
  };

  const term = (content: string, line: number): string => {
    const [name = "", words = name] = content.split("|", 2);
    const known = refer.term(name);
    if (known === null) complain(line, `"${name}" is not in the glossary`);
    const address = `glossary/${encodeURIComponent(known ?? name)}`;
    return `<a class="term" href="#lesson=${escaped(address)}" data-term="${escaped(known ?? name)}">${escaped(words)}</a>`;
  };

  const html: Record<string, (content: string, line: number) => string> = {
    formula: (tex, line) => formula(tex, false, line),
    display: (tex, line) => formula(tex, true, line),
    term,
    fact: (name, line) => {
      useFact(name, line);
      return `<span class="fact" data-slot="${escaped(name)}"></span>`;
    },
    lonely: (_, line) => {
      complain(line, "a formula has no end; a dollar sign is written \\$");
      return "";
    },
  };

  /** `line` is that of the token's own first line. */
  const finish = (tokens: Token[], line: number): void => {
    let at = line;
    const opened: Token[] = [];
    for (const [i, token] of tokens.entries()) {
      const make = html[token.type];
      if (token.type === "softbreak" || token.type === "hardbreak") at += 1;
      else if (token.type === "link_open") {
        const address = token.attrGet("href") ?? "";
        const wrong = refer.link(address);
        if (wrong !== "") complain(at, wrong);
        Object.assign(token, linkTo(address));
        opened.push(token);
      } else if (token.type === "link_close") {
        token.tag = opened.pop()?.tag ?? "a";
      } else if (make !== undefined) {
        const { content } = token;
        token.content = make(content, at);
        if (token.type === "formula") keepTogether(token, tokens[i + 1]);
        token.type = "html_inline";
        at += content.split("\n").length - 1;
      }
    }
  };

  return {
    facts,
    block: ({ line, lines }) => {
      const tokens = markdown.parse(lines.join("\n"), {});
      for (const token of tokens) {
        if (token.type === "inline") finish(token.children ?? [], line + (token.map?.[0] ?? 0));
        // The lesson's title is the page's second level.
        if (token.type.startsWith("heading_")) token.tag = "h3";
      }
      return markdown.renderer.render(tokens, markdown.options, {}).trim();
    },
    inline: ({ line, lines }) => {
      const tokens = markdown.parseInline(lines.join("\n").trim(), {});
      for (const token of tokens) finish(token.children ?? [], line);
      return markdown.renderer.render(tokens, markdown.options, {}).trim();
    },
  };
}

/** A browser breaks lines after a formula, even before the full stop: that goes with it. */
function keepTogether(formula: Token, next: Token | undefined): void {
  const mark = next?.type === "text" ? /^[.,;:!?)]+/.exec(next.content)?.[0] : undefined;
  if (next === undefined || mark === undefined) return;
  next.content = next.content.slice(mark.length);
  formula.content = `<span class="kept">${formula.content}${mark}</span>`;
}

/** Links within the page are also links for a tab of their own; see Prose.tsx for what a click does. */
function linkTo(address: string): { tag: string; attrs: [string, string][] } {
  const { scheme, rest } = split(address);
  const link = (href: string, ...more: [string, string][]) => ({
    tag: "a",
    attrs: [["href", href], ...more] as [string, string][],
  });
  const go: [string, string] = ["data-go", address];
  switch (scheme) {
    case "lesson":
    case "view":
      return link(`#${scheme}=${rest}`, go);
    case "open":
      return link(`#${rest}`, go);
    case "change":
      return { tag: "button", attrs: [["type", "button"], ["class", "in-text"], go] };
    default:
      return link(address, ["target", "_blank"], ["rel", "noopener"]);
  }
}

/** "lesson:bp2" in two. */
export function split(address: string): { scheme: string; rest: string } {
  const [, scheme = "", rest = ""] = /^(\w+):(.*)$/s.exec(address) ?? [];
  return { scheme, rest };
}
