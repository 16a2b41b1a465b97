/** Which instruments are on screen: the worker measures these and no others. */
import type { Command, Instruments } from "../../protocol";

/** Puts some on screen, besides those that others have put there; what it returns takes them away. */
export function createWatching(send: (command: Command) => void): (instruments: Instruments) => () => void {
  const watchers = new Set<Instruments>();
  let isPending = false;
  const tell = (): void => {
    // Together with what else changes now: an instrument that is only set anew must not miss a frame.
    if (isPending) return;
    isPending = true;
    queueMicrotask(() => {
      isPending = false;
      send({ type: "watch", instruments: Object.assign({}, ...watchers) });
    });
  };
  return (instruments) => {
    watchers.add(instruments);
    tell();
    return () => {
      watchers.delete(instruments);
      tell();
    };
  };
}
