/** Lessons beside the page, with two of their own (tests/web/lessons): nothing here depends on the course. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { number, openRun, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

let dist: string;
const site = useSite(async () => {
  dist = await mkdtemp(join(tmpdir(), "lessons-"));
  const web = resolve(import.meta.dirname, "../../../web");
  await promisify(execFile)(
    join(web, "node_modules/.bin/vite"),
    ["build", "--logLevel", "error", "--emptyOutDir", "--outDir", dist],
    {
      cwd: web,
      env: { ...process.env, BACKPROP_LESSONS_DIR: resolve(import.meta.dirname, "../lessons") },
    },
  );
  return dist;
});
afterAll(() => rm(dist, { recursive: true }));

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const lessons = (page: Page) => page.getByRole("complementary", { name: "Lessons" });
const done = (page: Page) => lessons(page).locator(".noticed");
const next = (page: Page) => lessons(page).getByRole("link", { name: /^Next step/ });
/** Opens a lesson's link and waits until its first step is set up. */
async function openLesson(link: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openRun(site, `lesson=${link}`, options);
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  return page;
}
/** As the ring is drawn, not as anything is called. */
const isLit = (page: Page, name: string): Promise<boolean> =>
  page.getByRole("button", { name, exact: true }).evaluate((button) => getComputedStyle(button).outlineStyle === "solid");

describe("a lesson's link", () => {
  test("sets the page up, points at the thing, and notices when it is done", async () => {
    const page = await openLesson("first");
    await lessons(page).getByRole("heading", { name: "A first step: one epoch" }).waitFor();
    await lessons(page).getByText("Beginnings · 1 of 2").waitFor();
    await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
    expect(settingsOf(page).get("lesson")).toBe("first");
    await expect.poll(() => isLit(page, "1 epoch")).toBe(true);
    expect(await isLit(page, "Reset")).toBe(false);
    await lessons(page).getByRole("button", { name: "Hint" }).click();
    await lessons(page).getByText("above the network").waitFor();
    expect(await done(page).count()).toBe(0);
    await page.getByRole("button", { name: "1 epoch" }).click();
    await done(page).waitFor();
    expect(await lessons(page).getByRole("status").filter({ hasText: "Done" }).count()).toBe(1);
    expect(await isLit(page, "1 epoch")).toBe(false);
  });

  test("shows the page's own numbers, in the text and in its formulas", async () => {
    const page = await openLesson("first");
    await trainEpochs(page, 3);
    await done(page).waitFor();
    const cost = (await page.locator("#training-cost").textContent()) ?? "";
    const live = lessons(page).locator('[data-slot="trainingCost"]');
    await expect.poll(() => live.allTextContents()).toEqual([cost, cost, cost]);
    expect(await lessons(page).locator('[data-slot="epoch"]').textContent()).toBe("3");
  });

  test("opens a step with all that the steps before have set up", async () => {
    const page = await openLesson("first/3");
    await expect.poll(() => settingsOf(page).get("view")).toBe("microscope");
    expect(settingsOf(page).get("data")).toBe("gaussians");
    await expect.poll(() => lessons(page).locator('[data-slot="errorNorm.1"]').textContent()).toMatch(/^\d\.\d/);
  });

  test("that names no step of it opens the last one and says so", async () => {
    const page = await openLesson("first/99");
    await lessons(page).getByRole("group", { name: "Step 3 of 3" }).waitFor();
    const sentence = lessons(page).getByText("This lesson has no step “99”; here is its last.");
    await sentence.waitFor();
    await lessons(page).getByRole("link", { name: "Step 2 of 3" }).click();
    await lessons(page).getByRole("group", { name: "Step 2 of 3" }).waitFor();
    expect(await sentence.count()).toBe(0);
  });

  test("that names no lesson opens the list and says so", async () => {
    const page = await openRun(site, "lesson=frist/2&data=xor");
    await lessons(page).getByText("There is no lesson “frist/2”").waitFor();
    expect(await lessons(page).getByRole("listitem").count()).toBe(3);
    expect(settingsOf(page).get("data")).toBe("xor");
  });
});

