// @ts-check
/** Our engine in this process, through the contract that the page uses. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** @typedef {import("../../bindings/backprop.d.ts").Session} Session */

/**
 * What each mode does so many times; see engine.d.ts.
 * @type {Partial<Record<import("./engine.d.ts").Mode, (session: Session, times: number, iterations: number) => void>>}
 */
const work = {
  trainer: (session, times, iterations) => void session.train(times * iterations),
  grid(session, times) {
    const half = session.planeHalf();
    for (let i = 0; i < times; ++i) session.grid(100, 1, 0, 0, half);
  },
};

/**
 * @param {string} folder of the module
 * @returns {Promise<import("./engine.d.ts").OurModule>}
 */
export async function loadModule(folder) {
  const { default: createBackprop } = await import(pathToFileURL(resolve(folder, "backprop.mjs")).href);
  /** @type {import("../../bindings/backprop.d.ts").BackpropModule} */
  const module = await createBackprop({ wasmBinary: await readFile(resolve(folder, "backprop.wasm")) });

  /** @param {string} settings */
  const sessionOf = (settings) => {
    const session = new module.Session();
    const { problems } = session.open(settings);
    if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join(" "));
    return session;
  };

  return {
    activations: () => module.catalogue().activations.map(({ name }) => name),
    points(settings) {
      const session = sessionOf(settings);
      const points = session.points();
      session.delete();
      return points;
    },
    async open(mode, settings) {
      const session = sessionOf(settings);
      const { iterationsPerEpoch } = session.progress();
      const does = work[mode];
      if (!does) throw new Error(`a session cannot do ${mode}`);
      return {
        name: "ours, wasm",
        lanes: 0,
        run(times) {
          const start = performance.now();
          does(session, times, iterationsPerEpoch);
          return performance.now() - start;
        },
        cost: () => session.scores().training.cost,
        close: () => session.delete(),
      };
    },
  };
}
