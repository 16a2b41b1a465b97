// @ts-check
import { measureAll, median } from "../measure.mjs";
import { settings, shapes } from "../shapes.mjs";
import { heading, number, ratio, table } from "../table.mjs";

/** @param {import("../engine.d.ts").Bench} bench */
export async function grid({ wasm, wasmProgram, native, effort }) {
  heading(
    "Heat maps",
    [
      "Answers of every neuron at 100 x 100 places, milliseconds: as the page gets them, and without the copy that it gets. Goal: B below",
      "1 ms.",
    ].join("\n"),
  );
  const rows = [];
  for (const shape of [shapes.A, shapes.B]) {
    const text = settings(shape);
    const times = await measureAll(
      { page: wasm.open("grid", text), wasm: wasmProgram.open("grid", text), native: native.open("grid", text) },
      effort.ours,
    );
    rows.push([
      shape.title,
      ...[times.page, times.wasm, times.native].map((own) => number(median(own))),
      ratio(times.page, times.native),
      ratio(times.wasm, times.native),
    ]);
  }
  table(["", "wasm, page", "wasm", "native", "page/native", "wasm/native"], rows);
}
