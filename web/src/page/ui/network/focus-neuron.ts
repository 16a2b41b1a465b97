import type { NeuronPlace } from "../../../protocol";

/** The keyboard goes to that neuron of the drawing, or to the strip that it is in. */
export function focusNeuron(drawing: HTMLElement | null, { layer, neuron }: NeuronPlace): void {
  drawing?.querySelector<HTMLElement>(`[data-neuron="${layer} ${neuron}"], [data-strip="${layer}"]`)?.focus();
}
