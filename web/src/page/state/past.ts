/** What a run has come through besides its costs; it is put away and comes back with the run. Pure. */
import type { Progress } from "../../../../bindings/backprop";
import type { RunDescription, WorkerEvent } from "../../protocol";
import { stillPostponed } from "./batch";
import { begunAt, emptyTimeline, type Timeline, withChange } from "./timeline";

export interface Past {
  /** Whether it goes beyond its link. */
  altered: boolean;
  timeline: Timeline;
  /** See state/batch.ts. */
  postponedBatchSize: number | null;
}

export const emptyPast: Past = { altered: false, timeline: emptyTimeline, postponedBatchSize: null };

type Described = Pick<RunDescription, "experiment" | "link" | "points" | "sizes">;

/** A run as the worker has opened it. */
interface Opened extends Described {
  by: Extract<WorkerEvent, { type: "opened" }>["by"];
  restarted: boolean;
  progress: Progress;
}

/** After that, if `past` was that of the run before, and `kept` of the one that was put away. */
export function pastOf(opened: Opened, before: Described | null, past: Past, kept: Past | undefined): Past {
  const { by, link, progress, restarted } = opened;
  if (by === "giveBack") return kept ?? past;
  // It is one that the page knows already.
  if (by === "restore") return past;
  if (before === null || by === "open" || by === "lend") return { ...emptyPast, timeline: begunAt(progress) };
  return {
    altered: !restarted && (past.altered || (link !== before.link && progress.iteration > 0)),
    timeline: restarted ? begunAt(progress) : withChange(past.timeline, before, opened, progress),
    postponedBatchSize: stillPostponed(past.postponedBatchSize, before, opened),
  };
}
