/** Signals that the worker's events write and components read, and what is done to them. */
import { batch, computed, signal } from "@preact/signals";
import type { Catalogue, Progress } from "../../../../bindings/backprop";
import type { Command, Frame, Instruments, PlanePicture } from "../../protocol";
import type { LinkEvent } from "../link-event";
import { parameterName } from "../views/parameters";
import { createAsked } from "./asked";
import { besidesWaiting, waitingSize, withWaiting } from "./batch";
import { createChanges } from "./changes";
import { agrees, type Check, checkWith } from "./check";
import { createComparison } from "./comparison";
import { type CurveChoice, usualCurves } from "./curve-choice";
import { createEditing } from "./editing";
import { createWhileHidden } from "./hidden";
import { type CostHistory, emptyHistory, withRecords } from "./history";
import { createKeeping } from "./kept";
import {
  failureNotice,
  missingNotice,
  type Notice,
  problemNotice,
  resetNotice,
  revivedNotice,
  silentNotice,
  stopNotice,
} from "./notice";
import { createOwnState } from "./own";
import { type Place, start, type View } from "./place";
import {
  type Arrangement,
  type Arrival,
  forTrial,
  givenBack,
  type Playground,
  type Purpose,
  type Run,
  type Visit,
} from "./playground";
import { createSeal, freshSeal } from "./seal";
import { settingsText } from "./settings";
import { createShown } from "./shown";
import { createPlaneSight } from "./sight";
import { usualSpeed } from "./speeds";
import { begunAt, editOf, emptyTimeline, restarted, setByHand, type Timeline, withChange, withMark } from "./timeline";
import { createTraining } from "./training";

