/**
 * The same in every browser: the bits of each promised run, opened by its link and trained with the page's own button, and pictures and
 * words of the views.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readGoldenRuns } from "../../golden/runs.ts";
import { type Server, serve } from "../server.ts";
import type { Browser } from "./browser.ts";
import { openChromium } from "./chromium.ts";
import { openFirefox } from "./firefox.ts";
import { canvasColours, firstRun, seenIn, trainFromLink } from "./in-page.ts";
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

  test.each([
    ["view=landscape", ".surface"],
    ["view=folding&phase=1.sigma&layers=2", ".fold-plane"],
    ["view=compare&other=optimizer:adam", ".side.right"],
    ["view=gradients", ".lens"],
  ])("%s is drawn, and its terms are underlined", async (link, picture) => {
    expect(await run(seenIn, link, picture)).toEqual({ drawn: true, underlined: true, complaint: "" });
  });
});
