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

/** A button with what it opens: over the page, so that nothing moves; Escape or a press elsewhere closes it. */
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

/** Below the button, or above it where there is no room; never beside the screen. */
function placeAt(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = anchor.bottom + 6;
  const top = below + height < innerHeight - 8 ? below : anchor.top - height - 6;
  popover.style.left = `${Math.max(8, Math.min(anchor.right - width, innerWidth - width - 8))}px`;
  popover.style.top = `${Math.max(8, top)}px`;
}
