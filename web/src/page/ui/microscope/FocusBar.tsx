import type { Signal } from "@preact/signals";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { Checkbox, Stepper } from "../fields";
import type { Phase } from "./phases";

interface FocusBarProps {
  iteration: Iteration;
  phase: Phase;
  focus: Focus;
  /** Whether matrices have a column for each example, and whether they are shown as numbers. */
  ways: { wholeBatch: Signal<boolean>; numbers: Signal<boolean> };
  choose(focus: Partial<Focus>): void;
}

/** What is looked at: example, layer, neuron and, where it is about weights, where they come from. */
export function FocusBar({ iteration, phase, focus, ways, choose }: FocusBarProps) {
  const { kind } = phase;
  const aboutWeights = kind === "weights" || kind === "update";
  const free = aboutWeights || kind === "biases";
  return (
    <div class="focus" data-spot="focus">
      <Stepper
        label="Example"
        tip="Which example of the mini-batch is on its way."
        value={focus.example + 1}
        high={iteration.traced}
        onChange={(value) => choose({ example: value - 1 })}
      />
      {free && (
        <Stepper
          label="Layer"
          tip="Which layer's gradients are shown."
          value={focus.layer}
          high={iteration.last}
          onChange={(layer) => choose({ layer })}
        />
      )}
      {kind !== "batch" && kind !== "cost" && (
        <Stepper
          label="Neuron j"
          tip="Which neuron of the layer is worked out; you can also click it in the drawing."
          value={focus.neuron + 1}
          high={iteration.sizes[focus.layer] ?? 1}
          onChange={(value) => choose({ neuron: value - 1 })}
        />
      )}
      {(aboutWeights || kind === "forward") && (
        <Stepper
          label="from k"
          tip="Which neuron of the layer before the weight comes from; you can also click the link."
          value={focus.from + 1}
          high={iteration.sizes[focus.layer - 1] ?? 1}
          onChange={(value) => choose({ from: value - 1 })}
        />
      )}
      {kind !== "batch" && (
        <div class="ways">
          <Checkbox
            label="whole mini-batch"
            tip="Shows a column for each example of the mini-batch, side by side."
            checked={ways.wholeBatch.value}
            onChange={(checked) => {
              ways.wholeBatch.value = checked;
            }}
          />
          <Checkbox
            label="numbers"
            tip="Writes large matrices out in numbers as well, in place of colours."
            checked={ways.numbers.value}
            onChange={(checked) => {
              ways.numbers.value = checked;
            }}
          />
        </div>
      )}
    </div>
  );
}
