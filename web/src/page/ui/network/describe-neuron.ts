/** A neuron in words. */
import type { NeuronPlace } from "../../../protocol";
import { formatWeight } from "../../format";
import { biasAt, weightAt } from "../../views/parameters";
import { type Named, nodeTitle } from "./names";

/** Nobody listens to more numbers than these. */
const mostNamedWeights = 12;

/** Its name, and, unless it is an input, its weights and its bias as they are; `space` stands within what is said of a weight. */
export function describeNeuron(named: Named, place: NeuronPlace, parameters: Float32Array | undefined, space = " "): string {
  const { sizes } = named;
  const { layer, neuron } = place;
  const name = nodeTitle(named, place);
  if (layer === 0 || parameters === undefined) return name;
  const value = (at: number): string => formatWeight(parameters[at] ?? Number.NaN);
  const before = layer === 1 ? "input" : "neuron";
  const inputs = sizes[layer - 1] ?? 0;
  const listed = Math.min(inputs, mostNamedWeights);
  const weights = Array.from({ length: listed }, (_, k) =>
    [value(weightAt(sizes, layer, neuron, k)), "from", before, k + 1].join(space),
  );
  if (listed < inputs) weights.push(`and ${inputs - listed} more`);
  return `${name}: weights ${weights.join(", ")}; bias ${value(biasAt(sizes, layer, neuron))}`;
}
