/** Signals that the worker's events write and components read, and what is done to them. */
import { batch, computed, signal } from "@preact/signals";
import type { Catalogue, Progress } from "../../../../bindings/backprop";
import type { Command, Frame, Instruments, PlanePicture } from "../../protocol";
import { formatSentence } from "../format";
import type { LinkEvent } from "../link-event";
import { parameterName } from "../views/parameters";
import { createArranging } from "./arranging";
import { createAsked } from "./asked";
import { besidesWaiting, withWaiting } from "./batch";
import { createChanges } from "./changes";
import { agrees, type Check, checkWith } from "./check";
import { createComparison } from "./comparison";
import { type CurveChoice, usualCurves } from "./curve-choice";
import { createEditing } from "./editing";
import { createWhileHidden } from "./hidden";
import { type CostHistory, emptyHistory, withRecords } from "./history";
import { createKeeping } from "./kept";
import {
  byHandNotice,
  failureNotice,
  missingNotice,
  type Notice,
  problemNotice,
  revivedNotice,
  silentNotice,
  stopNotice,
} from "./notice";
import { createOwnState } from "./own";
import { emptyPast, type Past, pastOf } from "./past";
import { type Place, start, type View } from "./place";
import type { Playground, Run } from "./playground";
import { createSeal } from "./seal";
import { settingsText } from "./settings";
import { createShown } from "./shown";
import { createPlaneSight } from "./sight";
import { usualSpeed } from "./speeds";
import { editOf, restarted, setByHand, withMark } from "./timeline";
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
  const past = signal<Past>(emptyPast);
  const curveChoice = signal<CurveChoice>(usualCurves);
  const speed = signal<number | null>(usualSpeed);
  const notice = signal<Notice | null>(null);
  const keeping = createKeeping({ link: "", seal: "", sight: "", pinned: null, speed: usualSpeed });
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
  /** Each view's phase means nothing to the others; where the reader was in one is where they come back to. */
  const phases = new Map<View, string>();
  const entering = (view: View): Place => ({
    ...place.value,
    view,
    phase: view === place.value.view ? place.value.phase : (phases.get(view) ?? ""),
  });
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
    arranging.changed();
    changes.name(Object.keys(settings));
    setSeal(seal.after(Object.keys(settings)));
    if ("batchSize" in settings) past.value = { ...past.value, waitingBatch: null };
    sendChange(settingsText(withWaiting(settings, past.value.waitingBatch)));
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
  const setSeal = (text: string): void => {
    if (text !== place.value.seal) place.value = { ...place.value, seal: text };
  };
  const setSpeed = (iterationsPerSecond: number | null): void => {
    speed.value = iterationsPerSecond;
    send({ type: "speed", iterationsPerSecond });
  };
  const arranging = createArranging({
    send,
    asked,
    keeping,
    place,
    shown,
    speed,
    setSpeed,
    pause,
    sendChange,
    train: (count) => training.perform({ unit: "iteration", count }, false),
    link: () => run.value?.link,
    iteration: () => currentFrame.value?.progress.iteration ?? openedAt.iteration,
  });

  /** The names of the weights and biases that were given values by hand, and of those that are frozen. */
  const byHand = () => ({
    set: setByHand(past.value.timeline),
    frozen: Array.from(currentFrame.value?.frozen ?? [], (at) => parameterName(run.value?.sizes ?? [], at)),
  });

  const handlers: { [Type in LinkEvent["type"]]: (event: Extract<LinkEvent, { type: Type }>) => void } = {
    ready: (event) => {
      samples.value = event.samples;
      catalogue.value = event.catalogue;
    },
    opened: (event) => {
      const { by, experiment, link, points, planeHalf, sizes, progress } = event;
      const problems = besidesWaiting(event.problems, past.value.waitingBatch);
      const takenBack = by === "change" && event.restarted ? byHandNotice("The new run", byHand()) : null;
      if (by === "lend") keeping.lent({ link: run.value?.link ?? "", ...past.value });
      past.value = pastOf(event, run.value, past.value, keeping.kept.value);
      run.value = { number: event.run, by, experiment, link, points, planeHalf, sizes };
      openedAt = progress;
      editing.keepWithin(sizes);
      shown.keepWithin(sizes);
      const to = asked.answered(by);
      if (to !== null) place.value = { ...place.value, ...to };
      if (event.restarted) history.value = emptyHistory();
      if (by === "open" || by === "giveBack") keeping.end();
      // What failed has still failed.
      const stays = by === "restore" || notice.value?.kind === "failed" || notice.value?.kind === "engine";
      notice.value = problemNotice(problems) ?? (stays ? notice.value : takenBack);
    },
    frame: (event) => {
      history.value = withRecords(history.value, event.frame.history.from, event.frame.history.records);
      frame.value = event.frame;
      plane.value = event.frame.plane ?? plane.value;
      if (arranging.showed(event.mark)) changes.settle();
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
      editing.answered(edit.refused && formatSentence(edit.refused));
      if (run.value === null || Object.is(edit.from, edit.to)) return;
      const made = editOf(parameterName(run.value.sizes, edit.parameter), edit);
      lastCheck.value = null;
      past.value = { ...past.value, altered: true, timeline: withMark(past.value.timeline, [made], progress) };
      setSeal(seal.after([made.name]));
    },
    stopped: ({ stop, validation }) => {
      playing.value = false;
      // Of two that are compared, each says beside its picture how it ended.
      if (comparison.other.value === null) notice.value = run.value && stopNotice(stop, run.value, validation);
    },
    failed: (event) => {
      playing.value = false;
      notice.value = failureNotice(event.message);
    },
    revived: (event) => {
      playing.value = event.playing;
      if (!event.complete) {
        asked.forget();
        keeping.forget();
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
    destination: computed(() => ({ ...place.value, ...asked.leadsTo.value })),
    frame,
    currentFrame,
    plane,
    history,
    timeline: computed(() => past.value.timeline),
    curveChoice,
    playing,
    speed,
    notice,
    altered: computed(() => past.value.altered),
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
    waitingBatch: computed(() => past.value.waitingBatch),
    seal,
    whileHidden: createWhileHidden(send),
    ...arranging,
    change,
    kept: keeping.kept,
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
      notice.value = byHandNotice("Reset", byHand());
      lastCheck.value = null; // of other parameters at the same iteration, if some were set by hand
      past.value = { ...past.value, altered: false, timeline: restarted(past.value.timeline) };
      send({ type: "reset" });
    },
    setSpeed,
    entering,
    go: (to) =>
      batch(() => {
        arranging.moved();
        const { view, phase } = place.value;
        const from = to.view === undefined ? {} : entering(to.view);
        if (to.view !== undefined) phases.set(view, phase);
        place.value = { ...place.value, ...from, ...to };
        if (to.lesson !== undefined) arranging.entered();
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
