/** The small pictures of neurons: their colours. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { thumbnailOf } from "../../../web/src/page/ui/thumbnail.ts";
import type { Palette } from "../../../web/src/page/views/palette.ts";
import { thumbnailResolution } from "../../../web/src/protocol.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

test.each([
  ["data=circle&layers=3", [false]],
  ["data=circle&layers=3&output=softmax&cost=logLikelihood", [true, true]],
  ["data=blobs&layers=3", [true, true, true]],
  ["data=slope&layers=3", [false]],
])("%s: an output that is a class's own has its colour", (link, areClasses) => {
  const session = startSession(module, link);
  const [heat, ...classHeat] = Array.from({ length: 7 }, () => new Uint32Array()) as [Uint32Array, ...Uint32Array[]];
  const palette = { heat, classHeat } as Partial<Palette> as Palette;
  const named = { sizes: Array.from(session.layerSizes()), catalogue: module.catalogue(), experiment: session.experiment() };
  const values = new Float32Array(named.sizes.reduce((sum, count) => sum + count) * thumbnailResolution ** 2);
  const scale = (layer: number, neuron: number) => thumbnailOf(named, null, palette, values, { layer, neuron }).scale;
  expect(scale(1, 1)).toBe(heat);
  for (const [c, isClass] of areClasses.entries()) expect(scale(2, c)).toBe(isClass ? classHeat[c] : heat);
});
