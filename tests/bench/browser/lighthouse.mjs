// @ts-check

import { createRequire } from "node:module";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./launch.mjs";

const require = createRequire(resolve(import.meta.dirname, "../lighthouse/package.json"));

/** @returns {Promise<number>} a port that nobody listens on */
const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => found(port));
    });
  });

/**
 * Lighthouse's four marks for a phone, with its simulated slow processor and network.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function lighthouse({ site }) {
  const { default: run } = await import(pathToFileURL(require.resolve("lighthouse")).href);
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  try {
    const { lhr } = await run(site.address, { port, logLevel: "error", output: "json" });
    /** @type {{ title: string, score: number }[]} */
    const marks = Object.values(lhr.categories);
    const failed = Object.values(lhr.audits).filter(
      ({ score, scoreDisplayMode }) =>
        score !== null && score < 0.9 && ["binary", "numeric", "metricSavings"].includes(scoreDisplayMode),
    );
    return [
      [
        `Lighthouse: ${marks.map(({ title }) => title).join(" / ")}`,
        marks.map(({ score }) => Math.round(100 * score)).join(" / "),
        "all 100",
      ],
      ["  first contentful paint: s", (lhr.audits["first-contentful-paint"].numericValue / 1000).toFixed(2), "1.2"],
      ...failed.map(({ id, displayValue }) => [`  ${id}`, displayValue ?? "not passed", ""]),
    ];
  } finally {
    await browser.close();
  }
}
