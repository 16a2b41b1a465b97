/**
 * The network as a textbook has it, in double and one neuron at a time: written from the contract's words about its arrays alone,
 * to see that the arrays mean what the contract says.
 */
import type { Experiment } from "../../bindings/backprop.d.ts";

const functions: Record<string, (z: number) => number> = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  linear: (z) => z,
};

/** Activations of the layers 0 .. L for the point (x, y). */
export function activations(experiment: Experiment, parameters: Float32Array, x: number, y: number): number[][] {
  const sizes = [...experiment.layers, 1];
  const names = [...experiment.activations, experiment.output];
  let at = 0;
  const next = (): number => {
    const parameter = parameters[at++];
    if (parameter === undefined) throw new Error("fewer parameters than the network has");
    return parameter;
  };

  const layers = [[x, y]];
  for (const [l, size] of sizes.entries()) {
    const input = layers[l] ?? [];
    const sums = Array.from({ length: size }, () => input.reduce((sum, a) => sum + next() * a, 0));
    const sigma = functions[names[l] ?? ""];
    if (!sigma) throw new Error(`no activation function ${names[l]}`);
    layers.push(sums.map((sum) => sigma(sum + next())));
  }
  if (at !== parameters.length) throw new Error("more parameters than the network has");
  return layers;
}
