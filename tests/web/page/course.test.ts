/** Every lesson of the course: each step opens without problems, and its task is not done before the reader has done anything. */
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type CompiledLesson, readCourse } from "../../../web/build/lessons/course.ts";
import { readKnown } from "../../../web/build/lessons/known.ts";
import { loadModule } from "../../bindings/module.ts";
import { goTo, openRun, useSite } from "./site.ts";

const root = resolve(import.meta.dirname, "../../..");
const site = useSite();
let course: { lessons: CompiledLesson[]; complaints: string[] };
beforeAll(async () => {
  course = await readCourse(
    resolve(root, "web/lessons"),
    await readKnown(await loadModule(), resolve(root, "web/src/page")),
    root,
  );
});

test("nothing is wrong with any of them", () => {
  expect(course.complaints).toEqual([]);
  expect(course.lessons.length).toBeGreaterThan(12);
});

test("every step opens as it should, the last of each lesson in a new page, and waits for the reader", {
  timeout: 300_000,
}, async () => {
  const page = await openRun(site);
  const problems: string[] = [];
  // From the last to the first: nothing of what a step sets up is there already from the one before.
  for (const { name, title, steps } of course.lessons)
    for (const [index, { parts }] of [...steps.entries()].reverse()) {
      const link = `${name}/${index + 1}`;
      if (index === steps.length - 1) {
        // What is still being loaded when the page is left counts as a failed request.
        await page.evaluate(() => document.fonts.ready);
        await page.goto("about:blank");
        await page.goto(`${site.address}#lesson=${link}`);
      } else await goTo(page, `lesson=${link}`);
      await page.locator(".lessons").getByRole("heading", { name: title, level: 2 }).waitFor();
      await page.getByRole("group", { name: `Step ${index + 1} of ` }).waitFor();
      await page.locator('.step-page[aria-busy="false"]').waitFor();
      if ((await page.locator(".noticed").count()) > 0) problems.push(`${link}: done at once`);
      for (const told of await page.locator(".notice:is([data-kind=problem], [data-kind=note])").allTextContents())
        problems.push(`${link}: ${told}`);
      const shown = await page.locator(".step-page > .task, .step-page > .question").count();
      if (shown !== parts.filter(({ kind }) => kind !== "text").length) problems.push(`${link}: parts are missing`);
      // Numbers of an instrument come with a frame of after it was put on screen.
      const numbers = page.locator(".lessons [data-slot]");
      const missing = async () => (await numbers.allTextContents()).filter((text) => text === "" || text === "–");
      await expect.poll(missing, { message: `${link}: a number is missing` }).toEqual([]);
    }
  expect(problems).toEqual([]);
});
