/**
 * One tooltip for the whole page. An element with data-tip shows it when pointed at, focused by keyboard, or held by touch (with
 * data-tip-on-tap: touched); a screen reader hears it as the element's description. One with data-term shows the glossary's sentence.
 */
import "../styles/mathematics.css";
import "../styles/tooltip.css";
import { inFull } from "./sentences";

const openAfterMilliseconds = 450;
const holdMilliseconds = 500;
/** After a key so long, for what it opens may have to be loaded; after the first focus that it gives so long, for others may follow at once. */
const [givingMilliseconds, followingMilliseconds] = [1000, 100];

/** Fills a box with what else there is to say of a control, and returns what empties it; null if there is nothing. */
type Explain = (control: HTMLElement, box: HTMLElement) => Promise<(() => void) | null>;

const isOverComplaint = (box: DOMRect): boolean =>
  [...document.querySelectorAll("[role=alert]")].some((said) => {
    const { left, right, top, bottom } = said.getBoundingClientRect();
    return top < bottom && left < box.right && box.left < right && top < box.bottom && box.top < bottom;
  });

/** `before` has what the reader did meanwhile, while this was loaded. */
export function installTooltip(explainControl: Explain, before: readonly Event[]): void {
  const tip = document.createElement("div");
  tip.id = "tooltip";
  tip.role = "tooltip";
  tip.popover = "manual";
  document.body.append(tip);

  let target: HTMLElement | null = null;
  /** What is to show its tooltip when the time has come. */
  let awaited: HTMLElement | null = null;
  /** The control that has the tooltip as its description: the focused one inside the target, or the target itself. */
  let described: Element | null = null;
  let timer = 0;
  /** Takes away what stands below the sentence. */
  let empty: (() => void) | null = null;
  // What was just pressed, or told to be silent, explains itself no further until the pointer has left it.
  let silent: HTMLElement | null = null;
  // What gets the focus because something was closed or done by key was not asked for: where it was told to be silent, it stays so.
  // Until then; who goes on without a key, as with a screen reader, has asked for what gets the focus.
  let givenUntil = 0;

  const owner = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tip], [data-term]") : null;

  const hide = (): void => {
    clearTimeout(timer);
    described?.removeAttribute("aria-describedby");
    target = awaited = described = null;
    empty?.();
    empty = null;
    if (tip.matches(":popover-open")) tip.hidePopover();
  };

  const show = (element: HTMLElement): void => {
    awaited = null;
    if (!element.isConnected) return;
    target = element;
    const { tip: words, term } = element.dataset;
    if (term !== undefined) void explain(element, term);
    else void explainMore(element, inFull(words ?? ""));
  };

  /** A control's sentence, and below it what else there is to say, which comes when it is first asked for. */
  const explainMore = async (element: HTMLElement, words: string): Promise<void> => {
    if (element.dataset.spot === undefined) {
      open(element, () => tip.replaceChildren(words));
      return;
    }
    const box = document.createElement("div");
    box.className = "explained";
    const emptyBox = await explainControl(element, box).catch(() => null);
    if (target !== element) {
      emptyBox?.();
      return;
    }
    empty = emptyBox;
    open(element, () => tip.replaceChildren(words, ...(emptyBox === null ? [] : [box])));
  };

  /** The glossary comes when it is first asked for. */
  const explain = async (element: HTMLElement, term: string): Promise<void> => {
    // Where it does not come, the click on the term, which opens the glossary, says so.
    const glossary = await import("virtual:glossary").then((part) => part.default).catch(() => []);
    const html = glossary.find((entry) => entry.term === term)?.html;
    if (target !== element || html === undefined) return;
    open(element, () => {
      tip.innerHTML = html;
    });
  };

  const open = (element: HTMLElement, fill: () => void): void => {
    fill();
    described = element.contains(document.activeElement) ? document.activeElement : element;
    described?.setAttribute("aria-describedby", tip.id);
    tip.showPopover();
    const anchor = element.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(anchor.left + anchor.width / 2 - size.width / 2, innerWidth - size.width - 8));
    const below = anchor.bottom + 8;
    const above = Math.max(8, anchor.top - size.height - 8);
    const fitsBelow = below + size.height < innerHeight - 8;
    // What is wrong with what was typed is worth more than what the field is for.
    const hasRoomBelow = fitsBelow && !isOverComplaint(new DOMRect(left, below, size.width, size.height));
    const beside = anchor.left - size.width - 8;
    const isBeside = "tipBeside" in element.dataset && beside >= 8;
    tip.style.left = `${isBeside ? beside : left}px`;
    tip.style.top = `${isBeside ? anchor.top : hasRoomBelow ? below : above}px`;
  };

  const showSoon = (element: HTMLElement | null, delay: number): void => {
    if (element === (awaited ?? target)) return;
    hide();
    awaited = element;
    if (element !== null) timer = window.setTimeout(show, delay, element);
  };

  // Only who moves the pointer points at something; what itself moves under a resting pointer is not pointed at.
  let rested = { x: Number.NaN, y: Number.NaN };
  const listeners = new Map<string, (event: never) => void>();
  const listen = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void): void => {
    listeners.set(type, listener);
    document.addEventListener(type, listener);
  };
  listen("pointermove", (event) => {
    if (event.pointerType !== "mouse" || (event.clientX === rested.x && event.clientY === rested.y)) return;
    rested = { x: event.clientX, y: event.clientY };
    const element = owner(event);
    if (element !== null && element === silent) return;
    silent = null;
    showSoon(element, openAfterMilliseconds);
  });
  listen("pointerover", (event) => {
    const explained = awaited ?? target;
    // What moved away is no longer pointed at, though it may have the focus.
    if (event.pointerType === "mouse" && owner(event) !== explained && !explained?.contains(document.activeElement)) hide();
  });
  listen("pointerdown", (event) => {
    givenUntil = 0;
    hide();
    const element = owner(event);
    silent = element;
    if (event.pointerType === "mouse" || element === null) return;
    if ("tipOnTap" in element.dataset || "term" in element.dataset) show(element);
    else timer = window.setTimeout(show, holdMilliseconds, element);
  });
  for (const type of ["pointerup", "pointercancel"] as const)
    listen(type, (event) => {
      if (event.pointerType !== "mouse" && target === null) clearTimeout(timer);
    });
  listen("focusin", (event) => {
    const element = owner(event);
    if (event.timeStamp < givenUntil) {
      givenUntil = Math.min(givenUntil, event.timeStamp + followingMilliseconds);
      hide();
      silent = element;
    } else if (event.target instanceof Element && event.target.matches(":focus-visible"))
      showSoon(element, openAfterMilliseconds);
    else if (element !== target) hide();
  });
  listen("focusout", (event) => {
    if (event.target === described) hide();
  });
  document.addEventListener("scroll", hide, { capture: true, passive: true });
  listen("keydown", (event) => {
    givenUntil = ["Escape", "Enter", " "].includes(event.key) ? event.timeStamp + givingMilliseconds : 0;
    if (event.key !== "Escape") return;
    silent = awaited ?? target;
    hide();
  });
  // Who uses it knows what it is for, and may be told beside it what is wrong.
  listen("input", (event) => {
    silent = owner(event);
    hide();
  });
  for (const event of before) listeners.get(event.type)?.(event as never);
}
