import { computed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { addressOf } from "../../state/address";
import { writeLink } from "../../state/place";
import { usePlayground } from "../context";

interface LessonLinkProps {
  /** As the link's field has it: "bp2/3". */
  to: string;
  class?: string | undefined;
  /** Where an icon is all that is seen. */
  label?: string;
  tip?: string;
  spot?: string;
  current?: boolean;
  onClick?: () => void;
  children: ComponentChildren;
}

/** A link, so that a step can be opened in a tab of its own and be bookmarked. */
export function LessonLink({ to, class: className, label, tip, spot, current, onClick, children }: LessonLinkProps) {
  const { place, run, go } = usePlayground();
  const href = useMemo(() => computed(() => addressOf(writeLink({ ...place.value, lesson: to }, run.value?.link ?? ""))), [to]);
  return (
    <a
      class={className}
      href={href}
      aria-label={label}
      aria-current={current ? "step" : undefined}
      data-tip={tip}
      data-spot={spot}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onClick?.();
        go({ lesson: to });
      }}
    >
      {children}
    </a>
  );
}
