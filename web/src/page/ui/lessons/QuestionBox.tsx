import { useSignal } from "@preact/signals";
import type { Question } from "../../lessons/lesson";
import { Prose } from "./Prose";

interface QuestionBoxProps {
  question: Question;
  onRight(): void;
}

/** Every answer has its reply, and all may be tried. */
export function QuestionBox({ question, onRight }: QuestionBoxProps) {
  const chosen = useSignal<number | null>(null);
  return (
    <section class="question" aria-label="Question">
      <Prose of={question.html} />
      <ul>
        {question.answers.map(({ right, html, reply }, index) => {
          const isChosen = chosen.value === index;
          return (
            <li key={html}>
              <button
                type="button"
                aria-pressed={isChosen}
                class={isChosen ? (right ? "answer right" : "answer wrong") : "answer"}
                onClick={() => {
                  chosen.value = index;
                  if (right) onRight();
                }}
              >
                <Prose as="span" of={html} />
              </button>
              <div role="status">{isChosen && <Prose as="p" class="reply" of={reply} />}</div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
