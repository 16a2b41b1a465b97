/** For a newcomer: what this page is, and where to begin. On wide screens it takes the footer's room, so that nothing moves when it goes. */
import { X } from "lucide";
import { useState } from "preact/hooks";
import { beginning } from "../lessons/where";
import { createWelcome } from "../state/welcome";
import { usePlayground } from "./context";
import { explanations } from "./explanations";
import { Icon } from "./Icon";
import { LessonLink } from "./lessons/LessonLink";
import { usePlace } from "./use-place";

export function Welcome() {
  const { place, altered } = usePlayground();
  const [{ isWanted, dismiss }] = useState(createWelcome);
  const view = usePlace(place, "view");
  const lesson = usePlace(place, "lesson");
  const hide = usePlace(place, "hide");
  // A class's page is as its teacher has made it.
  if (!isWanted.value || view !== "play" || lesson !== "" || hide !== "" || altered.value) return null;
  return (
    <section class="welcome" aria-label="Welcome" data-spot="welcome">
      <p>Train a small network, and see every number of backpropagation while it learns.</p>
      <LessonLink to={beginning} class="begin" tip={explanations.welcome} onClick={dismiss}>
        New here? Begin: 13 steps, half an hour&nbsp;›
      </LessonLink>
      <button
        type="button"
        class="step"
        aria-label="Do not show this again"
        data-tip={explanations.dismissWelcome}
        onClick={dismiss}
      >
        <Icon of={X} size={14} />
      </button>
    </section>
  );
}
