/** A button that opens a dialog, whose code is loaded when it is first opened. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import { ahead } from "./ahead";
import { usePlayground } from "./context";

/** A dialog that is open as long as it is on screen. */
type DialogComponent = ComponentType<{ onClose(): void }>;

interface DialogButtonProps {
  class?: string;
  tip: string;
  spot?: string | undefined;
  load(): Promise<DialogComponent>;
  children: ComponentChildren;
}

export function DialogButton({ class: className = "quiet", tip, spot, load, children }: DialogButtonProps) {
  const page = usePlayground();
  const opened = useSignal<{ component: DialogComponent } | null>(null);
  const open = async (): Promise<void> => {
    const component = await page.load(load());
    opened.value = component && { component };
  };
  const Dialog = opened.value?.component;
  return (
    <>
      <button
        type="button"
        class={className}
        aria-haspopup="dialog"
        data-tip={tip}
        data-spot={spot}
        onClick={open}
        {...ahead(load)}
      >
        {children}
      </button>
      {Dialog && (
        <Dialog
          onClose={() => {
            opened.value = null;
          }}
        />
      )}
    </>
  );
}
