// @ts-check
import { open, play } from "./launch.mjs";

const seconds = 5;

/**
 * Processor time of all of Chromium's processes, in seconds since they began.
 * @param {import("playwright-core").Browser} browser
 */
async function processorTime(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").Page} page
 */
async function used(browser, page) {
  await page.waitForTimeout(3000); // until all that follows the loading is over
  const before = await processorTime(browser);
  await page.waitForTimeout(1000 * seconds);
  return `${((await processorTime(browser)) - before).toFixed(2)}`;
}

/**
 * What Chromium uses while our page rests: after loading and after training; and with an empty page.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function rest(bench) {
  const { browser } = bench;
  const empty = await used(browser, await browser.newPage());
  const page = await open(bench, "data=spiral&layers=8,8");
  const loaded = await used(browser, page);
  await play(page);
  await page.waitForTimeout(1000);
  await page.getByRole("button", { name: "Pause" }).click();
  const trained = await used(browser, page);
  return [[`processor at rest: s in ${seconds} s`, `${loaded}, after training ${trained}`, `${empty} (empty page)`]];
}
