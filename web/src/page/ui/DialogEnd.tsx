import type { ComponentChildren } from "preact";

/** The last button of a dialog, which closes it. */
export function DialogEnd({ children }: { children: ComponentChildren }) {
  return (
    <form method="dialog">
      <button type="submit" class="primary">
        {children}
      </button>
    </form>
  );
}
