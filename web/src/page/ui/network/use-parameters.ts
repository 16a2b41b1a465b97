/** What names and edits parameters: its code comes when one of them is first pointed at. */
import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { usePlayground } from "../context";
import type { ParametersProps } from "./parameters-props";

export function useParameters(): ComponentType<ParametersProps> | null {
  const { editing, load } = usePlayground();
  const loaded = useSignal<{ component: ComponentType<ParametersProps> } | null>(null);
  useSignalEffect(() => {
    if (loaded.value !== null || (editing.pointed.value === null && editing.chosen.value === null)) return;
    void load(import("./Parameters")).then((part) => {
      loaded.value = part && { component: part.Parameters };
    });
  });
  return loaded.value?.component ?? null;
}
