// @ts-check
/** The built page in headless Chromium; see tests/bench/page. */
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { bytes } from "./browser/bytes.mjs";
import { clicks } from "./browser/clicks.mjs";
import { launch } from "./browser/launch.mjs";
import { lighthouse } from "./browser/lighthouse.mjs";
import { memory } from "./browser/memory.mjs";
import { rest } from "./browser/rest.mjs";
import { serve } from "./browser/serve.mjs";
import { solved } from "./browser/solved.mjs";
import { training } from "./browser/training.mjs";
import { table } from "./table.mjs";

/** @typedef {import("./engine.d.ts").PageMeasure} PageMeasure */

/** @type {Record<string, PageMeasure>} */
const measures = { bytes, training, solved, clicks, rest, memory, lighthouse };

const { values: options, positionals } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    minutes: { type: "string", default: "0.5" },
    only: { type: "string", default: Object.keys(measures).join(",") },
  },
  allowPositionals: true,
});
const [seconds, minutes] = [Number(options.seconds), Number(options.minutes)];
if (!(seconds > 0 && minutes > 0)) throw new Error("--seconds and --minutes take numbers above 0");
const chosen = options.only.split(",");
for (const name of chosen)
  if (!measures[name]) throw new Error(`nothing is called ${name}; there are ${Object.keys(measures).join(", ")}`);

const site = await serve(resolve(positionals[0] ?? resolve(import.meta.dirname, "../../web/dist")));
const load = (loadavg()[0] ?? 0).toFixed(1);
console.log(`${cpus()[0]?.model}, ${cpus().length} processors; processes that wanted one in the last minute: ${load}\n`);
/** @type {string[][]} */
const rows = [];
for (const name of chosen) {
  const browser = await launch();
  try {
    rows.push(...((await measures[name]?.({ browser, site, seconds, minutes })) ?? []));
  } finally {
    await browser.close();
  }
}
site.close();
table(["what", "measured", "goal"], rows);
