/** The textbook beside the instrument: a lesson, the list of all, or the glossary. */

import lessons from "virtual:lessons";
import { useSignal } from "@preact/signals";
import { ChevronDown, ChevronUp, List, X } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { createSession } from "../../lessons/session";
import { contents, type Where, whereIs } from "../../lessons/where";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { usePlace } from "../use-place";
import { Contents } from "./Contents";
import { Glossary } from "./Glossary";
import { LessonLink } from "./LessonLink";
import { LessonPage } from "./LessonPage";
import { useStepAside } from "./step-aside";
import "../../styles/lessons.css";
import "../../styles/prose.css";
import "../../styles/lesson-step.css";
import "../../styles/lesson-lists.css";
import "../../styles/spot.css";
import "../../styles/lessons-sizes.css";

/** Stays while the lessons are closed: it knows what the reader has begun and done. */
export function Lessons() {
  const playground = usePlayground();
  const [session] = useState(() => createSession(playground));
  const folded = useSignal(false);
  /** The step that was open last, to which the list and the glossary lead back. */
  const last = useSignal<Extract<Where, { page: "lesson" }> | null>(null);
  const lesson = usePlace(playground.place, "lesson");
  const where = whereIs(lesson, lessons);
  useEffect(() => {
    if (where.page === "lesson") last.value = where;
  }, [lesson]);
  const sheet = useRef<HTMLElement>(null);
  useStepAside(sheet, { view: usePlace(playground.place, "view"), lesson }, folded);
  if (lesson === "") return null;
  return (
    <aside ref={sheet} class={folded.value ? "lessons folded" : "lessons"} aria-label="Lessons">
      <div class="lessons-bar">
        <p class="where">{titleOf(where)}</p>
        <button
          type="button"
          class="quiet fold"
          aria-expanded={!folded.value}
          aria-label={folded.value ? "Show the whole text" : "Show only what is to be done"}
          data-tip={folded.value ? "Shows the whole text." : "Makes room for the instrument: only what is to be done stays."}
          onClick={() => {
            folded.value = !folded.value;
          }}
        >
          <Icon of={folded.value ? ChevronUp : ChevronDown} size={16} />
        </button>
        {(where.page !== "contents" || where.unknown !== "") && (
          <LessonLink to={contents} class="quiet" label="All lessons" tip="All lessons, and what you have finished.">
            <Icon of={List} size={16} />
          </LessonLink>
        )}
        <button
          type="button"
          class="quiet"
          aria-label="Close the lessons"
          data-tip="Closes the lessons; your experiment stays as it is."
          onClick={() => playground.go({ lesson: "" })}
        >
          <Icon of={X} size={16} />
        </button>
      </div>
      <div class="lessons-text">
        {where.page !== "lesson" && last.value !== null && (
          <p class="back">
            <LessonLink to={last.value.way.stops[last.value.way.at - 1] ?? contents}>
              ‹ Back to {last.value.entry.title}
            </LessonLink>
          </p>
        )}
        {where.page === "contents" && <Contents unknown={where.unknown} finished={session.progress.finished} />}
        {where.page === "glossary" && <Glossary term={where.term} />}
        {where.page === "lesson" && where.unknown !== "" && (
          <p role="status" class="unknown">
            {where.way.isShort ? "The short way" : "This lesson"} has no step “{where.unknown}”; here is its{" "}
            {where.way.at === 1 ? "first" : "last"}.
          </p>
        )}
        {where.page === "lesson" && (
          <LessonPage
            key={where.entry.name}
            entry={where.entry}
            step={where.step}
            way={where.way}
            session={session}
            folded={folded}
          />
        )}
      </div>
    </aside>
  );
}

/** "The four equations · 2 of 4", "The short way · 3 of 12" */
function titleOf(where: Where): string {
  if (where.page === "contents") return `${lessons.length} lessons`;
  if (where.page === "glossary") return "Glossary";
  const { isShort, stops, at } = where.way;
  if (isShort) return `The short way · ${at} of ${stops.length}`;
  const part = lessons.filter((lesson) => lesson.part === where.entry.part);
  return part.length === 1 ? where.entry.part : `${where.entry.part} · ${part.indexOf(where.entry) + 1} of ${part.length}`;
}
