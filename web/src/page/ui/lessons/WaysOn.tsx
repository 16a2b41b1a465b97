/** From a step to all others of its lesson or of the short way, and from its ends to what comes before and after. */

import lessons from "virtual:lessons";
import type { LessonEntry } from "../../lessons/lesson";
import { contents, shortWay, stepLink, type Way } from "../../lessons/where";
import { LessonLink } from "./LessonLink";

interface WaysOnProps {
  entry: LessonEntry;
  way: Way;
  /** By their links within their lessons. */
  finished: ReadonlySet<string>;
  /** Whether there is nothing left to do here. */
  done: boolean;
  onLeave(): void;
}

export function WaysOn({ entry, way, finished, done, onLeave }: WaysOnProps) {
  const { isShort, stops, at } = way;
  const steps = isShort ? shortWay(lessons).map((stop) => stepLink(stop.entry.name, stop.step)) : stops;
  return (
    <nav class="ways-on" aria-label={isShort ? "Steps of the short way" : "Steps of this lesson"}>
      {stops.length > 1 && (
        <ol>
          {stops.map((to, i) => (
            <li key={to}>
              <LessonLink
                to={to}
                current={i + 1 === at}
                class={finished.has(steps[i] ?? "") ? "done" : undefined}
                label={`Step ${i + 1} of ${stops.length}`}
                tip={`Step ${i + 1} of ${stops.length}.`}
              >
                <i />
              </LessonLink>
            </li>
          ))}
        </ol>
      )}
      <Ways entry={entry} way={way} done={done} onLeave={onLeave} />
    </nav>
  );
}

/** To the step before and after, or to the lesson before and after. */
function Ways({ entry, way: { isShort, stops, at }, done, onLeave }: Omit<WaysOnProps, "finished">) {
  const here = lessons.indexOf(entry);
  const [previous, next] = [stops[at - 2], stops[at]];
  const [before, after] = isShort ? [] : [lessons[here - 1], lessons[here + 1]];
  const ready = done ? "next ready" : "next";
  return (
    <div class="ways">
      {previous !== undefined ? (
        <LessonLink to={previous}>‹ Previous step</LessonLink>
      ) : before ? (
        <LessonLink to={before.name}>‹ {before.title}</LessonLink>
      ) : (
        <span />
      )}
      {next !== undefined ? (
        <LessonLink to={next} class={ready} onClick={onLeave}>
          Next step&nbsp;›
        </LessonLink>
      ) : after ? (
        <LessonLink to={after.name} class={ready} onClick={onLeave}>
          {after.title}&nbsp;›
        </LessonLink>
      ) : (
        <LessonLink to={contents} class="next" onClick={onLeave}>
          All lessons&nbsp;›
        </LessonLink>
      )}
    </div>
  );
}