test("by keyboard alone: from the list to a task that is done and on to the next step", async () => {
  const page = await openRun(site);
  await page.getByRole("link", { name: "Lessons" }).focus();
  await page.keyboard.press("Enter");
  await lessons(page).getByRole("link", { name: "A first step: one epoch" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  await page.getByRole("button", { name: "1 epoch" }).focus();
  await page.keyboard.press("Enter");
  await done(page).waitFor();
  await next(page).focus();
  await page.keyboard.press("Enter");
  // The reading goes on at the new step.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Step 2 of 3");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await lessons(page).getByText("That is one iteration").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await lessons(page).getByText("Right, each of them once").waitFor();
});

test("who wanders off comes back, and nothing of what was done is lost", async () => {
  const page = await openLesson("first");
  await trainEpochs(page, 2);
  await next(page).click();
  // This step sets nothing up.
  expect(await number(page, "epoch")).toBe(2);
  await lessons(page).getByRole("link", { name: "Previous step" }).click();
  await done(page).waitFor();
  await page.getByRole("link", { name: "Microscope" }).click();
  await page.locator(".phases").waitFor();
  await lessons(page).getByRole("button", { name: "Back to Play" }).click();
  expect(await number(page, "epoch")).toBe(2);
  await lessons(page).getByRole("button", { name: "Close the lessons" }).click();
  await expect.poll(() => lessons(page).count()).toBe(0);
  await page.getByRole("link", { name: "Lessons" }).click();
  await done(page).waitFor();
  expect(await number(page, "epoch")).toBe(2);
  await page.getByRole("radio", { name: "Spiral" }).check({ force: true });
  await lessons(page).getByRole("button", { name: "Set up again" }).click();
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  await expect.poll(() => number(page, "epoch")).toBe(0);
  await expect.poll(() => done(page).count()).toBe(0);
});

test("the browser's Back leads to the run before the lesson, as it was left", async () => {
  const page = await openRun(site, "data=xor&layers=3");
  await trainEpochs(page, 4);
  const fingerprint = await page.locator("#fingerprint").textContent();
  await page.getByRole("link", { name: "Lessons" }).click();
  await lessons(page).getByRole("link", { name: "A first step: one epoch" }).click();
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  await page.goBack();
  await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor();
  await expect.poll(() => settingsOf(page).get("data")).toBe("xor");
  await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(fingerprint);
  expect(await number(page, "epoch")).toBe(4);
  await page.goBack();
  await expect.poll(() => lessons(page).count()).toBe(0);
  expect(await page.locator("#fingerprint").textContent()).toBe(fingerprint);
});

test("a run that was put aside is taken up again with one click", async () => {
  const page = await openRun(site, "data=xor&layers=3");
  await trainEpochs(page, 4);
  const fingerprint = await page.locator("#fingerprint").textContent();
  await page.getByRole("link", { name: "Lessons" }).click();
  await lessons(page).getByRole("link", { name: "A first step: one epoch" }).click();
  await page.getByRole("button", { name: "Back to my run" }).click();
  await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(fingerprint);
  expect(await page.getByRole("button", { name: "Back to my run" }).count()).toBe(0);
});

test("Back and a reload do not undo what the reader has changed", async () => {
  const page = await openLesson("first");
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  await page.getByRole("slider", { name: "Noise" }).fill("0.5");
  await expect.poll(() => settingsOf(page).get("noise")).toBe("0.5");
  await page.waitForLoadState("networkidle");
  await page.reload();
  await lessons(page).getByRole("heading", { name: "A first step: one epoch" }).waitFor();
  await page.waitForTimeout(500);
  expect(settingsOf(page).get("noise")).toBe("0.5");
  await next(page).click();
  await page.goBack();
  await lessons(page).getByText("Train for one epoch").waitFor();
  await page.waitForTimeout(500);
  expect(settingsOf(page).get("noise")).toBe("0.5");
});

test("Back, Forward and a reload lead to what a step had trained, and Back undoes a change to it", async () => {
  const page = await openLesson("first");
  await lessons(page).getByText("Train for one epoch").waitFor();
  await page.getByRole("link", { name: "All lessons" }).click();
  await lessons(page).getByRole("link", { name: "It does not move" }).click();
  await expect.poll(() => number(page, "iteration")).toBe(150);
  const fingerprint = await page.locator("#fingerprint").textContent();
  const isAsSetUp = () => expect.poll(() => page.locator("#fingerprint").textContent(), { timeout: 10_000 }).toBe(fingerprint);
  await page.goBack();
  await page.goBack();
  await lessons(page).getByText("Train for one epoch").waitFor();
  await expect.poll(() => number(page, "iteration")).toBe(0);
  await page.goForward();
  await page.goForward();
  await isAsSetUp();
  await page.waitForLoadState("networkidle");
  await page.reload();
  await isAsSetUp();
  await page.getByRole("slider", { name: "Noise" }).fill("0.5");
  await expect.poll(() => settingsOf(page).get("noise")).toBe("0.5");
  await page.goBack();
  await isAsSetUp();
});

test("links within a text: to a lesson, and an experiment that Back undoes", async () => {
  const page = await openLesson("first/3");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await done(page).waitFor();
  await lessons(page).getByRole("link", { name: "another data set" }).click();
  await expect.poll(() => settingsOf(page).get("data")).toBe("xor");
  await page.goBack();
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  await lessons(page).getByRole("link", { name: "All lessons" }).waitFor();
});

test("the clinic tells a cure by one change from one by several", async () => {
  const page = await openLesson("ward");
  await expect.poll(() => number(page, "iteration")).toBe(150);
  const raise = page.getByRole("button", { name: "Raise Learning rate η" });
  const train = async (): Promise<void> => {
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
  };
  // Back and forth is no change. A setting that comes while another is being typed would overwrite it.
  const rate = () => settingsOf(page).get("learningRate");
  await raise.click();
  await expect.poll(rate).not.toBe("0.00001");
  await page.getByRole("button", { name: "Lower Learning rate η" }).click();
  await expect.poll(rate).toBe("0.00001");
  await page.getByRole("textbox", { name: "Learning rate η" }).fill("0.1");
  await page.getByRole("textbox", { name: "Learning rate η" }).press("Enter");
  await page.getByRole("slider", { name: "Noise" }).fill("0.05");
  await train();
  await lessons(page).getByText("It healed, but by 2 changes").waitFor();
  expect(await done(page).count()).toBe(0);
  await page.getByRole("slider", { name: "Noise" }).fill("0.1");
  await done(page).waitFor();
  await lessons(page).getByText("Healed by one change").waitFor();
});

test("the list knows what was finished, also after a reload and in a window without storage", async () => {
  const page = await openLesson("first");
  await page.getByRole("button", { name: "1 epoch" }).click();
  await done(page).waitFor();
  await lessons(page).getByRole("link", { name: "All lessons" }).click();
  await lessons(page).getByText("1 of 3").waitFor();
  await lessons(page).getByRole("link", { name: "‹ Back to A first step" }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.reload();
  await lessons(page).getByText("1 of 3").waitFor();

  const closed = await openRun(site);
  await closed.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get: () => {
        throw new Error("refused");
      },
    });
  });
  await closed.reload();
  await closed.getByRole("link", { name: "Lessons" }).click();
  await lessons(closed).getByRole("link", { name: "It does not move" }).click();
  await expect.poll(() => number(closed, "iteration")).toBe(150);
});

