/** A button and what it opens below itself; Escape or a press elsewhere closes it. */
import type { ComponentChildren, RefObject } from "preact";
import { useId, useRef } from "preact/hooks";
import type { Opened } from "./use-opened";

interface DroppedProps {
  button: { class: string; spot: string; tip: string; face: ComponentChildren };
  box: { class: string; role: "dialog" | "group"; "aria-label": string; ref?: RefObject<HTMLDivElement | null> };
  opened: Opened<unknown>;
  children: ComponentChildren;
}

export function Dropped({ button, box, opened, children }: DroppedProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={button.class}
        popovertarget={id}
        data-spot={button.spot}
        data-tip={button.tip}
        {...opened.opener}
      >
        {button.face}
      </button>
      <div
        {...box}
        id={id}
        popover="auto"
        class={`dropped ${box.class}`}
        onBeforeToggle={(event) => {
          const isOpen = event.newState === "open";
          if (isOpen && anchor.current !== null) placeBelow(event.currentTarget, anchor.current);
          opened.toggle(isOpen);
        }}
      >
        {children}
      </div>
    </>
  );
}

/** Tells the box, before it opens, where its button ends; the style sheet keeps it within the window. */
function placeBelow(box: HTMLElement, anchor: HTMLElement): void {
  const { left, bottom } = anchor.getBoundingClientRect();
  box.style.setProperty("--left", `${left}px`);
  box.style.setProperty("--top", `${bottom + 8}px`);
}
