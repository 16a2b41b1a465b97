/** Where the lessons are a sheet, they make room for another view that the reader goes to, until the reader is back. */
import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Place, View } from "../../state/place";
import { usePlayground } from "../context";
import { isSheet } from "./sheet";

export function useStepAside(
  sheet: RefObject<HTMLElement | null>,
  { view, lesson }: Pick<Place, "view" | "lesson">,
  folded: Signal<boolean>,
): void {
  const { arranged } = usePlayground();
  /** Who goes there from the text goes on reading it. */
  const isFromText = useRef(false);
  const before = useRef(view);
  /** What the sheet made room from: the view, and how it stood there. */
  const left = useRef<{ view: View; folded: boolean } | null>(null);
  useEffect(() => {
    const look = ({ target }: MouseEvent): void => {
      if (!(target instanceof Element)) return;
      isFromText.current = sheet.current?.contains(target) === true;
      // Who asks for the lessons wants to see them, also where they are open already.
      if (target.closest("[data-spot=lessons]") !== null) folded.value = false;
    };
    document.addEventListener("click", look, true);
    return () => document.removeEventListener("click", look, true);
  }, []);
  useEffect(() => {
    folded.value = false;
    left.current = null;
  }, [lesson]);
  useEffect(() => {
    const from = before.current;
    before.current = view;
    if (from === view) return;
    if (left.current?.view === view) {
      folded.value = left.current.folded;
      left.current = null;
      // A step's setup changes the view, too.
    } else if (!arranged.peek() && !isFromText.current && isSheet(sheet.current)) {
      left.current ??= { view: from, folded: folded.peek() };
      folded.value = true;
    }
  }, [view]);
}
