/** The worker's work is done in turns, between which waiting commands come. */

/** When there is to be another turn. */
export type Next = "at once" | "soon" | null;

/** For `soon`: browsers let no timer come earlier. */
const soonMilliseconds = 4;

/** What comes back asks for a turn; however often it is asked for, there is but one chain of them. */
export function createTurns(take: () => Next): () => void {
  // setTimeout waits 4 ms and more; a message to oneself lets waiting commands through and comes at once.
  const channel = new MessageChannel();
  let isPending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    clearTimeout(timer); // sooner than soon
    if (isPending) return;
    isPending = true;
    channel.port2.postMessage(null);
  };
  channel.port1.onmessage = () => {
    isPending = false;
    const next = take();
    if (next === "at once") ask();
    else if (next === "soon") timer = setTimeout(ask, soonMilliseconds);
  };
  return ask;
}