export function createPlayground(send: (command: Command) => void): Playground {
  const catalogue = signal<Catalogue | null>(null);
  const samples = signal<Record<string, Float32Array>>({});
  const run = signal<Run | null>(null);
  const frame = signal<Frame | null>(null);
  const plane = signal<PlanePicture | null>(null);
  const history = signal<CostHistory>(emptyHistory());
  const training = createTraining(send);
  const { playing } = training;
  const timeline = signal<Timeline>(emptyTimeline);
  const curveChoice = signal<CurveChoice>(usualCurves);
  const speed = signal<number | null>(usualSpeed);
  const notice = signal<Notice | null>(null);
  const altered = signal(false);
  const waitingBatch = signal<number | null>(null);
  const {
    kept,
    look: ownLook,
    link: ownLink,
    lending,
    lent,
    forget: forgetLending,
    end: endKeeping,
  } = createKeeping({ link: "", seal: "", sight: "", pinned: null, speed: usualSpeed });
  const place = signal<Place>(start);
  const lastCheck = signal<Check | null>(null);
  const check = computed(() => {
    const made = lastCheck.value;
    const now = currentFrame.value;
    return made !== null && made.run === now?.run && made.iteration === now.progress.iteration ? made : null;
  });
  const proved = computed(() => agrees(check.value));
  const pointed = signal("");
  const sight = createPlaneSight(place, (sight) => send({ type: "sight", ...sight }));
  const comparison = createComparison();
  const editing = createEditing(send);
  const shown = createShown(send);
  const changes = createChanges(computed(() => run.value?.experiment));
  const seal = createSeal(place);
  const arranged = signal(true);
  const asArranged = signal(true);
  const arrival = signal<Arrival | null>(null);
  const setFor = signal<Purpose>("");
  /** Each view's phase means nothing to the others; where the reader was in one is where they come back to. */
  const phases = new Map<View, string>();
  const entering = (view: View): Place => ({
    ...place.value,
    view,
    phase: view === place.value.view ? place.value.phase : (phases.get(view) ?? ""),
  });
  /** Of arrangements, which are numbered: the last one, and the last one that a frame was made after. */
  const mark = signal(0);
  const shownMark = signal(0);
  /** Who has put which instruments on screen. */
  const watchers = new Set<Instruments>();
  let instrumentsPending = false;
  const sendInstruments = (): void => {
    // Together with what else changes now: an instrument that is only set anew must not miss a frame.
    if (instrumentsPending) return;
    instrumentsPending = true;
    queueMicrotask(() => {
      instrumentsPending = false;
      send({ type: "watch", instruments: Object.assign({}, ...watchers) });
    });
  };

  const currentFrame = computed(() => (frame.value?.run === run.value?.number ? frame.value : null));

  const asked = createAsked(run);
  const sendChange = (text: string): void => {
    asked.forChange();
    send({ type: "change", text });
  };
  const change: Playground["change"] = (settings) => {
    if (typeof settings === "function") {
      asked.afterwards((now) => change(settings(now)));
      return;
    }
    if (Object.keys(settings).length === 0) return;
    arranged.value = false;
    asArranged.value = false;
    changes.name(Object.keys(settings));
    setSeal(seal.after(Object.keys(settings)));
    if ("batchSize" in settings) waitingBatch.value = null;
    sendChange(settingsText(withWaiting(settings, waitingBatch.value)));
  };
  const own = createOwnState(
    computed(() => run.value?.experiment),
    change,
  );
  const pause = (): void => {
    training.rest();
    send({ type: "pause" });
  };
  /** How far the present run was when it was opened. */
  let openedAt: Pick<Progress, "iteration"> = { iteration: 0 };
  /** Whether the last run that was arranged was begun by the address where a lesson had set it up, and nobody has done so again. */
  let isAnew = false;
  /** Where another run begins, nobody has looked at its test set, nor at a part of its plane. */
  const freshly = () => ({ seal: freshSeal(place.value.seal), sight: start.sight });
  const setSeal = (text: string): void => {
    if (text !== place.value.seal) place.value = { ...place.value, seal: text };
  };
  const begin = (text: string, to: Partial<Place> = {}): void => {
    pause();
    asked.forRun(text, to);
    send({ type: "open", text });
  };
  const lend = (text: string, { seal, sight }: Place, to: Partial<Place> = {}): void => {
    pause();
    lending({ link: asked.heading.value ?? "", seal, sight, pinned: shown.pinned.value, speed: speed.value });
    asked.forRun(text, to);
    send({ type: "lend", text });
  };
  const setSpeed = (iterationsPerSecond: number | null): void => {
    speed.value = iterationsPerSecond;
    send({ type: "speed", iterationsPerSecond });
  };
  const giveBack = (to: Partial<Place> = {}): void => {
    pause();
    setFor.value = givenBack;
    const look = ownLook();
    if (look !== null) {
      setSpeed(look.speed);
      shown.pin(look.pinned);
    }
    asked.forRun(ownLink() ?? "", { ...to, ...(look && { seal: look.seal, sight: look.sight }) });
    send({ type: "giveBack" });
  };
  /** Whether there is a run of the reader's to come back to: one that is kept already, or the present one. */
  const isLending = (isWorthKeeping: boolean): boolean =>
    ownLook() !== null || (isWorthKeeping && ["", givenBack].includes(setFor.value));
  /** A run that is still to come has not. */
  const hasBegun = (): boolean => !asked.isOpening() && (currentFrame.value?.progress.iteration ?? openedAt.iteration) > 0;
  const arrange = (
    { open, change: settings, train, lent = false, setFor: purpose = "", speed: pace, place: to }: Arrangement,
    visit?: Visit,
  ): void =>
    batch(() => {
      arranged.value = true;
      if (open !== undefined || settings !== undefined) asArranged.value = visit !== "own";
      const before = place.value;
      // The address says all of the place.
      if (visit !== undefined) asked.stay();
      place.value = { ...place.value, ...(open === undefined ? {} : freshly()), ...to };
      // What the reader left for a while is still there to go back to.
      const isReturn = visit === "own" || visit === "as arranged";
      const isKept = open !== undefined && isReturn && open === ownLink();
      const anew = visit === "as arranged" && (open === undefined ? isAnew && !hasBegun() : !isKept);
      if (open !== undefined) isAnew = anew;
      if (visit !== undefined) arrival.value = { lesson: place.value.lesson, visit, anew };
      mark.value += 1;
      if (isKept) giveBack();
      else if (open !== undefined) {
        // What is kept stays so on the way through the browser's history. A run that has not begun is not worth keeping.
        if ((isReturn && ownLook() !== null) || (lent && isLending(hasBegun()))) lend(open, before);
        else begin(open);
        // Another experiment begins with its answer; on the way back the same neurons are there.
        if (!isReturn) shown.pin(null);
        setFor.value = purpose;
      }
      if (pace !== undefined) setSpeed(pace);
      if (settings !== undefined) sendChange(settings);
      if (train !== undefined) training.perform({ unit: "iteration", count: train }, false);
      send({ type: "mark", mark: mark.value });
    });

  const handlers: { [Type in LinkEvent["type"]]: (event: Extract<LinkEvent, { type: Type }>) => void } = {
    ready: (event) => {
      samples.value = event.samples;
      catalogue.value = event.catalogue;
    },
    opened: (event) => {
      const { by, experiment, link, points, planeHalf, sizes, progress } = event;
      const problems = besidesWaiting(event.problems, waitingBatch.value);
      if (by === "lend")
        lent({
          link: run.value?.link ?? "",
          altered: altered.value,
          timeline: timeline.value,
          waitingBatch: waitingBatch.value,
        });
      // Asked for twice, as of a worker that has died and of the next, it is the run that is there already.
      if (by === "giveBack") timeline.value = kept.value?.timeline ?? timeline.value;
      else if (event.restarted || run.value === null) timeline.value = begunAt(progress);
      else timeline.value = withChange(timeline.value, run.value, event, progress);
      if (by === "giveBack") waitingBatch.value = kept.value?.waitingBatch ?? null;
      else if (by === "open" || by === "lend") waitingBatch.value = null;
      else if (run.value !== null) waitingBatch.value = waitingSize(waitingBatch.value, run.value, event);
      const isTheSame = link === run.value?.link;
      run.value = { number: event.run, by, experiment, link, points, planeHalf, sizes };
      openedAt = progress;
      editing.keepWithin(sizes);
      shown.keepWithin(sizes);
      const to = asked.answered(by);
      if (to !== null) place.value = { ...place.value, ...to };
      if (event.restarted) history.value = emptyHistory();
      if (by === "giveBack") altered.value = kept.value?.altered ?? altered.value;
      else if (by !== "restore") altered.value = !event.restarted && (altered.value || (!isTheSame && progress.iteration > 0));
      if (by === "open" || by === "giveBack") endKeeping();
      // What failed has still failed.
      const stays = by === "restore" || notice.value?.kind === "failed" || notice.value?.kind === "engine";
      notice.value = problemNotice(problems) ?? (stays ? notice.value : null);
    },
    frame: (event) => {
      history.value = withRecords(history.value, event.frame.history.from, event.frame.history.records);
      frame.value = event.frame;
      plane.value = event.frame.plane ?? plane.value;
      shownMark.value = event.mark;
      if (event.mark === mark.value) changes.settle();
      comparison.read(event.frame.readings.compare);
    },
    plane: (event) => {
      plane.value = event.plane;
    },
    compared: (event) => comparison.begin(event.other),
    checked: (event) => {
      lastCheck.value = checkWith(lastCheck.value, event);
    },
    trained: (event) => training.over(event.training),
    edited: ({ progress, ...edit }) => {
      editing.answered(edit.refused);
      if (run.value === null || Object.is(edit.from, edit.to)) return;
      const made = editOf(parameterName(run.value.sizes, edit.parameter), edit);
      altered.value = true;
      lastCheck.value = null;
      timeline.value = withMark(timeline.value, [made], progress);
      setSeal(seal.after([made.name]));
    },
    stopped: ({ stop, validation }) => {
      playing.value = false;
      // Of two that are compared, each says beside its picture how it ended.
      if (comparison.other.value === null) notice.value = run.value && stopNotice(stop, run.value.experiment, validation);
    },
    failed: (event) => {
      playing.value = false;
      notice.value = failureNotice(event.message);
    },
    revived: (event) => {
      playing.value = event.playing;
      if (!event.complete) {
        asked.forget();
        forgetLending();
      }
      notice.value = revivedNotice(event.complete);
    },
    silent: ({ startAnew }) => {
      // What else there was to tell meanwhile stays.
      if (startAnew !== null) notice.value = silentNotice(startAnew);
      else if (notice.value?.kind === "engine") notice.value = null;
    },
  };

  return {
    catalogue,
    samples,
    run,
    heading: asked.heading,
    frame,
    currentFrame,
    plane,
    history,
    timeline,
    curveChoice,
    playing,
    speed,
    notice,
    altered,
    place,
    check,
    proved,
    pointed,
    sight,
    comparison,
    editing,
    shown,
    changes,
    own,
    waitingBatch,
    seal,
    whileHidden: createWhileHidden(send),
    arranged,
    arranging: computed(() => shownMark.value < mark.value),
    asArranged,
    arrival,
    setFor,
    arrange,
    change,
    kept,
    open: (text, to) => {
      arranged.value = false;
      asArranged.value = false;
      begin(text, { ...freshly(), ...to });
      shown.pin(null);
      setFor.value = "";
    },
    borrow: (text, to = {}, purpose = forTrial) => {
      arranged.value = false;
      asArranged.value = false;
      // The page as it is first opened is nobody's work.
      if (isLending(hasBegun() || run.value?.link !== "")) lend(text, place.value, { ...freshly(), ...to });
      else begin(text, { ...freshly(), ...to });
      shown.pin(null);
      setFor.value = purpose;
    },
    giveBack: () => {
      arranged.value = false;
      asArranged.value = false;
      giveBack({ watch: start.watch });
    },
    claim: (purpose) => {
      setFor.value = purpose;
    },
    togglePlay: () => {
      training.togglePlay();
      if (playing.value) notice.value = null;
    },
    trainOn: (epochs, rules = {}) => {
      if (Object.keys(rules).length > 0) change(rules);
      notice.value = null;
      const owed = { unit: "epoch", count: epochs ?? Number.MAX_SAFE_INTEGER } as const;
      training.perform(owed, true);
    },
    step: (unit) => {
      notice.value = null;
      pause();
      send({ type: "step", unit });
    },
    reset: () => {
      training.rest();
      const frozen = Array.from(currentFrame.value?.frozen ?? [], (at) => parameterName(run.value?.sizes ?? [], at));
      notice.value = resetNotice(setByHand(timeline.value), frozen);
      altered.value = false;
      lastCheck.value = null; // of other parameters at the same iteration, if some were set by hand
      timeline.value = restarted(timeline.value);
      send({ type: "reset" });
    },
    setSpeed,
    entering,
    go: (to) =>
      batch(() => {
        arranged.value = false;
        const { view, phase } = place.value;
        const from = to.view === undefined ? {} : entering(to.view);
        if (to.view !== undefined) phases.set(view, phase);
        place.value = { ...place.value, ...from, ...to };
        if (to.lesson !== undefined) arrival.value = null;
      }),
    watch: (instruments) => {
      watchers.add(instruments);
      sendInstruments();
      return () => {
        watchers.delete(instruments);
        sendInstruments();
      };
    },
    checkGradient: () => {
      pause();
      send({ type: "check" });
    },
    stopChecking: () => send({ type: "stopCheck" }),
    point: (at) => {
      pointed.value = at;
    },
    warn: (sentence) => {
      const before = notice.peek() ?? { kind: "note", sentences: [] };
      notice.value = { ...before, sentences: [...before.sentences, sentence] };
    },
    dismiss: () => {
      notice.value = null;
    },
    load: (part) =>
      part.catch(() => {
        notice.value = missingNotice;
        return null;
      }),
    receive: (event) => {
      batch(() => (handlers[event.type] as (event: LinkEvent) => void)(event));
      asked.goOn();
    },
  };
}
