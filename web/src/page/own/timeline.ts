/** What can be undone and redone. */
export interface Timeline<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
}

/** Nobody goes back further; so much of the past costs no memory to speak of. */
const longestPast = 100;

export const beginTimeline = <State>(present: State): Timeline<State> => ({ past: [], present, future: [] });

/** Another state; what was undone before cannot be redone any more. The same state again is none. */
export function record<State>({ past, present, future }: Timeline<State>, next: State): Timeline<State> {
  if (next === present) return { past, present, future };
  return { past: [...past, present].slice(-longestPast), present: next, future: [] };
}

export function undo<State>(timeline: Timeline<State>): Timeline<State> {
  const { past, present, future } = timeline;
  const before = past.at(-1);
  return before === undefined ? timeline : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<State>(timeline: Timeline<State>): Timeline<State> {
  const { past, present, future } = timeline;
  const [next, ...rest] = future;
  return next === undefined ? timeline : { past: [...past, present], present: next, future: rest };
}
