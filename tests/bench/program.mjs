// @ts-check
/** Engines in another process, which takes a line and answers with one; the lines are those of native.cpp. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** @type {import("node:stream").Writable[]} */
const inputs = [];

/** Ends all: they have no more lines to wait for. */
export function endAll() {
  for (const input of inputs) input.end();
}

/**
 * Starts it.
 * @param {string} command
 * @param {string[]} args
 */
export function start(command, args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.on("error", (error) => console.error(`${command}: ${error.message}`));
  inputs.push(child.stdin);

  // One line at a time, in the order in which they are asked.
  let last = Promise.resolve("");
  /** @param {string} line */
  const ask = (line) => {
    last = last.then(async () => {
      child.stdin.write(`${line}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${command} ended at "${line}"`);
      if (value.startsWith("error ")) throw new Error(`${command}: ${value.slice(6)}`);
      return value;
    });
    return last;
  };

  return {
    /**
     * @param {string} name
     * @param {string} line what `open` is followed by
     * @returns {Promise<import("./engine.d.ts").Ours>}
     */
    async open(name, line) {
      const [work, lanes = 0, least = 1] = (await ask(`open ${line}`)).split(" ").map(Number);
      return {
        name,
        lanes,
        least,
        run: async (times) => Number(await ask(`run ${work} ${times}`)) / 1e6,
        cost: async () => Number(await ask(`cost ${work}`)),
        close: () => ask(`close ${work}`),
      };
    },
    async end() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/**
 * Our engine, each time that it is opened in such a process of its own: where memory and compiled code come to lie, which makes
 * up to a third of the time, differs from process to process.
 * @param {string} name
 * @param {string} command
 * @param {string[]} [args]
 * @returns {import("./engine.d.ts").OurEngine}
 */
export function ours(name, command, args = []) {
  return {
    async open(mode, settings, width = 0) {
      const { open, end } = start(command, args);
      return { ...(await open(name, `${mode} ${width} ${settings}`)), close: end };
    },
  };
}
