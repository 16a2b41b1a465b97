/**
 * Lights what a task is about: a ring around every element with that data-spot. It is a rule of a style sheet, so that it also
 * holds for elements that come and go, as those of another view.
 */
import { isMotionWanted } from "../motion";

/** A view's code may still be on its way, and so may what stands above and pushes it on. */
const patience = 5000;

/** What it returns puts the light out. */
export function light(spot: string): () => void {
  const sheet = new CSSStyleSheet();
  // The look is in spot.css.
  sheet.replaceSync(`[data-spot~="${spot}"] { outline: var(--ring); animation: var(--ring-pulse); }
    :is(section, figure, main)[data-spot~="${spot}"] { outline-offset: -3px; }
    [data-spot~="${spot}"] [data-spot~="${spot}"] { outline: none; animation: none; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Where the page is one long column, it may be far away. What it returns calls it off. */
export function bringIntoView(spot: string): () => void {
  const until = performance.now() + patience;
  let timer = 0;
  let height = 0;
  const look = (): void => {
    const element = document.querySelector(`[data-spot~="${spot}"]`);
    const { scrollHeight } = document.documentElement;
    // Again only where the page has become another: not as the reader scrolls.
    if (element !== null && scrollHeight !== height) {
      height = scrollHeight;
      element.scrollIntoView({ block: "nearest", behavior: isMotionWanted() ? "smooth" : "instant" });
    }
    if (performance.now() < until) timer = window.setTimeout(look, 100);
  };
  timer = window.setTimeout(look, 100);
  return () => clearTimeout(timer);
}
