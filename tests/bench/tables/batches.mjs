// @ts-check
import { least, measureAll } from "../measure.mjs";
import { settings, shapes } from "../shapes.mjs";
import { heading, microseconds, number, ratio, table } from "../table.mjs";

const sizes = [1, 2, 3, 5, 10, 30, 100];
// Also between the pack widths' multiples, where a rule has something to decide.
const ruled = [1, 2, 3, 5, 10, 16, 20, 30, 40, 50, 100, 250];
const widths = [1, 4, 8, 12, 16];
const networks = [shapes.A, shapes.B, { ...shapes.A, title: "2-32-32-1", layers: [32, 32] }];

/** @param {import("../engine.d.ts").Bench} bench */
export async function batches({ wasmProgram, native, effort }) {
  heading("Batch sizes", "One epoch, recorded, of 250 examples. Larger batches make fewer updates and fill the lanes better.");
  for (const network of networks) {
    console.log(`\n${network.title}`);
    const rows = [];
    for (const batchSize of sizes) {
      const text = settings({ ...network, batchSize });
      const times = await measureAll(
        { wasm: () => wasmProgram.open("early", text), native: () => native.open("early", text) },
        effort.ours,
      );
      rows.push([
        `batch ${batchSize}`,
        ...[times.wasm, times.native].flatMap((own) => [microseconds(own), number((1e6 * least(own)) / network.points)]),
      ]);
    }
    table(["", "wasm us", "ns/example", "native us", "ns/example"], rows);
  }

  heading(
    "Lanes of a pack",
    [
      "One epoch of the bare step, microseconds, at every width; the present rule's width; and what the rule loses: its time in times of",
      "the fastest width's. Goal: 1.",
    ].join("\n"),
  );
  /** @type {[string, import("../engine.d.ts").OurEngine][]} */
  const kinds = [
    ["native", native],
    ["wasm", wasmProgram],
  ];
  for (const [kind, engine] of kinds) {
    for (const network of networks) {
      console.log(`\n${network.title}, ${kind}`);
      const rows = [];
      for (const batchSize of ruled) {
        const text = settings({ ...network, batchSize });
        const asRuled = await engine.open("bare", text);
        const rule = asRuled.lanes;
        await asRuled.close?.();
        const times = await measureAll(
          Object.fromEntries(widths.map((width) => [String(width), () => engine.open("bare", text, width)])),
          effort.ours,
        );
        const of = (/** @type {number} */ width) => times[width] ?? [];
        const fastest = widths.reduce((best, width) => (least(of(width)) < least(of(best)) ? width : best));
        rows.push([
          `batch ${batchSize}`,
          ...widths.map((width) => microseconds(of(width))),
          String(fastest),
          String(rule),
          ratio(of(rule), of(fastest)),
        ]);
      }
      table(["", ...widths.map((width) => `${width} lanes`), "fastest", "rule", "rule/fastest"], rows);
    }
  }
}
