import lessons from "virtual:lessons";
import type { ReadonlySignal } from "@preact/signals";
import { Check } from "lucide";
import type { LessonEntry } from "../../lessons/lesson";
import { stepLink } from "../../lessons/where";
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

function Row({ lesson, finished }: { lesson: LessonEntry; finished: ReadonlySet<string> }) {
  const { name, title, summary, steps } = lesson;
  const done = Array.from({ length: steps }, (_, i) => i + 1).filter((step) => finished.has(stepLink(name, step))).length;
  return (
    <li>
      <LessonLink to={name}>{title}</LessonLink>
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
