// @ts-check
import { least, measureAll } from "../measure.mjs";
import { adam, descent, multiplyAdds, settings, shapes } from "../shapes.mjs";
import { heading, microseconds, number, ratio, table } from "../table.mjs";

/** @param {import("../engine.d.ts").Bench} bench */
export async function ours({ wasmProgram, native, effort }) {
  heading(
    "Our trainer",
    [
      "One epoch of the trainer: early (each of the first 64 epochs is recorded), whole (the mean of epochs 0 to 2,000) and late (after",
      "2,000); and of the bare step: gather, backpropagate, descend without moments. Goals: trainer at most 1.3 times the bare step, wasm at",
      "most 1.25 times native, Adam at most 1.3 times SGD.",
    ].join("\n"),
  );
  const times = [];
  const againstBare = [];
  const againstOthers = [];
  const againstMachine = [];
  for (const shape of Object.values(shapes)) {
    const sgd = settings(shape, descent);
    const other = settings(shape, adam);
    const t = await measureAll(
      {
        wasmPeak: () => wasmProgram.open("peak", sgd),
        nativePeak: () => native.open("peak", sgd),
        wasmBare: () => wasmProgram.open("bare", sgd),
        nativeBare: () => native.open("bare", sgd),
        wasmEarlySgd: () => wasmProgram.open("early", sgd),
        wasmEarlyAdam: () => wasmProgram.open("early", other),
        nativeEarlySgd: () => native.open("early", sgd),
        nativeEarlyAdam: () => native.open("early", other),
        wasmWholeSgd: () => wasmProgram.open("whole", sgd),
        wasmWholeAdam: () => wasmProgram.open("whole", other),
        nativeWholeSgd: () => native.open("whole", sgd),
        nativeWholeAdam: () => native.open("whole", other),
        wasmLateSgd: () => wasmProgram.open("late", sgd),
        wasmLateAdam: () => wasmProgram.open("late", other),
        nativeLateSgd: () => native.open("late", sgd),
        nativeLateAdam: () => native.open("late", other),
      },
      effort.ours,
    );
    /** @type {["early" | "whole" | "late", typeof t.wasmBare, typeof t.wasmBare, typeof t.wasmBare, typeof t.wasmBare][]} */
    const phases = [
      ["early", t.wasmEarlySgd, t.nativeEarlySgd, t.wasmEarlyAdam, t.nativeEarlyAdam],
      ["whole", t.wasmWholeSgd, t.nativeWholeSgd, t.wasmWholeAdam, t.nativeWholeAdam],
      ["late", t.wasmLateSgd, t.nativeLateSgd, t.wasmLateAdam, t.nativeLateAdam],
    ];
    // A peak's turn is counted in thousands of four multiply-adds.
    const atPeak = (/** @type {number[]} */ peak) => (multiplyAdds(shape) / 4 / 1000) * least(peak);
    againstMachine.push([
      shape.title,
      multiplyAdds(shape).toLocaleString("en"),
      ...[t.wasmPeak, t.nativePeak].map((peak) => number(1000 * atPeak(peak))),
      ...[
        [t.wasmBare, t.wasmPeak],
        [t.nativeBare, t.nativePeak],
      ].map(([bare = [], peak = []]) => number(least(bare) / atPeak(peak))),
    ]);
    times.push([`${shape.title}, bare`, ...[t.wasmBare, t.nativeBare].map(microseconds), "", ""]);
    againstOthers.push([`${shape.title}, bare`, ratio(t.wasmBare, t.nativeBare), "", "", ""]);
    for (const [phase, wasmSgd, nativeSgd, wasmAdam, nativeAdam] of phases) {
      const name = `${shape.title}, ${phase}`;
      times.push([name, ...[wasmSgd, nativeSgd, wasmAdam, nativeAdam].map(microseconds)]);
      againstBare.push([
        name,
        ratio(wasmSgd, t.wasmBare),
        ratio(nativeSgd, t.nativeBare),
        ratio(wasmAdam, t.wasmBare),
        ratio(nativeAdam, t.nativeBare),
      ]);
      againstOthers.push([
        name,
        ratio(wasmSgd, nativeSgd),
        ratio(wasmAdam, nativeAdam),
        ratio(wasmAdam, wasmSgd),
        ratio(nativeAdam, nativeSgd),
      ]);
    }
  }
  const kinds = ["wasm SGD", "native SGD", "wasm Adam", "native Adam"];
  console.log("\nMicroseconds an epoch");
  table(["", ...kinds], times);
  console.log("\nTrainer against the bare step of the same kind (goal 1.3)");
  table(["", ...kinds], againstBare);
  console.log("\nWasm against native (goal 1.25), and Adam against SGD (goal 1.3)");
  table(["", "wasm/native, SGD", "wasm/native, Adam", "Adam/SGD, wasm", "Adam/SGD, native"], againstOthers);
  console.log(
    "\nThe bare step against its multiply-adds alone (without tanh), at the most that this processor makes of four floats at a time",
  );
  table(["", "multiply-adds", "wasm peak us", "native peak us", "wasm bare/peak", "native bare/peak"], againstMachine);
}
