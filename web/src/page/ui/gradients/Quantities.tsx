/** Chooses what a chart shows. */
import type { Signal } from "@preact/signals";
import type { Quantity } from "./layers";

interface Choice<Name extends string> {
  name: Name;
  label: string;
  tip: string;
}

/** The norms that each layer has. */
export const quantities: readonly Choice<Quantity>[] = [
  { name: "error", label: "‖δ‖", tip: "The chart shows the length of each layer's error δ." },
  {
    name: "weightGradient",
    label: "‖∂C/∂W‖",
    tip: "The chart shows the length of the gradient of each layer's weights: how fast the layer learns.",
  },
];

export const quantityName = (of: Quantity): string => quantities.find(({ name }) => name === of)?.label ?? "";

interface QuantitiesProps<Name extends string> {
  choices: readonly Choice<Name>[];
  chosen: Signal<Name>;
}

export function Quantities<Name extends string>({ choices, chosen }: QuantitiesProps<Name>) {
  return (
    <fieldset class="quantities">
      <legend class="visually-hidden">What the chart shows</legend>
      {choices.map(({ name, label, tip }) => (
        <button
          key={name}
          type="button"
          class="quiet small"
          aria-pressed={chosen.value === name}
          data-tip={tip}
          onClick={() => {
            chosen.value = name;
          }}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
