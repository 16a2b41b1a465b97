/** One step of a lesson: its text, what is to be done, and the ways on. */

import { type Signal, useSignal } from "@preact/signals";
import { CornerUpLeft, RotateCcw } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { fieldLabels } from "../../field-labels";
import type { LessonEntry, Part, Step } from "../../lessons/lesson";
import { type LessonSession, type Opened, setupsUpTo } from "../../lessons/session";
import { stepLink, type Way } from "../../lessons/where";
import type { View } from "../../state/place";
import { differingSettings } from "../../state/settings";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { usePlace } from "../use-place";
import { viewEntries } from "../views";
import { useFacts } from "./facts";
import { Prose } from "./Prose";
import { QuestionBox } from "./QuestionBox";
import { isSheet, showAboveSheet } from "./sheet";
import { TaskBox } from "./TaskBox";
import { WaysOn } from "./WaysOn";

interface LessonPageProps {
  entry: LessonEntry;
  step: number;
  way: Way;
  session: LessonSession;
  folded: Signal<boolean>;
}

/** Has another key for another lesson. */
export function LessonPage({ entry, step, way, session, folded }: LessonPageProps) {
  const { load } = usePlayground();
  const steps = useSignal<Step[] | null>(null);
  useEffect(() => {
    void load(entry.load()).then((part) => {
      steps.value = part?.default ?? null;
    });
  }, []);
  const loaded = steps.value;
  return (
    <>
      <h2>{entry.title}</h2>
      {loaded === null ? (
        <p aria-busy="true">…</p>
      ) : (
        <StepPage
          key={step}
          opened={{ name: entry.name, step, steps: loaded }}
          entry={entry}
          way={way}
          session={session}
          folded={folded}
        />
      )}
    </>
  );
}

interface StepPageProps {
  opened: Opened;
  entry: LessonEntry;
  way: Way;
  session: LessonSession;
  folded: Signal<boolean>;
}

function StepPage({ opened, entry, way, session, folded }: StepPageProps) {
  const playground = usePlayground();
  const { name, step, steps } = opened;
  const { parts, facts } = steps[step - 1] as Step;
  const link = stepLink(name, step);
  const place = useRef<HTMLDivElement>(null);
  useFacts(facts, playground);
  // When the core is there: what a step sets up comes after what the link opens.
  const ready = playground.run.value !== null;
  const arrival = playground.arrival.value;
  useEffect(() => {
    if (ready) session.enter(opened);
  }, [ready, arrival]);
  useEffect(() => {
    folded.value = false;
    place.current?.closest(".lessons-text")?.scrollTo(0, 0);
    // The link that led here is gone, and the focus with it: reading goes on at the new step.
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  const isWaiting = parts.some(({ kind }) => kind === "task") && !session.done.value.has(link);
  useEffect(() => {
    if (!isWaiting) return;
    // The sheet lies over what the task is about: for who begins to do it, only the task stays.
    const fold = ({ target }: MouseEvent): void => {
      if (isSheet(place.current) && target instanceof Element && target.closest("main") !== null) folded.value = true;
    };
    // Before the click is dealt with, which may put another icon in the place of the one that was clicked.
    document.addEventListener("click", fold, true);
    return () => document.removeEventListener("click", fold, true);
  }, [isWaiting]);
  const hasTask = parts.some(({ kind }) => kind !== "text");
  const home = viewOf(opened);
  const isElsewhere = home !== undefined && home !== usePlace(playground.place, "view");
  const isReady = session.here.value === link && !playground.arranging.value;
  const isAtHome = isReady && !isElsewhere;
  useEffect(() => (isAtHome && isSheet(place.current) ? showAboveSheet() : undefined), [isAtHome]);
  const finishText = (): void => {
    if (!hasTask) session.finish(link);
  };
  return (
    <div
      ref={place}
      class={isElsewhere ? "step-page elsewhere" : "step-page"}
      role="group"
      aria-label={`Step ${way.at} of ${way.stops.length}`}
      aria-busy={!isReady}
      tabIndex={-1}
    >
      <LaterChanges opened={opened} session={session} />
      {parts.map((part, index) => (
        <PartView key={index} part={part} opened={opened} session={session} />
      ))}
      <WaysBack opened={opened} session={session} home={isElsewhere ? home : undefined} />
      <WaysOn
        entry={entry}
        way={way}
        finished={session.progress.finished.value}
        done={!hasTask || session.done.value.has(link)}
        onLeave={finishText}
      />
    </div>
  );
}

/** The view that a step is about, if it is about one. */
const viewOf = (opened: Opened): View | undefined =>
  setupsUpTo(opened).findLast(({ place }) => place.view !== undefined)?.place.view;

interface WaysBackProps {
  opened: Opened;
  session: LessonSession;
  /** The view that the step is about, where another one is open. */
  home: View | undefined;
}

/** For who has wandered off: to the view that the step is about, and to the beginning of the step. */
function WaysBack({ opened, session, home }: WaysBackProps) {
  const { go } = usePlayground();
  if (setupsUpTo(opened).length === 0) return null;
  return (
    <p class="ways-back">
      {home !== undefined && (
        <button
          type="button"
          class="quiet small home"
          data-tip="Goes to the view that this step is about; the run stays as it is."
          onClick={() => go({ view: home })}
        >
          <Icon of={CornerUpLeft} size={13} /> Back to {viewEntries[home].label}
        </button>
      )}
      <button
        type="button"
        class="quiet small"
        data-tip="Makes the page as it was when this step began."
        onClick={() => session.setUpAgain(opened)}
      >
        <Icon of={RotateCcw} size={13} /> Set up again
      </button>
    </p>
  );
}

/** For who has come back: their own settings stay, but the text is about those that were there before. */
function LaterChanges({ opened, session }: { opened: Opened; session: LessonSession }) {
  const link = usePlayground().run.value?.link ?? "";
  const before = session.leftWith.value;
  if (before === null || before === link) return null;
  const labels = differingSettings(before, link).map((name) => (fieldLabels as Record<string, string>)[name] ?? name);
  return (
    <p class="aside" role="status">
      Since you left this step, these settings have changed: {labels.join(", ")}. Its text is about the page as it was before.{" "}
      <button
        type="button"
        class="in-text"
        data-tip="Makes the page as it was when this step began."
        onClick={() => session.setUpAgain(opened)}
      >
        Set it up again
      </button>
    </p>
  );
}

function PartView({ part, opened, session }: { part: Part; opened: Opened; session: LessonSession }) {
  const link = stepLink(opened.name, opened.step);
  switch (part.kind) {
    case "text":
      return <Prose of={part.html} />;
    case "task":
      return <TaskBox task={part} link={link} session={session} />;
    case "question": {
      // Where there is a task, it is what finishes the step.
      const alone = !opened.steps[opened.step - 1]?.parts.some(({ kind }) => kind === "task");
      return <QuestionBox question={part} onRight={() => alone && session.finish(link)} />;
    }
  }
}
