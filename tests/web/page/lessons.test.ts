/** Lessons beside the page, what they do: nothing here depends on the course. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { done, lessons, next, openLesson, pageWithOwnLessons } from "./own-lessons.ts";
import { number, openRun, phone, settingsOf, trainEpochs, useSite } from "./site.ts";

const site = useSite(pageWithOwnLessons);

/** As the ring is drawn, not as anything is called. */
const isLit = (page: Page, name: string): Promise<boolean> =>
  page.getByRole("button", { name, exact: true }).evaluate((button) => getComputedStyle(button).outlineStyle === "solid");

describe("a lesson's link", () => {
  test("sets the page up, points at the thing, and notices when it is done", async () => {
    const page = await openLesson(site, "first");
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
    const page = await openLesson(site, "first");
    await trainEpochs(page, 3);
    await done(page).waitFor();
    const cost = (await page.locator("#training-cost").textContent()) ?? "";
    const live = lessons(page).locator('[data-slot="trainingCost"]');
    await expect.poll(() => live.allTextContents()).toEqual([cost, cost, cost]);
    expect(await lessons(page).locator('[data-slot="epoch"]').textContent()).toBe("3");
  });

  test("opens a step with all that the steps before have set up", async () => {
    const page = await openLesson(site, "first/3");
    await expect.poll(() => settingsOf(page).get("view")).toBe("microscope");
    expect(settingsOf(page).get("data")).toBe("gaussians");
    await expect.poll(() => lessons(page).locator('[data-slot="errorNorm.1"]').textContent()).toMatch(/^\d\.\d/);
  });

  test("that names no step of it opens the last one and says so", async () => {
    const page = await openLesson(site, "first/99");
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

test("links within a text: to a lesson, and an experiment that Back undoes", async () => {
  const page = await openLesson(site, "first/3");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await done(page).waitFor();
  await lessons(page).getByRole("link", { name: "another data set" }).click();
  await expect.poll(() => settingsOf(page).get("data")).toBe("xor");
  await page.goBack();
  await expect.poll(() => settingsOf(page).get("data")).toBe("gaussians");
  await lessons(page).getByRole("link", { name: "All lessons" }).waitFor();
});

test("the clinic tells a cure by one change from one by several", async () => {
  const page = await openLesson(site, "ward");
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

test("a term shows its sentence to pointer, keyboard and finger, and leads to the glossary and back", async () => {
  const page = await openLesson(site, "first");
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

  const touched = await openLesson(site, "first", phone);
  await lessons(touched).getByRole("link", { name: "epochs", exact: true }).tap();
  await touched.locator("#tooltip").getByText("One complete pass").waitFor();
  expect(settingsOf(touched).get("lesson")).toBe("first");
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
