// @ts-check
/** Chromium, and our page in it. */
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** @type {typeof import("playwright-core")} It is the tests' own. */
const { chromium } = createRequire(resolve(import.meta.dirname, "../../package.json"))("playwright-core");

/** @param {string[]} [more] further arguments */
export const launch = (more = []) =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...more],
    // Whoever goes back to the page finds it as readers do.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });

/**
 * A first visit, at rest, at full speed once Play is pressed.
 * @param {import("../engine.d.ts").PageBench} bench
 * @param {string} settings of a link
 */
export async function open({ browser, site }, settings) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(`${site.address}#${settings}`);
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
  return page;
}

/**
 * The number that an element shows.
 * @param {import("playwright-core").Page} page
 * @param {string} id
 */
export const shown = async (page, id) => Number((await page.locator(`#${id}`).textContent())?.replaceAll(",", ""));

/** @param {import("playwright-core").Page} page */
export const play = (page) => page.getByRole("button", { name: "Play", exact: true }).click();

const seven = "x1,x2,x1Squared,x2Squared,product,sinX1,sinX2";

/** As TensorFlow Playground's page has them: half of its 500 points to learn from, mini-batches of 10, tanh, eta 0.03. */
export const spiral = `data=spiral&points=500&training=50&validation=0&noise=0&features=${seven}`;
