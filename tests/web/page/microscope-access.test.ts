/** What the microscope owes everybody: small screens and large networks, keyboards, screen readers, readers who want no motion. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { goTo, openRun, overflow, phone, settingsOf, usePage, useSite, violations } from "./site.ts";

const site = useSite();

const phases = ["batch", "forward.1", "cost", "error.2", "error.1", "biases", "weights", "update"];

const goToPhase = async (page: Page, phase: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = location.hash.replace(/phase=[^&]*/, `phase=${to}`);
  }, phase);
  await page.locator(".now").waitFor();
  await expect.poll(() => settingsOf(page).get("phase") ?? "batch").toBe(phase);
};

test.each<[string, BrowserContextOptions]>([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation in any phase on %s", { timeout: 120_000 }, async (_name, device) => {
  const page = await openRun(site, "view=microscope&phase=batch&layers=3", device);
  for (const phase of phases) {
    await goToPhase(page, phase);
    expect(await violations(page), phase).toEqual([]);
  }
  await page.getByRole("checkbox", { name: "numbers" }).check();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Prove it" }).click();
  await page.getByText("parameters agree").waitFor();
  expect(await violations(page)).toEqual([]);
});

/** Where a part of the page stands on the screen, from its top, in CSS pixels. */
const placeOf = (page: Page, part: string) =>
  page.locator(part).evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return { top, bottom };
  });

test("on a phone the way on and the network stay in sight while one reads the equation", async () => {
  const page = await openRun(site, "view=microscope&phase=forward.1", phone);
  await page.locator(".now").waitFor();
  await page.locator(".expansion").last().scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 500));
  await expect.poll(() => placeOf(page, ".phases")).toMatchObject({ top: 0 });
  const [bar, drawing] = [await placeOf(page, ".phases"), await placeOf(page, ".bench .drawing")];
  expect(drawing.top).toBeGreaterThanOrEqual(bar.bottom - 6);
  expect(drawing.bottom).toBeLessThan(500);
  await page.getByRole("button", { name: "Next", exact: true }).tap();
  await expect.poll(() => settingsOf(page).get("phase")).toBe("forward.2");
});

test("on a low screen the network makes way for the equation", async () => {
  const page = await openRun(site, "view=microscope&phase=forward.1", { ...phone, viewport: { width: 390, height: 640 } });
  await page.locator(".now").waitFor();
  await page.evaluate(() => scrollTo(0, 600));
  await expect.poll(() => placeOf(page, ".phases")).toMatchObject({ top: 0 });
  expect((await placeOf(page, ".bench .drawing")).bottom).toBeLessThan(100);
});

test("beside a lesson's sheet the formula and the network are in sight together", async () => {
  const page = await openRun(site, "lesson=short/2", phone);
  const formulas = page.locator(".microscope-view .formulas");
  await formulas.waitFor();
  await expect
    .poll(async () => {
      const [bar, drawing] = [await placeOf(page, ".phases"), await placeOf(page, ".bench .drawing")];
      const [formula, sheet] = [await placeOf(page, ".formulas"), await placeOf(page, ".lessons")];
      return drawing.top >= bar.bottom - 6 && formula.top >= drawing.bottom && formula.bottom <= sheet.top;
    })
    .toBe(true);
});

test("while a large network's numbers are on their way, nothing is said of its cost", async () => {
  const page = await openRun(site, "layers=128,128,128,128,128,128&data=spiral");
  const said = await page.evaluate(async () => {
    const heard: string[] = [];
    new MutationObserver(() => heard.push(document.querySelector(".verdict")?.textContent ?? "")).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    document.querySelector<HTMLElement>('[data-spot="view-microscope"]')?.click();
    while (!heard.some((text) => text.trim() !== "")) await new Promise((next) => setTimeout(next, 20));
    return heard;
  });
  expect(said).toContain("");
  expect(said.filter((text) => text.includes("no number"))).toEqual([]);
});

test("of a layer with more neurons than there is room for, those around the chosen one are drawn", async () => {
  const page = await openRun(site, "view=microscope&phase=forward.1&layers=100&focus=1.57.1.1");
  await page.locator('.drawing [aria-pressed="true"]').waitFor();
  expect(await page.locator('.drawing [aria-pressed="true"]').getAttribute("aria-label")).toContain("Neuron 57");
  expect(await page.locator(".drawn").textContent()).toMatch(/^\d+–\d+ of 100$/);
  await page.getByRole("button", { name: "Neuron 58 of layer 1" }).first().click();
  await expect.poll(() => settingsOf(page).get("focus")).toBe("1.58.1.1");
});

