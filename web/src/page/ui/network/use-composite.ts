/** The formula's code comes when it is first opened. */
import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { usePlayground } from "../context";
import type { CompositeProps } from "./Composite";

export function useComposite(isOpen: boolean): ComponentType<CompositeProps> | null {
  const { load } = usePlayground();
  const loaded = useSignal<{ component: ComponentType<CompositeProps> } | null>(null);
  useEffect(() => {
    if (!isOpen || loaded.value !== null) return;
    void load(import("./Composite")).then((part) => {
      loaded.value = part && { component: part.Composite };
    });
  }, [isOpen]);
  return isOpen ? (loaded.value?.component ?? null) : null;
}
