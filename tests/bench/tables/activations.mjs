// @ts-check
import { measureAll } from "../measure.mjs";
import { settings, shapes } from "../shapes.mjs";
import { heading, microseconds, ratio, table } from "../table.mjs";

/** @param {import("../engine.d.ts").Bench} bench */
export async function activations({ wasm, wasmProgram, native, effort }) {
  heading(
    "Activations",
    `One epoch, recorded, of ${shapes.B.title} with each activation function in its hidden layers, and how many times as long as with\ntanh. Goal: sigmoid, gelu and silu at most 1.5.`,
  );
  const names = wasm.activations();
  /** @param {import("../engine.d.ts").OurEngine} engine */
  const timesOf = (engine) =>
    measureAll(
      Object.fromEntries(names.map((name) => [name, () => engine.open("early", settings({ ...shapes.B, activation: name }))])),
      effort.ours,
    );
  const [inWasm, inNative] = [await timesOf(wasmProgram), await timesOf(native)];
  table(
    ["", "wasm us", "times tanh", "native us", "times tanh"],
    names.map((name) => [
      name,
      ...[inWasm, inNative].flatMap((times) => {
        const { [name]: own = [], tanh = [] } = times;
        return [microseconds(own), ratio(own, tanh)];
      }),
    ]),
  );
}
