/** Two lessons of the tests' own (tests/web/lessons), and what a reader does with them. */
import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { openRun, type Site, settingsOf } from "./site.ts";

let built: Promise<string> | undefined;

/** The folder of a page with these lessons, built once by each of the processes that test. */
export function pageWithOwnLessons(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const root = resolve(import.meta.dirname, "../../..");
  const web = join(root, "web");
  const dist = join(root, "build/own-lessons", process.env.VITEST_POOL_ID ?? "1");
  await promisify(execFile)(
    join(web, "node_modules/.bin/vite"),
    ["build", "--logLevel", "error", "--emptyOutDir", "--outDir", dist],
    {
      cwd: web,
      env: { ...process.env, BACKPROP_LESSONS_DIR: resolve(import.meta.dirname, "../lessons") },
    },
  );
  return dist;
}

export const lessons = (page: Page) => page.getByRole("complementary", { name: "Lessons" });
export const done = (page: Page) => lessons(page).locator(".noticed");
export const next = (page: Page) => lessons(page).getByRole("link", { name: /^Next step/ });

/** Opens a lesson's link and waits until its first step is set up. */
export async function openLesson(site: Site, link: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openRun(site, `lesson=${link}`, options);
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  return page;
}
