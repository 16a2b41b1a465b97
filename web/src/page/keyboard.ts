/** The space bar presses the button of the view that plays and pauses, wherever it has no meaning of its own. */
export function installSpaceBar(): void {
  /** What has got the focus by keyboard. Asked then: with any key that is pressed, browsers take what has the focus for such. */
  let reached: EventTarget | null = null;
  addEventListener("focusin", ({ target }) => {
    reached = target instanceof Element && target.matches(":focus-visible") ? target : null;
  });
  addEventListener("keydown", (event) => {
    if (event.key !== " " || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && hasOwnSpace(event.target, event.target === reached)) return;
    const button = document.querySelector<HTMLButtonElement>("[data-space]");
    if (button === null) return;
    event.preventDefault();
    button.click();
  });
}

/**
 * Text boxes, lists and dialogs use the space bar themselves, and so does a button reached by keyboard. A button that was clicked
 * with the mouse keeps the focus, but nobody thinks of it any more.
 */
function hasOwnSpace(element: Element, isReached: boolean): boolean {
  if (element.closest("dialog, select, textarea, input:not([type=range])")) return true;
  return isReached && element.matches("button, a, summary");
}
