/**
 * The arrow keys in the drawing. Up and down go through a layer; to the left of a neuron are its own weights and its bias, to the
 * right the weights that lead on from it, and behind them the next layer's neurons.
 */
import type { NeuronPlace } from "../../../protocol";
import type { LayerSizes, ParameterPlace } from "../../views/parameters";

/** Where the keyboard is: at a neuron, or at a parameter, among those that come to its neuron or those that leave the one before. */
export type Standing =
  | { at: "neuron"; place: NeuronPlace }
  | { at: "parameter"; place: ParameterPlace; among: "coming" | "leaving" };

/** null if the key leads nowhere from there. */
export function walk(sizes: LayerSizes, standing: Standing, key: string): Standing | null {
  const count = (layer: number): number => sizes[layer] ?? 0;
  const along = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (standing.at === "neuron") {
    const { layer, neuron } = standing.place;
    if (along !== 0) return neuronAt(layer, neuron + along);
    if (key === "ArrowLeft" && layer > 0)
      return { at: "parameter", among: "coming", place: { layer, neuron, from: Math.min(neuron, count(layer - 1) - 1) } };
    if (key === "ArrowRight" && layer < sizes.length - 1)
      return {
        at: "parameter",
        among: "leaving",
        place: { layer: layer + 1, neuron: Math.min(neuron, count(layer + 1) - 1), from: neuron },
      };
    return null;
  }
  const { place, among } = standing;
  const { layer, neuron, from } = place;
  if (key === "ArrowRight") return neuronAt(layer, neuron);
  if (key === "ArrowLeft") return from === null ? null : neuronAt(layer - 1, from);
  if (along === 0) return null;
  if (among === "leaving") {
    const next = neuron + along;
    return next < 0 || next >= count(layer) ? null : { ...standing, place: { ...place, neuron: next } };
  }
  // The bias comes after the last weight.
  const inputs = count(layer - 1);
  const next = (from ?? inputs) + along;
  if (next < 0 || next > inputs) return null;
  return { ...standing, place: { ...place, from: next === inputs ? null : next } };

  function neuronAt(l: number, j: number): Standing | null {
    return j < 0 || j >= count(l) ? null : { at: "neuron", place: { layer: l, neuron: j } };
  }
}
