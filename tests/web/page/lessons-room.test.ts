/** Where a lesson has its place: on phones, beside the whole first screen, and for everybody. */
import { describe, expect, test } from "vitest";
import { done, lessons, next, openLesson, pageWithOwnLessons } from "./own-lessons.ts";
import { expectOnScreen, overflow, phone, settingsOf, useSite, violations } from "./site.ts";

const site = useSite(pageWithOwnLessons);

describe("on a phone", () => {
  test("the sheet folds to what is to be done, and the instrument is used beside it", async () => {
    const page = await openLesson(site, "first", phone);
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
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test("in another view the sheet is one row with the way back, and is then as it was", async () => {
    const page = await openLesson(site, "first", phone);
    const height = async (): Promise<number> => (await lessons(page).boundingBox())?.height ?? Number.NaN;
    const whole = lessons(page).getByText("A network learns in");
    const task = lessons(page).getByText("Train for one epoch");
    const back = lessons(page).getByRole("button", { name: "Back to Play" });
    const isInPlay = async (): Promise<void> => {
      await expect.poll(() => settingsOf(page).has("view")).toBe(false);
      await page.locator("main.play-view").waitFor();
    };
    await whole.waitFor();
    await page.getByRole("link", { name: "Microscope" }).tap();
    await whole.waitFor({ state: "hidden" });
    expect(await task.isVisible()).toBe(false);
    expect(await height()).toBeLessThan(64);
    await page.getByRole("link", { name: "Proofs" }).tap();
    await expect.poll(() => settingsOf(page).get("view")).toBe("proofs");
    expect(await height()).toBeLessThan(64);
    await back.tap();
    await isInPlay();
    await whole.waitFor();
    // Back by the browser.
    await page.getByRole("link", { name: "Microscope" }).tap();
    await whole.waitFor({ state: "hidden" });
    await page.goBack();
    await isInPlay();
    await whole.waitFor();
    // Back by the tabs, folded as it was.
    await lessons(page).getByRole("button", { name: "Show only what is to be done" }).tap();
    await page.getByRole("link", { name: "Microscope" }).tap();
    await task.waitFor({ state: "hidden" });
    await page.getByRole("link", { name: "Play", exact: true }).tap();
    await isInPlay();
    await task.waitFor();
    expect(await whole.isVisible()).toBe(false);
    // Who reads on there goes on reading.
    await page.getByRole("link", { name: "Microscope" }).tap();
    await lessons(page).getByRole("button", { name: "Show the whole text" }).tap();
    await whole.waitFor();
    await lessons(page).getByRole("link", { name: "All lessons" }).tap();
    await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor();
    await page.getByRole("link", { name: "Gradients" }).tap();
    await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor({ state: "hidden" });
    expect(await height()).toBeLessThan(80);
    await page.getByRole("link", { name: "Lessons", exact: true }).tap();
    await lessons(page).getByRole("heading", { name: "Lessons" }).waitFor();
  });

  test("what is to be done is in sight without scrolling, however long the text", async () => {
    const page = await openLesson(site, "first", phone);
    const task = lessons(page).getByText("Train for one epoch");
    await task.waitFor();
    await lessons(page)
      .getByText("A network learns in")
      .evaluate((text) => text.append(" And so it goes on.".repeat(40)));
    const [asked, ways] = await Promise.all([task.boundingBox(), lessons(page).locator(".ways-on").boundingBox()]);
    expect((asked?.y ?? Number.NaN) + (asked?.height ?? Number.NaN)).toBeLessThanOrEqual(ways?.y ?? Number.NaN);
  });

  test("what a task is about is brought into view above the sheet", async () => {
    const page = await openLesson(site, "ward", phone);
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
  const page = await openLesson(site, "first", { ...phone, viewport: { width: 844, height: 390 } });
  const [text, play] = await Promise.all([
    lessons(page).boundingBox(),
    page.getByRole("button", { name: "Play", exact: true }).boundingBox(),
  ]);
  expect(text?.height).toBe(390);
  expect(play?.x).toBeGreaterThan(text?.width ?? 0);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("at 1280 x 720 the whole first screen finds room beside a lesson", async () => {
  const page = await openLesson(site, "first");
  await lessons(page).getByText("Train for one epoch").waitFor();
  await expectOnScreen(page, [".lessons", ".data", ".network", ".plane", ".chart", ".controls", "footer"]);
  const readings = page.locator(".readings dd").last();
  const [last, panel] = [await readings.boundingBox(), await page.locator(".cost").boundingBox()];
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0));
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation on %s", async (_name, device) => {
  const page = await openLesson(site, "first", device);
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
