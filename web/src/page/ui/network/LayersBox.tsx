import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { readLayers } from "./layers-text";

/** All hidden layers in one box. What cannot be read stays there, with a sentence, and changes nothing. */
export function LayersBox({ catalogue, layers }: { catalogue: Catalogue; layers: Experiment["layers"] }) {
  const { change } = usePlayground();
  const box = useRef<HTMLInputElement>(null);
  const problem = useSignal("");
  const id = useId();
  const enter = (text: string): void => {
    const entry = readLayers(text, catalogue);
    problem.value = "problem" in entry ? entry.problem : "";
    if ("layers" in entry && entry.layers.join() !== layers.join()) change({ layers: entry.layers.join(",") });
    // The box shows them as they are.
    else if ("layers" in entry && box.current !== null) box.current.value = layers.join(",");
  };
  return (
    <div class="layers-box">
      <input
        ref={box}
        type="text"
        inputMode="text"
        autocomplete="off"
        spellcheck={false}
        aria-label="Neurons of the hidden layers"
        aria-invalid={problem.value !== ""}
        aria-describedby={id}
        data-tip={explanations.layersBox}
        data-spot="layers-box"
        placeholder="none"
        value={layers.join(",")}
        onChange={(event) => enter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          problem.value = "";
          event.currentTarget.value = layers.join(",");
        }}
      />
      <p id={id} class="entry-problem" role="alert" hidden={problem.value === ""}>
        {problem.value}
      </p>
    </div>
  );
}
