// @ts-check
import { play } from "./launch.mjs";

/**
 * All that a first visit asks for, with brotli at its best: as a good host sends it. And what Play then brings, with the first curves.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function bytes({ browser, site }) {
  site.sent.clear();
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(site.address);
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  await page.waitForTimeout(2000);
  const files = [...site.sent].sort(([, a], [, b]) => b - a);
  const first = sum(site.sent);
  await play(page);
  await page.locator(".curves canvas").waitFor();
  await page.waitForTimeout(2000);
  const played = sum(site.sent) - first;
  await page.close();
  return [
    ["first visit: kB", kilobytes(first), "120"],
    ...files.map(([file, size]) => [`  ${file}`, kilobytes(size), ""]),
    ["Play brings: kB", kilobytes(played), ""],
  ];
}

/** @param {Map<string, number>} sent */
const sum = (sent) => [...sent.values()].reduce((total, size) => total + size, 0);

/** @param {number} size */
const kilobytes = (size) => (size / 1000).toFixed(1);
