/** What the worker sends to the page. */
import { onTestFinished } from "vitest";
import { runIsShown, type Site } from "./site.ts";

/** A frame or plane: what of the plane it brings, as the link has it, and how finely; null for a frame that brings none. */
export interface Seen {
  type: "frame" | "plane";
  plane: { sight: [x: number, y: number, zoom: number]; resolution: number } | null;
  /** Which instruments' readings a frame brings. */
  readings: string[];
}

/** A page that notes what comes from the worker. */
export async function openNoting(site: Site, settings = "") {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen: Seen[] = [];
    Object.assign(window, { seen });
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(...of: ConstructorParameters<typeof Original>) {
        super(...of);
        this.addEventListener("message", ({ data }) => {
          if (data.type !== "frame" && data.type !== "plane") return;
          const { plane } = data.frame ?? data;
          const sightOf = ({ x, y, half }: { x: number; y: number; half: number }): [number, number, number] => [
            x,
            y,
            1 / half,
          ];
          seen.push({
            type: data.type,
            plane: plane && { sight: sightOf(plane.window), resolution: plane.resolution },
            readings: Object.keys(data.frame?.readings ?? {}),
          });
        });
      }
    };
  });
  await page.goto(`${site.address}${settings === "" ? "" : `#${settings}`}`);
  await runIsShown(page);
  /** What has come since it was last asked for. */
  const takeSeen = () => page.evaluate(() => (window as unknown as { seen: Seen[] }).seen.splice(0));
  const lastPlane = () =>
    page.evaluate(() => (window as unknown as { seen: Seen[] }).seen.findLast(({ plane }) => plane)?.plane);
  const lastReadings = () =>
    page.evaluate(() => (window as unknown as { seen: Seen[] }).seen.findLast(({ type }) => type === "frame")?.readings);
  return { page, takeSeen, lastPlane, lastReadings };
}
