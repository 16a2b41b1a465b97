/** What the reader is to do: waits for it, lights the thing it is about, and notices when it is done. */
import { useSignal, useSignalEffect } from "@preact/signals";
import { Check } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { holds } from "../../lessons/condition";
import type { Task } from "../../lessons/lesson";
import type { LessonSession } from "../../lessons/session";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { isMotionWanted } from "../motion";
import { readFact } from "./facts";
import { Prose } from "./Prose";
import { bringIntoView, light } from "./spot";

interface TaskBoxProps {
  task: Task;
  /** Of its step. */
  link: string;
  session: LessonSession;
}

export function TaskBox({ task, link, session }: TaskBoxProps) {
  const playground = usePlayground();
  const hint = useSignal(false);
  const partial = useSignal("");
  const done = session.done.value.has(link);
  useSignalEffect(() => {
    if (session.here.value !== link || session.done.value.has(link) || playground.arranging.value) return;
    const read = (fact: string) => readFact(fact, playground);
    partial.value = task.but.find(({ when }) => holds(when, read))?.html ?? "";
    if (holds(task.until, read)) session.finish(link);
  });
  const isPointing = !done && task.spot !== "";
  useEffect(() => (isPointing ? light(task.spot) : undefined), [isPointing, task.spot]);
  // Where the lessons are a sheet, the page scrolls under it as soon as the step is set up (see LessonPage): this comes after.
  const isReady = session.here.value === link && !playground.arranging.value;
  useEffect(() => (isPointing && isReady ? bringIntoView(task.spot) : undefined), [isPointing, isReady, task.spot]);
  const box = useRef<HTMLElement>(null);
  const before = useRef(done);
  useEffect(() => {
    // What is said when it is done may lie below what is in sight.
    if (done && !before.current)
      box.current?.scrollIntoView({ block: "nearest", behavior: isMotionWanted() ? "smooth" : "auto" });
    before.current = done;
  }, [done]);
  return (
    <section class={done ? "task done" : "task"} ref={box} aria-label="Task">
      <Prose of={task.html} />
      <div role="status">
        {done && (
          <div class="outcome">
            <p class="noticed">
              <Icon of={Check} size={14} /> Done
            </p>
            {task.done !== "" && <Prose as="p" of={task.done} />}
          </div>
        )}
        {!done && partial.value !== "" && <Prose key={partial.value} as="p" class="partial" of={partial.value} />}
        {hint.value && !done && <Prose as="p" class="hint" of={task.hint} />}
      </div>
      {task.hint !== "" && !done && !hint.value && (
        <button
          type="button"
          class="quiet small"
          data-tip="Shows how it is done."
          onClick={() => {
            hint.value = true;
          }}
        >
          Hint
        </button>
      )}
    </section>
  );
}
