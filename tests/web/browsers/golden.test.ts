/** The same bits in every browser: each promised run, opened by its link and trained with the page's own button. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readGoldenRuns } from "../../golden/runs.ts";
import { type Server, serve } from "../server.ts";
import type { Browser } from "./browser.ts";
import { openChromium } from "./chromium.ts";
import { openFirefox } from "./firefox.ts";
import { canvasColours, firstRun, trainFromLink } from "./in-page.ts";
import { openWebKit } from "./webkit.ts";

let server: Server;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

describe.each([
  ["Chromium", openChromium],
  ["Firefox", openFirefox],
  ["WebKitGTK", openWebKit],
])("in %s", (_name, openBrowser) => {
  let browser: Browser;
  /** A function that needs nothing but its arguments, run in the page. */
  const run = <Args extends unknown[], Result>(inPage: (...args: Args) => Promise<Result>, ...args: Args): Promise<Result> =>
    browser.evaluate(`(${inPage})(...${JSON.stringify(args)})`) as Promise<Result>;

  beforeAll(async () => {
    browser = await openBrowser();
    await browser.open(server.address);
    await run(firstRun);
  });
  afterAll(() => browser?.close());

  test("the canvases have the colours of the style sheet", async () => {
    expect(await run(canvasColours)).toEqual({ blue: true, orange: true });
  });

  test.each(readGoldenRuns())("the golden run ends in the same bits: $settings", async ({ settings, epochs, fingerprint }) => {
    expect(await run(trainFromLink, settings, epochs)).toBe(fingerprint);
  });
});
