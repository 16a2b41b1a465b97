/** Signals that the worker's events write and components read, and what is done to them. */
import { batch, computed, signal } from "@preact/signals";
import type { Catalogue, Progress } from "../../../../bindings/backprop";
import type { Command, Frame, PlanePicture } from "../../protocol";
import { formatSentence } from "../format";
import type { LinkEvent } from "../link-event";
import { parameterName } from "../views/parameters";
import { createArranging } from "./arranging";
import { createAsked } from "./asked";
import { besidesPostponed, withPostponed } from "./batch";
import { createChanges } from "./changes";
import { agrees, type Check, checkWith } from "./check";
import { createComparison } from "./comparison";
import { type CurveChoice, usualCurves } from "./curve-choice";
import { createEditing } from "./editing";
import { createGoingBack } from "./going-back";
import { createWhileHidden } from "./hidden";
import { type CostHistory, emptyHistory, withRecords } from "./history";
import { createKeeping } from "./kept";
import { createMoving } from "./moving";
import {
  byHandNotice,
  failureNotice,
  missingNotice,
  type Notice,
  problemNotice,
  revivedNotice,
  silentNotice,
  stopNotice,
  withStaying,
} from "./notice";
import { createOwnState } from "./own";
import { emptyPast, type Past, pastOf } from "./past";
import { type Place, start } from "./place";
import type { Playground, Run } from "./playground";
import { createSeal } from "./seal";
import { settingsText } from "./settings";
import { createShown } from "./shown";
import { createPlaneSight } from "./sight";
import { usualSpeed } from "./speeds";
import { editOf, restarted, setByHand, withMark } from "./timeline";
import { createTraining } from "./training";
import { createWatching } from "./watching";

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
  const keeping = createKeeping({ identity: "", link: "", seal: "", sight: "", pinned: null, speed: usualSpeed });
  const place = signal<Place>(start);
  const lastCheck = signal<Check | null>(null);
  const check = computed(() => {
    const made = lastCheck.value;
    const now = currentFrame.value;
    return made !== null && made.run === now?.run && made.iteration === now.progress.iteration ? made : null;
  });
  const proved = computed(() => agrees(check.value));
  const pointed = signal("");
  const sight = createPlaneSight(place, (request) => send({ type: "plane", ...request }));
  const comparison = createComparison();
  const editing = createEditing(send);
  const shown = createShown(send);
  const changes = createChanges(computed(() => run.value?.experiment));
  const seal = createSeal(place);
  const moving = createMoving(place);

  const currentFrame = computed(() => (frame.value?.run === run.value?.number ? frame.value : null));

  const asked = createAsked(run);
  const goingBack = createGoingBack({ asked, keeping, past, place, shown });
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
    if ("batchSize" in settings) past.value = { ...past.value, postponedBatchSize: null };
    sendChange(settingsText(withPostponed(settings, past.value.postponedBatchSize)));
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
    sealAfter: seal.after,
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
      const problems = besidesPostponed(event.problems, past.value.postponedBatchSize);
      const isNew = by === "change" && event.restarted;
      const takenBack = isNew ? (byHandNotice("The new run", byHand()) ?? notice.value?.stays ?? null) : null;
      if (by === "lend") keeping.lent({ link: run.value?.link ?? "", past: past.value });
      past.value = pastOf(event, run.value, past.value, keeping.kept.value?.past);
      const { to, isPlaced } = asked.answered(by);
      // Where one looked closer there is something else now.
      const isElsewhere = isNew && experiment.data !== run.value?.experiment.data;
      if (isElsewhere && !isPlaced) place.value = { ...place.value, sight: "" };
      run.value = { number: event.run, by, experiment, link, points, planeHalf, sizes };
      openedAt = progress;
      editing.keepWithin(sizes);
      shown.keepWithin(sizes);
      place.value = { ...place.value, ...to };
      if (event.restarted) history.value = emptyHistory();
      if (by === "open" || by === "giveBack") keeping.putBack(null);
      // What failed has still failed.
      const lasts = by === "restore" || notice.value?.kind === "failed" || notice.value?.kind === "engine";
      const problem = problemNotice(problems);
      if (problem !== null || !lasts) notice.value = withStaying(problem, takenBack);
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
    saved: goingBack.saved,
    undone: goingBack.undone,
    revived: (event) => {
      playing.value = event.playing;
      if (!event.complete) goingBack.wentBack();
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
    identity: computed(() => asked.last.value.identity),
    isUncertain: asked.isUncertain,
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
    postponedBatchSize: computed(() => past.value.postponedBatchSize),
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
    entering: moving.entering,
    go: (to) =>
      batch(() => {
        arranging.moved();
        moving.go(to);
        if (to.lesson !== undefined) arranging.entered();
      }),
    watch: createWatching(send),
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
