import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { overflow, type Site, usePage, violations } from "./site.ts";

/** That a view is accessible and fits, from a laptop to a small phone; `ready` is there once it is drawn. */
export const testAtEverySize = (site: Site, settings: string, ready: (page: Page) => Locator): void => {
  describe("at every size", () => {
    const open = usePage(site, settings);
    test.each([
      [1280, 720],
      [980, 700],
      [390, 844],
      [320, 844],
    ])("axe finds nothing and nothing overflows at %i x %i", async (width, height) => {
      const { page } = open;
      await page.setViewportSize({ width, height });
      await ready(page).waitFor();
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
    });
  });
};
