/** The reader's way through lessons: away and back, with what was trained, changed and finished. */
import { expect, test } from "vitest";
import { done, lessons, next, openLesson, pageWithOwnLessons } from "./own-lessons.ts";
import { number, openRun, settingsOf, trainEpochs, useSite } from "./site.ts";
import { settled } from "./workers.ts";

const site = useSite(pageWithOwnLessons);

test("who wanders off comes back, and nothing of what was done is lost", async () => {
  const page = await openLesson(site, "first");
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
  const page = await openLesson(site, "first");
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  await page.getByRole("slider", { name: "Noise" }).fill("0.5");
  await expect.poll(() => settingsOf(page).get("noise")).toBe("0.5");
  await page.waitForLoadState("networkidle");
  await page.reload();
  await lessons(page).getByRole("heading", { name: "A first step: one epoch" }).waitFor();
  await settled(page);
  expect(settingsOf(page).get("noise")).toBe("0.5");
  await next(page).click();
  await page.goBack();
  await lessons(page).getByText("Train for one epoch").waitFor();
  await settled(page);
  expect(settingsOf(page).get("noise")).toBe("0.5");
});

test("Back, Forward and a reload lead to what a step had trained, and Back undoes a change to it", async () => {
  const page = await openLesson(site, "first");
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

test("the list knows what was finished, also after a reload and in a window without storage", async () => {
  const page = await openLesson(site, "first");
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
