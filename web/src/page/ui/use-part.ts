import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { usePlayground } from "./context";

/** A part of the page, such as a component, once it was wanted and its code is there; it stays. */
export function usePart<Part>(wanted: boolean, part: () => Promise<Part>, { load } = usePlayground()): Part | null {
  const loaded = useSignal<{ part: Part } | null>(null);
  useEffect(() => {
    if (!wanted || loaded.value !== null) return;
    void load(part()).then((part) => {
      loaded.value = part && { part };
    });
  }, [wanted]);
  return loaded.value?.part ?? null;
}
