/** What can be undone and redone. */
export interface UndoHistory<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
}

/** Nobody goes back further; so much of the past costs no memory to speak of. */
const longestPast = 100;

export const beginHistory = <State>(present: State): UndoHistory<State> => ({ past: [], present, future: [] });

/** Another state; what was undone before cannot be redone any more. The same state again is none. */
export function record<State>({ past, present, future }: UndoHistory<State>, next: State): UndoHistory<State> {
  if (next === present) return { past, present, future };
  return { past: [...past, present].slice(-longestPast), present: next, future: [] };
}

export function undo<State>(history: UndoHistory<State>): UndoHistory<State> {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<State>(history: UndoHistory<State>): UndoHistory<State> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, present], present: next, future: rest };
}
