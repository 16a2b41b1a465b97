// @ts-check
import { measure, median } from "../measure.mjs";
import { createGrid } from "../peers/tensorflow-playground.mjs";
import { settings, shapes } from "../shapes.mjs";
import { heading, number, ratio, table } from "../table.mjs";

/** @param {import("../engine.d.ts").Bench} bench */
export async function grid({ wasm, wasmProgram, native, effort }) {
  heading(
    "Heat maps",
    [
      "Answers of every neuron at 100 x 100 places, milliseconds: as the page gets them, and without the copy that it gets. Goal: B below",
      "1 ms; as the page gets them, 30 (A) and 60 times (B) as fast as TensorFlow Playground fills its own.",
    ].join("\n"),
  );
  const rows = [];
  let absent = "";
  for (const shape of [shapes.A, shapes.B]) {
    const text = settings(shape);
    const theirs = await createGrid(shape);
    const engines = await Promise.all([wasm.open("grid", text), wasmProgram.open("grid", text), native.open("grid", text)]);
    const [page = [], program = [], here = [], other] = await measure(
      typeof theirs === "string" ? engines : [...engines, theirs],
      effort.ours,
    );
    if (typeof theirs === "string") absent = theirs;
    for (const engine of engines) await engine.close?.();
    rows.push([
      shape.title,
      ...[page, program, here].map((own) => number(median(own))),
      ratio(page, here),
      ratio(program, here),
      other ? number(median(other)) : "-",
      other ? ratio(other, page) : "-",
    ]);
  }
  table(["", "wasm, page", "wasm", "native", "page/native", "wasm/native", "TF Playground", "TF Playground/page"], rows);
  if (absent) console.log(`Not here: ${absent}.`);
}
