/** The hidden layers as one types them: `8,8,4`, or nothing. */
import type { Catalogue } from "../../../../../bindings/backprop";

type LayersEntry = { layers: number[] } | { problem: string };

type LayerLimits = Pick<Catalogue, "limits" | "mostHiddenLayers">;

/** Commas, spaces or semicolons between the numbers. */
export function readLayers(text: string, { limits, mostHiddenLayers }: LayerLimits): LayersEntry {
  const { low, high } = limits.layers;
  const trimmed = text.trim();
  if (trimmed === "") return { layers: [] };
  const parts = trimmed.split(/\s*[,;]\s*|\s+/);
  if (parts.length > mostHiddenLayers)
    return { problem: `These are ${parts.length} layers; there is room for ${mostHiddenLayers} hidden ones.` };
  const layers: number[] = [];
  for (const [i, part] of parts.entries()) {
    if (part === "") return { problem: `Number ${i + 1} is missing: write 8,8,4 for three layers, or nothing for none.` };
    const neurons = /^\d+$/.test(part) ? Number(part) : Number.NaN;
    if (!(neurons >= low && neurons <= high))
      return { problem: `Layer ${i + 1} cannot have “${part}” neurons: a layer has from ${low} to ${high}.` };
    layers.push(neurons);
  }
  return { layers };
}
