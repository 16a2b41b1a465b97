/** Loads the built WebAssembly module into Node. Nothing but the contract, backprop.d.ts, says what it looks like. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import type createBackprop from "../../bindings/backprop.d.ts";
import type { BackpropModule, ExampleTrace, ModuleOptions, Session } from "../../bindings/backprop.d.ts";

const folder = process.env.BACKPROP_MODULE_DIR
  ? resolve(process.env.BACKPROP_MODULE_DIR)
  : resolve(import.meta.dirname, "../../build/wasm/bindings");

/** A file of the module, such as "backprop.wasm". */
export const moduleFile = (name: string): Promise<Uint8Array<ArrayBuffer>> => readFile(join(folder, name));

export async function loadModule(options?: ModuleOptions): Promise<BackpropModule> {
  const built: { default: typeof createBackprop } = await import(
    /* @vite-ignore */ pathToFileURL(join(folder, "backprop.mjs")).href
  );
  return built.default(options ?? { wasmBinary: await moduleFile("backprop.wasm") });
}

/** A session that is freed when the running test ends. Settings that are not as they should be are a mistake in the test. */
export function startSession(module: BackpropModule, settings = ""): Session {
  const session = new module.Session();
  onTestFinished(() => session.delete());
  const { problems } = session.open(settings);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join(" "));
  return session;
}

/** The same after so many iterations. */
export function trainedSession(module: BackpropModule, settings: string, iterations = 60): Session {
  const session = startSession(module, settings);
  session.train(iterations);
  return session;
}

/** An array cut into records of `size` numbers. */
export function records(array: ArrayLike<number>, size: number): number[][] {
  const numbers = Array.from(array);
  return Array.from({ length: numbers.length / size }, (_, i) => numbers.slice(i * size, (i + 1) * size));
}

export interface PointRecord {
  x: number;
  y: number;
  label: number;
  /** 0 training, 1 validation, 2 test. */
  part: number;
}

export function pointsOf(session: Session): PointRecord[] {
  return records(session.points(), 4).map(([x = 0, y = 0, label = 0, part = 0]) => ({ x, y, label, part }));
}

/** The trace of a point that is there. */
export function traceOf(session: Session, point: number): ExampleTrace {
  const trace = session.trace(point);
  if (!trace) throw new Error(`no point ${point}`);
  return trace;
}

/** The traces of all training examples. */
export const trainingTraces = (session: Session): ExampleTrace[] =>
  pointsOf(session).flatMap(({ part }, point) => (part === 0 ? [traceOf(session, point)] : []));

/** The answers over a window that means something, or over the whole plane. */
export function gridOf(
  session: Session,
  resolution: number,
  from: number,
  { x, y, half } = { x: 0, y: 0, half: session.planeHalf() },
): Float32Array {
  const grid = session.grid(resolution, from, x, y, half);
  if (!grid) throw new Error(`no window around (${x}, ${y}) that reaches ${half}`);
  return grid;
}

/** Performs so many whole epochs. */
export function trainEpochs(session: Session, epochs: number): void {
  for (let epoch = 0; epoch < epochs; ++epoch) session.train(session.progress().iterationsToEpochEnd);
}

/** dC/dw of all parameters, with the penalties, as the module has it. */
export function gradientOf(session: Session): Float64Array {
  return session.gradientCheck(0, session.parameters().length).byBackpropagation;
}
