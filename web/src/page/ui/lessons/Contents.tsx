import lessons from "virtual:lessons";
import type { ReadonlySignal } from "@preact/signals";
import { Check } from "lucide";
import type { LessonEntry } from "../../lessons/lesson";
import { beginning, short as shortName, shortWay, stepLink } from "../../lessons/where";
import { Icon } from "../Icon";
import { LessonLink } from "./LessonLink";

interface ContentsProps {
  /** What a link asked for and is not there, or "". */
  unknown: string;
  finished: ReadonlySignal<ReadonlySet<string>>;
}

export function Contents({ unknown, finished }: ContentsProps) {
  const parts = [...new Set(lessons.map(({ part }) => part))];
  return (
    <>
      <h2>Lessons</h2>
      {unknown !== "" && (
        <p role="status" class="unknown">
          There is no lesson “{unknown}”. These are all there are:
        </p>
      )}
      <ShortWay finished={finished.value} />
      {parts.map((part) => (
        <section key={part} class="part" aria-label={part}>
          <h3>{part}</h3>
          <ol>
            {lessons
              .filter((lesson) => lesson.part === part)
              .map((lesson) => (
                <Row key={lesson.name} lesson={lesson} finished={finished.value} />
              ))}
          </ol>
        </section>
      ))}
      <p class="also">
        <LessonLink to="glossary">Glossary</LessonLink>: every term in one sentence.
      </p>
    </>
  );
}

/** For whoever wants the four equations first and the rest later. */
function ShortWay({ finished }: { finished: ReadonlySet<string> }) {
  const stops = shortWay(lessons);
  if (stops.length === 0) return null;
  const next = stops.findIndex(({ entry, step }) => !finished.has(stepLink(entry.name, step)));
  const isBegun = next > 0;
  return (
    <section class="short-way" aria-label="The short way" data-spot="short-way">
      <p>
        <b>The short way</b> leads to BP1–BP4 in {stops.length} steps, about half an hour. Its lessons are marked{" "}
        <span class="on-short-way">short</span>; each has more to see when you come back.
      </p>
      <LessonLink to={isBegun ? stepLink(shortName, next + 1) : beginning} class="begin">
        {isBegun ? `Go on with step ${next + 1}` : next === 0 ? "Begin" : "Begin again"}&nbsp;›
      </LessonLink>
    </section>
  );
}

function Row({ lesson, finished }: { lesson: LessonEntry; finished: ReadonlySet<string> }) {
  const { name, title, summary, short, steps } = lesson;
  const done = Array.from({ length: steps }, (_, i) => i + 1).filter((step) => finished.has(stepLink(name, step))).length;
  return (
    <li>
      <LessonLink to={name}>{title}</LessonLink>
      {short.length > 0 && (
        <span class="on-short-way" data-tip="The short way leads through this lesson.">
          short
        </span>
      )}
      {done > 0 && (
        <span class="so-far">
          {done === steps ? (
            <>
              <Icon of={Check} size={13} /> finished
            </>
          ) : (
            `${done} of ${steps}`
          )}
        </span>
      )}
      <p>{summary}</p>
    </li>
  );
}
