import type { WorkerEvent } from "../protocol";

/** What the page hears of its workers: their own events, and what becomes of them (see worker-link.ts). */
export type LinkEvent =
  | Exclude<WorkerEvent, { type: "saved" }>
  /**
   * Another worker goes on. `complete` unless what was asked for last had to be left out, lest it kills this one too. `isLent`: the
   * run that it has is lent, and the reader's own is kept.
   */
  | { type: "revived"; complete: boolean; playing: boolean; isLent: boolean }
  /** The worker has been at one piece of work for long; null as soon as it answers. */
  | { type: "silent"; startAnew: (() => void) | null };
