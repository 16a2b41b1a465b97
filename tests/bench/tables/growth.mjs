// @ts-check
import { least, measureAll } from "../measure.mjs";
import { multiplyAdds, settings, shapes } from "../shapes.mjs";
import { heading, microseconds, number, ratio, table } from "../table.mjs";

/** @type {(layers: number[]) => import("../shapes.mjs").Shape} */
const plain = (layers) => ({ ...shapes.A, title: `2-${layers.join("-")}-1`, layers });

const deep = (/** @type {number} */ width) =>
  Array.from({ length: 10 }, (_, i) => ({ ...plain(Array(i + 1).fill(width)), title: `${i + 1} hidden` }));

/** @type {{ title: string, shapes: import("../shapes.mjs").Shape[] }[]} */
const series = [
  {
    title: `Examples, ${shapes.B.title}`,
    shapes: [100, 250, 500, 1000, 2500, 5000, 10000].map((points) => ({ ...shapes.B, title: `${points} examples`, points })),
  },
  { title: "Width, two hidden layers, 250 examples", shapes: [4, 8, 16, 32, 64, 128].map((n) => plain([n, n])) },
  { title: "Depth, layers of 8, 250 examples", shapes: deep(8) },
  { title: "Depth, layers of 32, 250 examples", shapes: deep(32) },
];

/** @param {import("../engine.d.ts").Bench} bench */
export async function growth({ wasmProgram, native, effort }) {
  heading(
    "Growth",
    [
      "One epoch, recorded, batch 10. Multiply-adds: examples x 3 x weights. The floor is measured: the first row from which no later",
      "one differs by more than 20 % in time per multiply-add; below it, what does not grow with them counts as much. Linear: in times of",
      "the floor's.",
    ].join("\n"),
  );
  for (const { title, shapes } of series) {
    const open = shapes.flatMap((shape, i) => [
      [`wasm ${i}`, () => wasmProgram.open("early", settings(shape))],
      [`native ${i}`, () => native.open("early", settings(shape))],
    ]);
    const times = await measureAll(Object.fromEntries(open), effort.ours);
    /** @type {(kind: string, i: number) => number[]} nanoseconds per multiply-add */
    const each = (kind, i) =>
      (times[`${kind} ${i}`] ?? []).map((time) => (1e6 * time) / multiplyAdds(/** @type {any} */ (shapes[i])));
    /** @type {Record<string, number>} */
    const floors = Object.fromEntries(
      ["wasm", "native"].map((kind) => [
        kind,
        shapes.findIndex((_, i) => shapes.slice(i).every((_, j) => isLinear(each(kind, i + j), each(kind, i)))),
      ]),
    );
    console.log(`\n${title}`);
    table(
      ["", "multiply-adds", "wasm us", "ns each", "linear", "native us", "ns each", "linear"],
      shapes.map((shape, i) => [
        shape.title,
        multiplyAdds(shape).toLocaleString("en"),
        ...Object.entries(floors).flatMap(([kind, floor]) => [
          microseconds(times[`${kind} ${i}`] ?? []),
          number(least(each(kind, i))),
          i < floor ? "below" : ratio(each(kind, i), each(kind, floor)),
        ]),
      ]),
    );
    for (const [kind, floor] of Object.entries(floors))
      if (floor === shapes.length - 1) console.log(`${kind}: the last two rows still differ by more than 20 %`);
  }
}

/**
 * @param {number[]} each
 * @param {number[]} floor
 */
function isLinear(each, floor) {
  return Math.abs(least(each) / least(floor) - 1) <= 0.2;
}
