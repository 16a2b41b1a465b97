// @ts-check
/** PyTorch in a process of its own, on one thread, if the system's Python has it (Debian's python3-torch). */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { start } from "../program.mjs";

const python = "/usr/bin/python3";
const there = spawnSync(python, ["-c", "import torch"], { stdio: "ignore" }).status === 0;
/** @type {ReturnType<typeof start> | undefined} */
let program;

/** @type {import("../engine.d.ts").Create} */
export function create(task) {
  if (!there) return "PyTorch: not installed (python3-torch)";
  program ??= start(python, [resolve(import.meta.dirname, "pytorch.py")]);
  return program.open("PyTorch", JSON.stringify({ ...task, inputs: [...task.inputs], desired: [...task.desired] }));
}