describe("at every size", () => {
  const open = usePage(site, "view=microscope");
  test.each([
    [320, 700, "layers=8,8"],
    [390, 844, "layers=4,4"],
    [390, 844, "layers=&data=blobs&classes=6"],
    [768, 900, "layers=8,8,8,8,8,8"],
    [980, 700, "layers=4,4"],
    [1000, 710, "layers=4,4&features=x1,x2,sinX1,sinX2"],
    [1280, 720, "layers=128,128,128,128,128,128,128,128,128,128"],
    [1920, 1080, "layers=&data=waves"],
  ])("at %i x %i with %s nothing overflows, and no number covers a neuron", async (width, height, settings) => {
    const { page } = open;
    await page.setViewportSize({ width, height });
    await goTo(page, `&view=microscope&phase=batch&${settings}`);
    await expect.poll(() => settingsOf(page).get("layers")).toBe(new URLSearchParams(settings).get("layers"));
    const last = (settingsOf(page).get("layers") ?? "").split(",").filter((layer) => layer !== "").length + 1;
    for (const phase of [
      "batch",
      "forward.1",
      `forward.${last}`,
      "cost",
      `error.${last}`,
      "error.1",
      "biases",
      "weights",
      "update",
    ]) {
      await goToPhase(page, phase);
      expect(await overflow(page), phase).toBeLessThanOrEqual(0);
      const covered = await page.evaluate(() => {
        const boxes = (selector: string): DOMRect[] =>
          [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
        const neurons = boxes(".bench .neuron");
        const apart = (a: DOMRect, b: DOMRect): boolean =>
          a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
        const sheet = document.querySelector(".bench .sheet")?.getBoundingClientRect();
        const readings = [...document.querySelectorAll(".bench .reading:not(.above)")];
        return readings
          .filter((reading) => {
            const box = reading.getBoundingClientRect();
            return neurons.some((neuron) => !apart(box, neuron)) || (sheet !== undefined && box.right > sheet.right + 1);
          })
          .map((reading) => reading.textContent);
      });
      expect(covered, phase).toEqual([]);
      // What is wider than its panel is cut off, but for what scrolls by itself.
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll(".bench .equation *, .bench .gauge *")]
          .filter((element) => element.closest(".pictures, .formulas, .chain .formula, .visually-hidden") === null)
          .filter((element) => {
            const panel = element.closest("section.equation, section.gauge");
            return panel !== null && element.getBoundingClientRect().right > panel.getBoundingClientRect().right + 1;
          })
          .map((element) => element.outerHTML.slice(0, 90)),
      );
      expect(cut, phase).toEqual([]);
    }
  });
});

test("beside a lesson, in 980 of 1280 pixels, network and equation stand next to each other without scrolling sideways", async () => {
  const page = await openRun(site, "view=microscope&phase=error.1&layers=8,8");
  await page.evaluate(() => {
    (document.querySelector("main") as HTMLElement).style.marginRight = "300px";
  });
  const network = await page.locator(".bench .network").boundingBox();
  const equation = await page.locator(".bench .equation").boundingBox();
  expect(network?.width).toBeGreaterThan(500);
  expect(equation?.x).toBeGreaterThanOrEqual((network?.x ?? 0) + (network?.width ?? 0));
  expect((equation?.x ?? 0) + (equation?.width ?? 0)).toBeLessThanOrEqual(980);
  expect(await overflow(page)).toBe(0);
});

test("each phase is a sentence with its numbers, in a live region", async () => {
  const page = await openRun(site, "view=microscope&phase=batch&layers=3");
  const sentences: Record<string, RegExp> = {
    batch: /Example 1 of 10 enters as a⁰ = \(−?\d/,
    "forward.1": /Neuron 1: z¹₁ = −?\d.*, a¹₁ = −?\d/,
    cost: /cost \d.* Over the mini-batch C = \d/,
    "error.2": /∂Cₓ\/∂a²₁ = −?\d.*, σ′\(z²₁\) = \d.*, so δ²₁ = −?\d/,
    "error.1": /comes back, times σ′\(z¹₁\) = \d.* makes δ¹₁ = −?\d/,
    biases: /∂C\/∂b¹₁ = −?\d.*, the mean of its 10 errors/,
    weights: /∂C\/∂w¹₁₁ = −?\d.*, the mean of a⁰₁ · δ¹₁ over 10 examples/,
    update: /w¹₁₁ goes from −?\d.* by −?\d.* to −?\d/,
  };
  for (const [phase, sentence] of Object.entries(sentences)) {
    await goToPhase(page, phase);
    await expect.poll(() => page.locator("[aria-live=polite] .now").textContent()).toMatch(sentence);
  }
});

test("without motion phases switch, and links that move are told apart by colour instead", async () => {
  const page = await openRun(site, "view=microscope&phase=update", { reducedMotion: "reduce" });
  await page.getByText("goes from").waitFor();
  expect(await page.getByText("times as large").count()).toBe(0);
  await page.getByRole("img", { name: /blue ones grow, orange ones fall/ }).waitFor();
  const moving = await openRun(site, "view=microscope&phase=update");
  await moving.getByText(/moves drawn \d+ times as large/).waitFor();
});

test("a network of ten layers of 128 is proved bit by bit, and closing the proof ends it", async () => {
  const page = await openRun(site, `view=microscope&layers=${Array(10).fill(128)}`);
  await page.getByRole("button", { name: "Prove it" }).click();
  await page
    .getByText(/^[2-9] of 149,121 parameters checked, spread over all layers, and all agree so far/)
    .waitFor({ timeout: 40_000 });
  await page.getByRole("button", { name: "Close" }).click();
  // The worker is free again: a step comes through.
  await page.locator(".gauge").getByRole("button", { name: "1 iteration" }).click();
  await page.getByText("iteration 2,").waitFor({ timeout: 20_000 });
});

describe("Prove it agrees", () => {
  const open = usePage(site, "view=microscope");
  test.each([
    "layers=5,5&activations=relu,relu",
    "data=blobs&layers=4",
    "data=waves&layers=4",
    "layers=3&l1=0.01",
    "layers=4&dropout=0.5",
    "layers=",
  ])("with %s", async (settings) => {
    const { page } = open;
    await goTo(page, `&view=microscope&${settings}`);
    await expect
      .poll(() => Object.fromEntries(settingsOf(page)))
      .toMatchObject(Object.fromEntries(new URLSearchParams(settings)));
    await page.getByRole("button", { name: "Prove it" }).click();
    await page.getByText(/^✓ All \d+ parameters agree/).waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).click();
  });
});
