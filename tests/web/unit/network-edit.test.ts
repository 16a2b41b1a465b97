/** What the drawing's editing is made of: the layers' text, the arrow keys' ways, where the editor stands, where parameters lie. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readLayers } from "../../../web/src/page/ui/network/layers-text.ts";
import { placeBeside } from "../../../web/src/page/ui/network/place-beside.ts";
import { type Standing, walk } from "../../../web/src/page/ui/network/walk.ts";
import { layOutNetwork, neuronInStrip } from "../../../web/src/page/views/network-layout.ts";
import { parameterAt, parameterCount, parameterPlace } from "../../../web/src/page/views/parameters.ts";

const limits = { limits: { layers: { low: 1, high: 128 } }, mostHiddenLayers: 10 } as Parameters<typeof readLayers>[1];

describe("readLayers()", () => {
  it.each([
    ["", []],
    ["  ", []],
    ["8,8,4", [8, 8, 4]],
    [" 8 , 8;4 ", [8, 8, 4]],
    ["8 8 4", [8, 8, 4]],
    ["128", [128]],
    ["1,1,1,1,1,1,1,1,1,1", Array.from({ length: 10 }, () => 1)],
  ])("%j is %j", (text, layers) => {
    expect(readLayers(text, limits)).toEqual({ layers });
  });

  it.each([
    ["8,x,4", "Layer 2 cannot have “x” neurons: a layer has from 1 to 128."],
    ["8,0", "Layer 2 cannot have “0” neurons: a layer has from 1 to 128."],
    ["129", "Layer 1 cannot have “129” neurons: a layer has from 1 to 128."],
    ["-3", "Layer 1 cannot have “-3” neurons: a layer has from 1 to 128."],
    ["4,2.5", "Layer 2 cannot have “2.5” neurons: a layer has from 1 to 128."],
    ["4,,4", "Number 2 is missing: write 8,8,4 for three layers, or nothing for none."],
    ["4,", "Number 2 is missing: write 8,8,4 for three layers, or nothing for none."],
    ["1,1,1,1,1,1,1,1,1,1,1", "These are 11 layers; there is room for 10 hidden ones."],
  ])("%j is refused: %s", (text, problem) => {
    expect(readLayers(text, limits)).toEqual({ problem });
  });

  it("answers any text with layers within the limits or with a sentence", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const entry = readLayers(text, limits);
        if ("problem" in entry) expect(entry.problem).not.toBe("");
        else expect(entry.layers.every((count) => Number.isInteger(count) && count >= 1 && count <= 128)).toBe(true);
      }),
    );
  });
});

describe("walk()", () => {
  const sizes = [2, 3, 1];
  const from = (layer: number, neuron: number): Standing => ({ at: "neuron", place: { layer, neuron } });
  const after = (begin: Standing, ...keys: string[]): Standing | null =>
    keys.reduce<Standing | null>((at, key) => at && walk(sizes, at, `Arrow${key}`), begin);

  it("goes through a layer and stops at its ends", () => {
    expect(after(from(1, 0), "Down", "Down")).toEqual(from(1, 2));
    expect(after(from(1, 2), "Down")).toBeNull();
    expect(after(from(1, 0), "Up")).toBeNull();
  });

  it("goes left over the neuron's own weights to its bias, and on to where a weight comes from", () => {
    expect(after(from(1, 2), "Left")).toMatchObject({ place: { layer: 1, neuron: 2, from: 1 } });
    expect(after(from(1, 2), "Left", "Down")).toMatchObject({ place: { layer: 1, neuron: 2, from: null } });
    expect(after(from(1, 2), "Left", "Down", "Down")).toBeNull();
    expect(after(from(1, 2), "Left", "Down", "Right")).toEqual(from(1, 2));
    expect(after(from(1, 2), "Left", "Up", "Left")).toEqual(from(0, 0));
  });

  it("goes right over the weights that lead on, to where they lead", () => {
    expect(after(from(0, 1), "Right")).toMatchObject({ place: { layer: 1, neuron: 1, from: 1 } });
    expect(after(from(0, 1), "Right", "Down", "Right")).toEqual(from(1, 2));
    expect(after(from(2, 0), "Right")).toBeNull();
  });

  it("reaches every parameter, and none that is not there", () => {
    const seen = new Set<number>();
    for (const [layer, count] of sizes.entries())
      for (let neuron = 0; neuron < count; neuron++)
        for (const begin of [after(from(layer, neuron), "Left"), after(from(layer, neuron), "Right")])
          for (const key of ["Up", "Down"])
            for (let at = begin; at?.at === "parameter"; at = walk(sizes, at, `Arrow${key}`)) {
              const position = parameterAt(sizes, at.place);
              expect(position).not.toBeNull();
              seen.add(position ?? -1);
            }
    expect(seen.size).toBe(parameterCount(sizes));
  });
});

describe("placeBeside()", () => {
  const size = { width: 300, height: 200 };
  const room = { width: 1280, height: 720 };
  it("covers nothing of what it is about where there is room, and stays inside", () => {
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: 0, max: 1180 }),
          top: fc.integer({ min: 0, max: 620 }),
          width: fc.integer({ min: 1, max: 100 }),
          height: fc.integer({ min: 1, max: 100 }),
        }),
        (box) => {
          const { left, top } = placeBeside(box, size, room);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(left + size.width).toBeLessThanOrEqual(room.width);
          expect(top + size.height).toBeLessThanOrEqual(room.height);
          const isApart =
            left >= box.left + box.width ||
            left + size.width <= box.left ||
            top >= box.top + box.height ||
            top + size.height <= box.top;
          expect(isApart).toBe(true);
        },
      ),
    );
  });
});

test("parameterPlace() is the way back from parameterAt()", () => {
  const sizes = [3, 4, 2, 5];
  for (let at = 0; at < parameterCount(sizes); at++) expect(parameterAt(sizes, parameterPlace(sizes, at))).toBe(at);
  for (const place of [
    { layer: 1, neuron: 4, from: 0 },
    { layer: 1, neuron: 0, from: 3 },
    { layer: 4, neuron: 0, from: null },
    { layer: 0, neuron: 0, from: null },
  ])
    expect(parameterAt(sizes, place)).toBeNull();
});

test.each([
  [[2, 128, 1], 728, 500],
  [[2, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 1], 728, 430],
  [[2, 40, 8, 6], 358, 430],
])("every neuron of %j in %i x %i has a place of its own, strips inside the drawing and apart", (sizes, width, height) => {
  const fit = { narrowestColumn: 88, pictures: 1 / 2, strips: true };
  const layout = layOutNetwork(sizes, width, height, 84, 22, fit);
  for (const [l, strip] of layout.strips.entries()) {
    expect(layout.centres[l]).toHaveLength(sizes[l] as number);
    if (strip === null) continue;
    const right = strip.x + strip.across * strip.side;
    expect(strip.side).toBeGreaterThanOrEqual(8);
    expect(strip.x).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(layout.width);
    expect(strip.y).toBeGreaterThanOrEqual(84);
    expect(strip.y + strip.down * strip.side).toBeLessThanOrEqual(height);
    const next = layout.strips[l + 1];
    if (next) expect(next.x - right).toBeGreaterThanOrEqual(30); // for the links
    for (const [j, { x, y }] of (layout.centres[l] ?? []).entries())
      expect(neuronInStrip(strip, x - strip.x, y - strip.y)).toBe(j);
  }
});