test("a term shows its sentence to pointer, keyboard and finger, and leads to the glossary and back", async () => {
  const page = await openLesson("first");
  const term = lessons(page).getByRole("link", { name: "epochs", exact: true });
  const sentence = page.locator("#tooltip").getByText("One complete pass through the training set");
  await term.hover();
  await sentence.waitFor();
  await page.keyboard.press("Escape");
  await sentence.waitFor({ state: "hidden" });
  await page.mouse.move(600, 300);
  await lessons(page).getByRole("link", { name: "All lessons" }).focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press("Tab");
  await sentence.waitFor();
  expect(await term.getAttribute("aria-describedby")).toBe("tooltip");
  await page.keyboard.press("Enter");
  await lessons(page).locator(".asked", { hasText: "One complete pass" }).waitFor();
  expect(settingsOf(page).get("lesson")).toBe("glossary/epoch");
  expect(await lessons(page).locator("dt").allTextContents()).toEqual(["epoch", "error", "iteration"]);
  await lessons(page).locator(".asked").getByRole("link", { name: "iteration" }).click();
  await lessons(page).locator(".asked", { hasText: "One mini-batch" }).waitFor();
  await lessons(page).getByRole("link", { name: "‹ Back to A first step" }).click();
  await lessons(page).getByText("Train for one epoch").waitFor();

  const touched = await openLesson("first", phone);
  await lessons(touched).getByRole("link", { name: "epochs", exact: true }).tap();
  await touched.locator("#tooltip").getByText("One complete pass").waitFor();
  expect(settingsOf(touched).get("lesson")).toBe("first");
});

