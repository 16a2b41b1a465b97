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
 * Lighthouse's simulated phone is a machine slowed down four times, which suits one whose BenchmarkIndex lies from 1500 to 2000
 * (its docs/throttling.md, "Calibrating the CPU slowdown").
 */
const usualSlowdown = 4;
const usualIndex = 1750;

/**
 * Lighthouse's four marks for a phone, with its simulated slow processor and network: as it is, and with the slowdown that makes the
 * same phone of this machine.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function lighthouse({ site }) {
  const { default: run } = await import(pathToFileURL(require.resolve("lighthouse")).href);
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  /** @param {number} cpuSlowdownMultiplier */
  const report = async (cpuSlowdownMultiplier) => {
    const { lhr } = await run(site.address, { port, logLevel: "error", output: "json", throttling: { cpuSlowdownMultiplier } });
    return lhr;
  };
  try {
    // A good host has its files compressed before anybody comes: ours compresses them for this visit, and not beside those measured.
    const page = await browser.newPage();
    await page.goto(site.address, { waitUntil: "networkidle" });
    await page.close();
    const usual = await report(usualSlowdown);
    const index = usual.environment.benchmarkIndex;
    const slowdown = Math.max(1, (usualSlowdown * index) / usualIndex);
    return [
      ...rows(usual, `slowed down ${usualSlowdown} times`),
      ["  BenchmarkIndex of this machine", index.toFixed(0), ""],
      ...rows(await report(slowdown), `slowed down ${slowdown.toFixed(1)} times, to that phone`),
    ];
  } finally {
    await browser.close();
  }
}

/**
 * @param {{ categories: Record<string, { title: string, score: number }>, audits: Record<string, any> }} report
 * @param {string} how
 * @returns {string[][]}
 */
function rows({ categories, audits }, how) {
  const marks = Object.values(categories);
  const failed = Object.values(audits).filter(
    ({ score, scoreDisplayMode }) =>
      score !== null && score < 0.9 && ["binary", "numeric", "metricSavings"].includes(scoreDisplayMode),
  );
  return [
    [
      `Lighthouse, ${how}: ${marks.map(({ title }) => title).join(" / ")}`,
      marks.map(({ score }) => Math.round(100 * score)).join(" / "),
      "all 100",
    ],
    ["  first contentful paint: s", (audits["first-contentful-paint"].numericValue / 1000).toFixed(2), "1.2"],
    ...failed.map(({ id, displayValue }) => [`  ${id}`, displayValue ?? "not passed", ""]),
  ];
}
