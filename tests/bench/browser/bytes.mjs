// @ts-check
/**
 * All that a first visit asks for, with brotli at its best: as a good host sends it.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function bytes({ browser, site }) {
  site.sent.clear();
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(site.address);
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  await page.waitForTimeout(2000);
  await page.close();
  const files = [...site.sent].sort(([, a], [, b]) => b - a);
  const sum = files.reduce((total, [, size]) => total + size, 0);
  /** @type {(size: number) => string} */
  const kilobytes = (size) => (size / 1000).toFixed(1);
  return [["first visit: kB", kilobytes(sum), "120"], ...files.map(([file, size]) => [`  ${file}`, kilobytes(size), ""])];
}
