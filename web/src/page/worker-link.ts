/**
 * Keeps the training engine alive. Once a second, while something happens, the worker says how everything stands; what was asked
 * for since is noted here. When the worker dies another one is started, given how it stood, and asked for the same again.
 */
import type { Command, Snapshot } from "../protocol";
import type { Client, Listener } from "./client";
import type { LinkEvent } from "./link-event";

/** Milliseconds from something happening to asking how everything stands, */
const savePeriod = 1000;
/** from asking to telling the reader that there is no answer: a large network on a slow phone may be a while at one epoch, */
const patience = 10_000;
/** and how soon after another a death counts as of the same cause. */
const probation = 5000;

type Timer = ReturnType<typeof setTimeout> | undefined;

/**
 * How a command is treated when the worker is replaced. look: says how the run is viewed; only the latest of each type is sent again.
 * opening: is answered with `opened`. work: asks for work on the run. harmless: does not, so it is safe to repeat. own: is between the
 * link and its worker, and never repeated.
 */
const kinds: Record<Command["type"], "look" | "opening" | "work" | "harmless" | "own"> = {
  open: "opening",
  lend: "opening",
  giveBack: "opening",
  change: "opening",
  changeTo: "opening",
  play: "work",
  pause: "harmless",
  reset: "work",
  step: "work",
  train: "work",
  hold: "look",
  speed: "look",
  set: "work",
  freeze: "work",
  show: "look",
  plane: "look",
  watch: "look",
  check: "work",
  stopCheck: "harmless",
  mark: "harmless",
  save: "own",
  restore: "own",
  frameTaken: "own",
};

export function keepAlive(start: (listener: Listener) => Client, onEvent: (event: LinkEvent) => void) {
  let snapshot: Snapshot | null = null;
  const looks = new Map<Command["type"], Command>();
  /** What else was asked for and is not in the snapshot, and whether it was answered. */
  let journal: { command: Command; isAnswered: boolean }[] = [];
  /** How many answers of the present worker the page has from the last one. */
  let known = 0;
  /** How much of the journal is in the snapshot that was asked for; null if none is awaited. */
  let asked: number | null = null;
  let saveTimer: Timer;
  let silenceTimer: Timer;
  let isSilent = false;
  let isReady = false;
  let isGivenUp = false;
  let lastRun = 0;
  /** Deaths that followed each other closely, and when the last one was. */
  let deaths = 0;
  let died = Number.NEGATIVE_INFINITY;
  /** Whether the present worker, another one than the first, still has to show that it stands where the last one stood. */
  let reviving: "all" | "without the last commands" | null = null;

  const listener: Listener = {
    onEvent: (event) => {
      if (event.type === "saved") {
        saved(event.snapshot);
        return;
      }
      // There is one catalogue for all.
      if (event.type === "ready" && isReady) return;
      if (event.type === "ready") isReady = true;
      if (event.type === "opened") lastRun = event.run;
      onEvent(event.type === "opened" ? newsOf(event) : event);
      saveSoon();
    },
    onDeath: (message) => revive(message),
  };
  let client = start(listener);

  /** What the page has been told before is the run that it knows. */
  const newsOf = (event: Extract<LinkEvent, { type: "opened" }>): LinkEvent => {
    if (event.by === "restore") return event;
    if (known > 0) {
      known -= 1;
      return { ...event, by: "restore" };
    }
    const first = journal.find(({ command, isAnswered }) => !isAnswered && kinds[command.type] === "opening");
    if (first !== undefined) first.isAnswered = true;
    return event;
  };
  const saveSoon = (): void => {
    // What is still loading has nothing to save, and may take long to come.
    if (isReady && !isGivenUp && saveTimer === undefined && asked === null) saveTimer = setTimeout(save, savePeriod);
  };
  const save = (): void => {
    saveTimer = undefined;
    asked = journal.length;
    client.send({ type: "save" });
    silenceTimer = setTimeout(silent, patience);
  };
  const saved = (now: Snapshot): void => {
    endWaiting();
    snapshot = now;
    journal = journal.slice(asked ?? 0);
    asked = null;
    if (reviving !== null)
      onEvent({ type: "revived", complete: reviving === "all", playing: now.playing || now.owed.count > 0 });
    reviving = null;
    onEvent({ type: "saved" });
    if (now.playing || now.owed.count > 0 || journal.length > 0) saveSoon();
  };
  const silent = (): void => {
    isSilent = true;
    onEvent({ type: "silent", startAnew: () => revive("it did not answer.") });
  };
  const endWaiting = (): void => {
    clearTimeout(saveTimer);
    clearTimeout(silenceTimer);
    saveTimer = undefined;
    if (isSilent) onEvent({ type: "silent", startAnew: null });
    isSilent = false;
  };

  const revive = (message: string): void => {
    client.end();
    endWaiting();
    asked = null;
    const now = performance.now();
    deaths = now - died < probation ? deaths + 1 : 1;
    died = now;
    // One that never came, such as without a connection, will not come now; one that dies again and again does so by the run itself,
    // and the second time there must be another to go back to.
    if (!isReady || deaths > 2 || (deaths === 2 && snapshot === null)) {
      isGivenUp = true;
      onEvent({ type: "failed", message });
      return;
    }
    reviving = deaths === 1 ? "all" : "without the last commands";
    client = start(listener);
    if (deaths > 1) {
      onEvent({ type: "undone" });
      journal = journal.filter(({ command }) => kinds[command.type] === "harmless");
      snapshot = snapshot && { ...snapshot, playing: false, owed: { ...snapshot.owed, count: 0 }, checking: false };
    }
    known = journal.filter(({ isAnswered }) => isAnswered).length;
    if (snapshot !== null) client.send({ type: "restore", snapshot, run: lastRun });
    for (const command of [...looks.values(), ...journal.map(({ command }) => command)]) client.send(command);
    save();
  };

  return {
    send: (command: Command): void => {
      if (kinds[command.type] === "look") looks.set(command.type, command);
      else journal.push({ command, isAnswered: false });
      client.send(command);
      saveSoon();
    },
  };
}
