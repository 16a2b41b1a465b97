/** On small screens the lessons are a sheet over the lower half of the page: what a step is about should lie above it. */

/** Whether they are one: only then can they be folded. */
export const isSheet = (within: Element | null): boolean =>
  (within?.closest(".lessons")?.querySelector(".fold")?.getClientRects().length ?? 0) > 0;

/** In Play the plane; the other views begin with what they show. */
const shown = "main.play-view .output, main:not(.play-view):has(canvas)";
/** A step's setup changes the view, whose code may still be on its way. In milliseconds. */
const [settling, patience] = [60, 2000];

/** What it returns calls it off. What a task points at comes into view after that, where it is not. */
export function showAboveSheet(): () => void {
  const until = performance.now() + patience;
  let timer = 0;
  const look = (): void => {
    const element = document.querySelector(shown);
    if (element !== null) element.scrollIntoView({ block: "start", behavior: "instant" });
    else if (performance.now() < until) timer = window.setTimeout(look, settling);
  };
  timer = window.setTimeout(look, settling);
  return () => clearTimeout(timer);
}
