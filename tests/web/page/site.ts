/** The built page and a browser to open it in. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, onTestFinished } from "vitest";
import { serve } from "../server.ts";
import { noteWorkers } from "./workers.ts";

export interface Site {
  address: string;
  browser: Browser;
  close(): Promise<void>;
}

async function openSite(dist?: string): Promise<Site> {
  const [server, browser] = await Promise.all([serve(dist), chromium.connect(inject("browser"))]);
  return {
    address: server.address,
    browser,
    close: async () => {
      await browser.close(); // for this file: the connection and its pages
      server.close();
    },
  };
}

/** The site for the tests of a file. `build` gives the folder of another build than web/dist. */
export function useSite(build?: () => Promise<string>): Site {
  const site = {} as Site;
  beforeAll(async () => void Object.assign(site, await openSite(await build?.())));
  // Not there if it could not be opened, which is the error to be told.
  afterAll(() => (site as Partial<Site>).close?.());
  return site;
}

/** A fresh profile's page, and what goes wrong in it: errors in the console, failed and foreign requests. */
async function watchedPage(site: Site, options: BrowserContextOptions) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  await noteWorkers(page);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => {
    // What a reload or another address breaks off has not failed.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site.address)) complaints.push(`left the origin: ${request.url()}`);
  });
  /** What has gone wrong since it was asked last. */
  const wrong = async (): Promise<string[]> => {
    // The name of a sentence that stands where the sentence should: see ui/explanations.ts.
    const unread = page.isClosed() ? [] : await page.getByText("§").allTextContents();
    return [...unread, ...complaints.splice(0)];
  };
  return { page, wrong };
}

/** A fresh profile's page, closed when the test ends, which fails if anything went wrong in it. */
export async function openPage(site: Site, hash = "", options: BrowserContextOptions = {}): Promise<Page> {
  const { page, wrong } = await watchedPage(site, options);
  onTestFinished(async () => {
    const all = await wrong();
    await page.context().close();
    expect(all).toEqual([]);
  });
  await page.goto(`${site.address}${hash}`);
  return page;
}

/** One page for all tests of a file or a group, each of which goes to a link or takes a size of its own; fails the one in which anything went wrong. */
export function usePage(site: Site, settings = "", options: BrowserContextOptions = {}): { page: Page } {
  const shared = {} as Awaited<ReturnType<typeof watchedPage>>;
  beforeAll(async () => {
    Object.assign(shared, await watchedPage(site, options));
    await shared.page.goto(`${site.address}${settings === "" ? "" : `#${settings}`}`);
    await runIsShown(shared.page);
  });
  afterEach(async () => expect(await shared.wrong()).toEqual([]));
  afterAll(() => shared.page?.context().close());
  return shared;
}

/** As if the link were put into the address of the open page. */
export const goTo = (page: Page, link: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, link);

/** Waits until the run is on screen. */
export const runIsShown = (page: Page): Promise<void> => page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();

export async function openRun(site: Site, settings = "", options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(site, settings === "" ? "" : `#${settings}`, options);
  await runIsShown(page);
  return page;
}

export const number = async (page: Page, id: string): Promise<number> =>
  Number.parseFloat(((await page.locator(`#${id}`).textContent()) ?? "").replaceAll(",", ""));

export const settingsOf = (page: Page): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.slice(1));

export const notice = (page: Page) => page.locator(".notice");

/** Presses "1 epoch" that often and waits until they are done. */
export async function trainEpochs(page: Page, epochs: number): Promise<void> {
  const target = (await number(page, "epoch")) + epochs;
  await page.getByRole("button", { name: "1 epoch" }).evaluate((button: HTMLButtonElement, times) => {
    for (let i = 0; i < times; i++) button.click();
  }, epochs);
  await expect.poll(() => number(page, "epoch"), { timeout: 20_000 }).toBe(target);
}

/** How many pixels there are more to a page, or a part of it, than its width shows. */
export const overflow = (of: Page | Locator): Promise<number> =>
  ("mainFrame" in of ? of.locator("html") : of).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

/** That these parts are whole on a screen of 1280 x 720, each with room. */
export async function expectOnScreen(page: Page, parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    const box = await page.locator(part).boundingBox();
    expect(box, part).not.toBeNull();
    if (box === null) continue;
    expect(box.x + box.width, part).toBeLessThanOrEqual(1280);
    expect(box.y + box.height, part).toBeLessThanOrEqual(720);
    expect(box.height, part).toBeGreaterThan(30);
  }
}

/** The words in a page's main part that end in "…". */
export const cutOff = (page: Page): Promise<(string | null)[]> =>
  page
    .locator("main *")
    .evaluateAll((all) =>
      all
        .filter((one) => getComputedStyle(one).textOverflow === "ellipsis" && one.scrollWidth > one.clientWidth)
        .map((one) => one.textContent),
    );

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Every page that is looked at reads it: in its short form. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Of axe's rules those that look at colours. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong, with the element, in light colours and in dark ones. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  // A canvas that has just come says what it shows once the browser has drawn it.
  await page.waitForFunction(() => document.querySelector("canvas[role=img]:not([aria-label])") === null);
  const found = async (options: RunOptions): Promise<string[]> => {
    const results = await page.evaluate(
      (options) =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(
          // A tooltip that came up by chance under the resting pointer belongs to no landmark.
          { exclude: ["#tooltip"] },
          { ...options, resultTypes: ["violations"] },
        ),
      options,
    );
    return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  };
  const first = await found({});
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const [own, other] = isDark ? (["dark", "light"] as const) : (["light", "dark"] as const);
  const wear = async (colorScheme: "light" | "dark"): Promise<void> => {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() =>
      Promise.all(
        document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? one.finished.catch(() => {}) : [])),
      ),
    );
  };
  try {
    await wear(other);
    return [...first, ...(await found({ runOnly: colourRules }))];
  } finally {
    await wear(own);
  }
}
