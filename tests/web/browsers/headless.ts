/** One browser for all page tests, each of which has a fresh profile in it. */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { launchOptions } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser listens. */
    browser: string;
  }
}

/** Chromium's engine without a window around its pages, which are half of its work. browsers.test.ts has the whole of it. */
const shell = "/usr/bin/chromium-headless-shell";

export default async function launch(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env.CHROMIUM ?? (existsSync(shell) ? shell : undefined);
  const server = await chromium.launchServer({ ...launchOptions, ...(executablePath && { executablePath }) });
  project.provide("browser", server.wsEndpoint());
  return () => server.close();
}
