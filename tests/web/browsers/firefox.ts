/** Firefox, by WebDriver BiDi, which it speaks by itself. */
import { launch } from "puppeteer-core";
import type { Browser } from "./browser.ts";

export async function openFirefox(): Promise<Browser> {
  const firefox = await launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  });
  const page = await firefox.newPage();
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    close: () => firefox.close(),
  };
}
