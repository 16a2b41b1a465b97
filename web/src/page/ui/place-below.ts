/** Tells a popover, before it opens, where what it belongs to ends; its style sheet keeps it within the window. */
export function placeBelow(anchor: HTMLElement | null, box: HTMLElement | null): void {
  if (anchor === null || box === null) return;
  const { left, bottom } = anchor.getBoundingClientRect();
  box.style.setProperty("--left", `${left}px`);
  box.style.setProperty("--top", `${bottom + 8}px`);
}
