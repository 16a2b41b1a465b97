import type { IconNode } from "lucide";
import type { ComponentType } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./Icon";
import { useOpened } from "./use-opened";

interface PopoverProps {
  icon: IconNode;
  name: string;
  tip: string;
  spot?: string;
  load(): Promise<ComponentType>;
}

/**
 * A button with what it opens, whose code comes when it is first opened: over the page, so that nothing moves, beside the panel that it
 * changes; Escape or a press elsewhere closes it.
 */
export function Popover({ icon, name, tip, spot, load }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { Part: Content, opener, toggle } = useOpened(load);
  const place = (): void => {
    if (box.current?.matches(":popover-open") && button.current !== null) placeAt(box.current, button.current);
  };
  useLayoutEffect(place, [Content]);
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
        {...opener}
      >
        <Icon of={icon} size={15} />
      </button>
      <div
        ref={box}
        id={id}
        class="popover"
        popover="auto"
        role="group"
        aria-label={name}
        onToggle={(event) => {
          toggle(event.newState === "open");
          place();
        }}
      >
        {Content && <Content />}
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
