import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { readLayers } from "./layers-text";

/**
 * All hidden layers in one box. What cannot be read changes nothing: it stays there with a sentence below, which covers the controls of
 * the layers, until the reader goes elsewhere; then the sentence goes where the page tells such things.
 */
export function LayersBox({ catalogue, layers }: { catalogue: Catalogue; layers: Experiment["layers"] }) {
  const { change, warn } = usePlayground();
  const shown = layers.join(",");
  /** What stands in the box while it cannot be read. */
  const kept = useSignal<string | null>(null);
  const problem = useSignal("");
  const id = useId();
  const settle = (): void => {
    kept.value = null;
    problem.value = "";
  };
  useEffect(settle, [shown]);
  const enter = (box: HTMLInputElement): void => {
    const entry = readLayers(box.value, catalogue);
    if ("problem" in entry) {
      kept.value = box.value;
      problem.value = entry.problem;
      return;
    }
    settle();
    box.value = shown; // until the network has changed
    if (entry.layers.join() !== shown) change({ layers: entry.layers.join(",") });
  };
  return (
    <div class="layers-box">
      <input
        type="text"
        inputMode="text"
        autocomplete="off"
        spellcheck={false}
        aria-label="Neurons of the hidden layers"
        aria-invalid={problem.value !== ""}
        aria-errormessage={id}
        data-tip={explanations.layersBox}
        data-spot="layers-box"
        placeholder="none"
        size={Math.max(1, shown.length)}
        value={kept.value ?? shown}
        onChange={(event) => enter(event.currentTarget)}
        onBlur={(event) => {
          if (problem.value === "") return;
          warn(problem.value);
          settle();
          event.currentTarget.value = shown;
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          settle();
          event.currentTarget.value = shown;
        }}
      />
      <p id={id} class="entry-problem" role="alert" hidden={problem.value === ""}>
        {problem.value}
      </p>
    </div>
  );
}
