/** Chromium, by its DevTools protocol. */
import { chromium } from "playwright-core";
import type { Browser } from "./browser.ts";

export const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
};

export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
