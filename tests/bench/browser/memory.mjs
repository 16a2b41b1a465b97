// @ts-check
import { readFile } from "node:fs/promises";
import { median } from "../measure.mjs";
import { open, play, spiral } from "./launch.mjs";

/**
 * Memory of the process that the page and its worker live in, in MB.
 * @param {import("playwright-core").Browser} browser
 */
async function resident(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === "renderer")
      .map(async ({ id }) => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, "utf8"))?.[1]) / 1000),
  );
  return Math.max(...sizes);
}

/**
 * At full speed, over so many minutes: in the second quarter, when all is warm, and in the last one.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function memory(bench) {
  const page = await open(bench, `${spiral}&layers=8,8`);
  await play(page);
  const samples = [];
  for (let i = 0; i < 60; i++) {
    await page.waitForTimeout(1000 * bench.minutes);
    samples.push(await resident(bench.browser));
  }
  await page.context().close();
  const [early, late] = [median(samples.slice(15, 30)).toFixed(0), median(samples.slice(45)).toFixed(0)];
  return [
    [`memory over ${bench.minutes} min: MB`, `${early}, then ${late}; at most ${Math.max(...samples).toFixed(0)}`, "flat"],
  ];
}
