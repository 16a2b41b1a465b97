/**
 * Cuts a CSV text into rows of fields, as RFC 4180 has it, with commas, semicolons or tabs between them: a field that holds one of
 * these, a quote or a line break stands in quotes, and a quote within it is written twice. Each row knows its line, so that what is
 * wrong can be found.
 */
export interface Row {
  /** In the text, from 1; the first one of a row with line breaks in it. */
  line: number;
  fields: string[];
}

/** What is wrong, and where. */
export interface CsvProblem {
  line: number;
  /** From 1. */
  column: number;
  sentence: string;
}

export const separators = { ",": "commas", ";": "semicolons", "\t": "tabs" } as const;
export type Separator = keyof typeof separators;

/** The one that stands most often in the first line, outside quotes. */
export function separatorOf(text: string): Separator {
  const line = (/^\s*?(\S[^\r\n]*)/.exec(text)?.[1] ?? "").replaceAll(/"[^"]*"/g, "");
  const count = (separator: string): number => line.split(separator).length;
  // Of equally many the one that is less likely to be a decimal comma.
  return (["\t", ";", ","] as const).reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Rows but for empty ones. */
export function rowsOf(text: string, separator: Separator): Row[] | CsvProblem {
  const rows: Row[] = [];
  let fields: string[] = [];
  let line = 1;
  let begun = 1; // the line where the present row has begun
  let at = text.startsWith("\uFEFF") ? 1 : 0;

  const isLineEnd = (): boolean => text[at] === "\n" || text[at] === "\r";
  const endRow = (): void => {
    if (fields.length > 1 || fields[0]?.trim() !== "") rows.push({ line: begun, fields });
    fields = [];
  };
  const passLineEnd = (): void => {
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
  };

  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      const problem = { line: begun, column: fields.length + 1 };
      if (close < 0) return { ...problem, sentence: "the quotation marks are opened and never closed" };
      const quoted = text.slice(at + 1, close);
      line += quoted.match(/\r\n|\n|\r/g)?.length ?? 0;
      fields.push(quoted.replaceAll('""', '"'));
      at = close + 1;
      if (at < text.length && text[at] !== separator && !isLineEnd())
        return {
          ...problem,
          sentence: "after closing quotation marks the field must end; quotation marks within a field are written twice",
        };
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && !isLineEnd()) at += 1;
      fields.push(text.slice(from, at));
    }
    if (text[at] === separator) at += 1;
    else {
      endRow();
      if (at >= text.length) return rows;
      passLineEnd();
      begun = line;
    }
  }
}

/** Where the quotes end that were opened before `from`; -1 if they do not. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}
