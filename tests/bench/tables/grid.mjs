// @ts-check
import { least, measureAll } from "../measure.mjs";
import { createGrid } from "../peers/tensorflow-playground.mjs";
import { settings, shapes } from "../shapes.mjs";
import { heading, number, ratio, table } from "../table.mjs";

/** @param {import("../engine.d.ts").Bench} bench */
export async function grid({ wasm, wasmProgram, native, effort }) {
  heading(
    "Heat maps",
    [
      "Answers of every neuron at 100 x 100 places, milliseconds: as the page gets them from its module, and in a program, without the copy that the page gets. Goal: B below",
      "1 ms; as the page gets them, 30 (A) and 60 times (B) as fast as TensorFlow Playground fills its own.",
    ].join("\n"),
  );
  const rows = [];
  let absent = "";
  for (const shape of [shapes.A, shapes.B]) {
    const text = settings(shape);
    const theirs = await createGrid(shape);
    /** @type {Record<string, () => Promise<import("../engine.d.ts").Peer>>} */
    const open = {
      page: () => wasm.open("grid", text),
      program: () => wasmProgram.open("grid", text),
      here: () => native.open("grid", text),
    };
    if (typeof theirs === "string") absent = theirs;
    else open.theirs = () => Promise.resolve(theirs);
    const { page = [], program = [], here = [], theirs: other } = await measureAll(open, effort.ours);
    rows.push([
      shape.title,
      ...[page, program, here].map((own) => number(least(own))),
      ratio(page, here),
      ratio(program, here),
      ...(other ? [number(least(other)), ratio(other, page)] : ["-", "-"]),
    ]);
  }
  table(["", "wasm, page", "wasm", "native", "page/native", "wasm/native", "TF Playground", "TF Playground/page"], rows);
  if (absent) console.log(`Not here: ${absent}.`);
}
