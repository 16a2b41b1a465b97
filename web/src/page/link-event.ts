import type { WorkerEvent } from "../protocol";

/** What the page hears of its workers: their own events, and what becomes of them (see worker-link.ts). */
export type LinkEvent =
  | Exclude<WorkerEvent, { type: "saved" }>
  /** Should the worker die, what it has answered up to now is not lost. */
  | { type: "saved" }
  /** It has, and what it was asked for since the last `saved` was left out, lest it kills the next one too. */
  | { type: "undone" }
  /** Another worker goes on; `complete` unless something was left out. */
  | { type: "revived"; complete: boolean; playing: boolean }
  /** The worker has been at one piece of work for long; null as soon as it answers. */
  | { type: "silent"; startAnew: (() => void) | null };