describe("on a phone", () => {
  test("the sheet folds to what is to be done, and the instrument is used beside it", async () => {
    const page = await openLesson("first", phone);
    const box = async () => (await lessons(page).boundingBox()) ?? { y: 0, height: 0 };
    await lessons(page).getByText("A network learns in").waitFor();
    expect((await box()).height).toBeGreaterThan(300);
    await lessons(page).getByRole("button", { name: "Show only what is to be done" }).tap();
    await lessons(page).getByText("A network learns in").waitFor({ state: "hidden" });
    await lessons(page).getByText("Train for one epoch").waitFor();
    expect((await box()).height).toBeLessThan(160);
    await lessons(page).getByRole("button", { name: "Show the whole text" }).tap();
    await lessons(page).getByText("A network learns in").waitFor();
    // Whoever does it sees what comes of it.
    await page.getByRole("button", { name: "1 epoch" }).tap();
    await done(page).waitFor();
    await lessons(page).getByText("A network learns in").waitFor({ state: "hidden" });
    await next(page).waitFor();
    // Above the transport.
    const transport = await page.locator(".transport").boundingBox();
    expect((await box()).y + (await box()).height).toBeLessThanOrEqual((transport?.y ?? 0) + 1);
    await lessons(page).getByRole("button", { name: "Show the whole text" }).tap();
    await next(page).tap();
    await lessons(page).getByText("How many examples").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("the sheet steps aside for another view, and comes back", async () => {
    const page = await openLesson("first", phone);
    const height = async (): Promise<number> => (await lessons(page).boundingBox())?.height ?? Number.NaN;
    const whole = lessons(page).getByText("A network learns in");
    await whole.waitFor();
    await page.getByRole("link", { name: "Microscope" }).tap();
    await whole.waitFor({ state: "hidden" });
    expect(await height()).toBeLessThan(160);
    await lessons(page).getByRole("button", { name: "Show the whole text" }).tap();
    await whole.waitFor();
    // Who goes from the text goes on reading it.
    await lessons(page).getByRole("button", { name: "Back to Play" }).tap();
    await expect.poll(() => settingsOf(page).has("view")).toBe(false);
    await page.locator("main.play-view").waitFor();
    expect(await whole.isVisible()).toBe(true);
    await lessons(page).getByRole("link", { name: "All lessons" }).tap();
    await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor();
    await page.getByRole("link", { name: "Gradients" }).tap();
    await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor({ state: "hidden" });
    expect(await height()).toBeLessThan(80);
    await page.getByRole("link", { name: "Lessons", exact: true }).tap();
    await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor();
  });

  test("what a task is about is brought into view above the sheet", async () => {
    const page = await openLesson("ward", phone);
    const rate = page.getByRole("textbox", { name: "Learning rate η" });
    await expect
      .poll(async () => {
        const [field, sheet] = [await rate.boundingBox(), await lessons(page).boundingBox()];
        return field !== null && sheet !== null && field.y >= 0 && field.y + field.height <= sheet.y;
      })
      .toBe(true);
  });
});

test("on a phone that lies on its side a lesson stands beside the page", async () => {
  const page = await openLesson("first", { ...phone, viewport: { width: 844, height: 390 } });
  const [text, play] = await Promise.all([
    lessons(page).boundingBox(),
    page.getByRole("button", { name: "Play", exact: true }).boundingBox(),
  ]);
  expect(text?.height).toBe(390);
  expect(play?.x).toBeGreaterThan(text?.width ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(844);
});

test("at 1280 x 720 the whole first screen finds room beside a lesson", async () => {
  const page = await openLesson("first");
  await lessons(page).getByText("Train for one epoch").waitFor();
  for (const part of [".lessons", ".data", ".network", ".plane", ".chart", ".controls", "footer"]) {
    const box = await page.locator(part).boundingBox();
    expect(box, part).not.toBeNull();
    if (box === null) continue;
    expect(box.x + box.width, part).toBeLessThanOrEqual(1280);
    expect(box.y + box.height, part).toBeLessThanOrEqual(720);
    expect(box.height, part).toBeGreaterThan(30);
  }
  const readings = page.locator(".readings dd").last();
  const [last, panel] = [await readings.boundingBox(), await page.locator(".cost").boundingBox()];
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0));
});

test("nothing of the lessons is loaded before they are opened", async () => {
  const page = await openRun(site);
  const files = (): Promise<string[]> =>
    page
      .evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1) ?? ""))
      .then((all) => all.filter((name) => name.endsWith(".js")));
  expect((await files()).filter((name) => /lesson|first|ward|glossary/i.test(name))).toEqual([]);
  await page.getByRole("link", { name: "Lessons" }).click();
  await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor();
  expect((await files()).filter((name) => /first|ward/i.test(name))).toEqual([]);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation on %s", async (_name, device) => {
  const page = await openLesson("first", device);
  await page.getByRole("button", { name: "1 epoch" }).click();
  await done(page).waitFor();
  expect(await violations(page)).toEqual([]);
  await next(page).click();
  await lessons(page).getByRole("button", { name: "One mini-batch." }).click();
  expect(await violations(page)).toEqual([]);
  await lessons(page).getByRole("link", { name: "All lessons" }).click();
  expect(await violations(page)).toEqual([]);
  await lessons(page).getByRole("link", { name: "Glossary" }).click();
  await lessons(page).locator("dl").waitFor();
  expect(await violations(page)).toEqual([]);
});
