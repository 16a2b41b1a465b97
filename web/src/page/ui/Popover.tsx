import type { IconNode } from "lucide";
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { Icon } from "./Icon";

interface PopoverProps {
  icon: IconNode;
  name: string;
  tip: string;
  spot?: string;
  children: ComponentChildren;
}

/** A button with what it opens: over the page, so that nothing moves, beside the panel that it changes; Escape or a press elsewhere closes it. */
export function Popover({ icon, name, tip, spot, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="quiet icon-button"
        aria-label={name}
        popovertarget={id}
        data-tip={tip}
        data-spot={spot}
      >
        <Icon of={icon} size={15} />
      </button>
      <div
        id={id}
        class="popover"
        popover="auto"
        role="group"
        aria-label={name}
        onToggle={(event) => {
          if (event.newState === "open" && button.current !== null) placeAt(event.currentTarget, button.current);
        }}
      >
        {children}
      </div>
    </>
  );
}

/** Between a popover and what it must not touch, in CSS pixels. */
const gap = 6;

/** Left of the panel that it is about, which stays in sight; where there is no room, above the button, else below. */
function placeAt(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const within = (at: number, room: number): number => Math.max(gap, Math.min(at, room - gap));
  const beside = (button.closest("section") ?? button).getBoundingClientRect().left - width - gap;
  const isBeside = beside >= gap;
  const above = anchor.top - height - gap;
  const top = isBeside ? anchor.top : above >= gap ? above : anchor.bottom + gap;
  popover.style.left = `${isBeside ? beside : within(anchor.right - width, innerWidth - width)}px`;
  popover.style.top = `${within(top, innerHeight - height)}px`;
}
