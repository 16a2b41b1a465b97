/** The built page and a browser to open it in. */
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { launchChromium } from "../browsers/chromium.ts";
import { serve } from "../server.ts";

export interface Site {
  address: string;
  browser: Browser;
  close(): Promise<void>;
}

/** `dist` is the folder of another build than web/dist. */
export async function openSite(dist?: string): Promise<Site> {
  const server = await serve(dist);
  const browser = await launchChromium();
  return {
    address: server.address,
    browser,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** A fresh profile's page, closed when the test ends. Errors in the console, failed and foreign requests fail the test. */
export async function openPage(site: Site, hash = "", options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
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
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(`${site.address}${hash}`);
  return page;
}

/** Waits until the run is on screen. */
export async function openRun(site: Site, settings = "", options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(site, settings === "" ? "" : `#${settings}`, options);
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
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

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What axe finds wrong, with the element. */
export async function violations(page: Page): Promise<string[]> {
  // A tooltip that came up by chance under the resting pointer belongs to no landmark.
  await page.mouse.move(1, 1);
  await page.evaluate(() => {
    const tip = document.getElementById("tooltip");
    if (tip?.matches(":popover-open")) tip.hidePopover();
  });
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
