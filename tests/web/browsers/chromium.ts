/** Chromium, by its DevTools protocol. */
import { type Browser as Chromium, chromium } from "playwright-core";
import type { Browser } from "./browser.ts";

export const launchChromium = (): Promise<Chromium> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

export async function openChromium(): Promise<Browser> {
  const chromium = await launchChromium();
  const page = await chromium.newPage();
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    close: () => chromium.close(),
  };
}
