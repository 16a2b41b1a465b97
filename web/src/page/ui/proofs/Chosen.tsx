/** What the proof is worked out for: example, layer, neuron and, for weights, where they come from. */

import type { Focus } from "../equation/focus";
import { Checkbox, Stepper } from "../fields";
import { type Looked, layersOf, type Proof } from "./proof";

interface ChosenProps {
  proof: Proof;
  looked: Looked;
  /** Whether formulas have the neuron's own indices in place of letters. */
  asIndices: boolean;
  onIndices(asIndices: boolean): void;
  choose(focus: Partial<Focus>): void;
}

export function Chosen({ proof, looked, asIndices, onIndices, choose }: ChosenProps) {
  const { iteration, l, j, k, i } = looked;
  const { first, last } = layersOf(proof, iteration.last);
  return (
    <div class="focus">
      <Stepper
        label="Example"
        tip="Which example of the mini-batch the numbers are of."
        value={i + 1}
        high={iteration.traced}
        onChange={(value) => choose({ example: value - 1 })}
      />
      {first < last && (
        <Stepper
          label="Layer l"
          tip="Which layer the proof is worked out for; you can also click a neuron in the drawing."
          value={l}
          high={last}
          onChange={(layer) => choose({ layer })}
        />
      )}
      <Stepper
        label="Neuron j"
        tip="Which neuron of the layer it is; you can also click it in the drawing."
        value={j + 1}
        high={iteration.sizes[l] ?? 1}
        onChange={(value) => choose({ neuron: value - 1 })}
      />
      {proof.nudged === "weight" && (
        <Stepper
          label="from k"
          tip="Which neuron of the layer before the weight comes from; you can also click it in the drawing."
          value={k + 1}
          high={iteration.sizes[l - 1] ?? 1}
          onChange={(value) => choose({ from: value - 1 })}
        />
      )}
      <Checkbox
        label={proof.nudged === "weight" ? "l, j, k as numbers" : "l, j as numbers"}
        tip="Writes the formulas with this layer's and this neuron's numbers in place of the letters l and j."
        checked={asIndices}
        onChange={onIndices}
      />
    </div>
  );
}
