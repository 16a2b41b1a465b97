import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { usePlayground } from "./context";

/** A component once it was wanted and its code is there; it stays. */
export function usePart<Props = object>(
  wanted: boolean,
  part: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | null {
  const { load } = usePlayground();
  const loaded = useSignal<{ component: ComponentType<Props> } | null>(null);
  useEffect(() => {
    if (!wanted || loaded.value !== null) return;
    void load(part()).then((component) => {
      loaded.value = component && { component };
    });
  }, [wanted]);
  return loaded.value?.component ?? null;
}
