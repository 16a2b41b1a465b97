/** Which steps the reader has finished, and which was open last; kept in this browser where it allows that. */
import { type ReadonlySignal, signal } from "@preact/signals";

export interface LessonProgress {
  /** Steps as links name them: "bp2/3". */
  finished: ReadonlySignal<ReadonlySet<string>>;
  finish(step: string): void;
  open(step: string): void;
}

const key = "lessons";

interface Kept {
  finished: string[];
  last: string;
}

/** Private windows may have no storage or refuse it, and what lies there may be anything. */
function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    const { finished, last } = kept as Partial<Record<keyof Kept, unknown>>;
    return {
      finished: Array.isArray(finished) ? finished.filter((step) => typeof step === "string") : [],
      last: typeof last === "string" ? last : "",
    };
  } catch {
    return { finished: [], last: "" };
  }
}

function write(kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Then it lasts as long as the page.
  }
}

export const lastOpen = (): string => read().last;

export function createProgress(): LessonProgress {
  const finished = signal<ReadonlySet<string>>(new Set(read().finished));
  let { last } = read();
  const keep = (): void => write({ finished: [...finished.value], last });
  return {
    finished,
    finish: (step) => {
      if (finished.peek().has(step)) return;
      finished.value = new Set([...finished.peek(), step]);
      keep();
    },
    open: (step) => {
      last = step;
      keep();
    },
  };
}
