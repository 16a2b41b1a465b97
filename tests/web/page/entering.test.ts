/** Steps of the course that are entered out of their order: the page shows what the text talks about, and says nothing false. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { goTo, notice, openRun, settingsOf, trainEpochs, useSite } from "./site.ts";
import { settled } from "./workers.ts";

const site = useSite();

const lesson = (page: Page) => page.getByRole("complementary", { name: "Lessons" });
const isReady = (page: Page): Promise<void> => lesson(page).locator('.step-page[aria-busy="false"]').waitFor();
const shows = async (page: Page, settings: Record<string, string>): Promise<void> => {
  await isReady(page);
  await expect.poll(() => Object.fromEntries(settingsOf(page))).toMatchObject(settings);
};
const [neuron, linear] = [
  { view: "microscope", phase: "forward.1", data: "moons", layers: "3,2" },
  { layers: "6", activations: "linear" },
];

test("Previous, the bar of steps and the contents set up what the step is about", async () => {
  const page = await openRun(site, "lesson=weighted-input/6");
  await shows(page, { view: "microscope", data: "blobs" });
  await lesson(page).getByRole("link", { name: "Step 4 of 6" }).click();
  await shows(page, linear);
  await page.locator("main.play-view").waitFor();
  for (let i = 0; i < 3; i++) await lesson(page).getByRole("link", { name: "Previous step" }).click();
  await shows(page, neuron);
  await lesson(page).getByRole("link", { name: "Step 6 of 6" }).click();
  await shows(page, { data: "blobs" });
  await lesson(page).getByRole("link", { name: "All lessons" }).click();
  await lesson(page).getByRole("link", { name: "What a neuron does", exact: true }).click();
  await shows(page, neuron);
  expect(await notice(page).count()).toBe(0);
});

test("a live number never stands in a sentence about another network", async () => {
  const page = await openRun(site, "lesson=vanishing/6");
  await shows(page, { initializer: "normal" });
  await lesson(page).getByRole("link", { name: "All lessons" }).click();
  await lesson(page).getByRole("link", { name: "The vanishing gradient", exact: true }).click();
  await shows(page, { layers: "8,8,8,8,8,8" });
  expect(settingsOf(page).get("initializer")).toBeNull();
  await expect.poll(() => lesson(page).locator('[data-slot="errorRatio"]').textContent()).toMatch(/^(0\.0|\d\S*e−)/);
});

test("a link to another step in the same tab opens as in a new one, and the reader's own run stays kept", async () => {
  const page = await openRun(site, "data=xor&layers=3");
  await trainEpochs(page, 3);
  const fingerprint = await page.locator("#fingerprint").textContent();
  for (const link of ["lesson=weighted-input/6", "lesson=weighted-input/1", "lesson=weighted-input/1", "lesson=bp2"]) {
    await goTo(page, link);
    await shows(page, link === "lesson=weighted-input/6" ? { data: "blobs" } : { view: "microscope", data: "moons" });
  }
  await page.getByRole("button", { name: "Back to my run" }).click();
  await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(fingerprint);
  expect(settingsOf(page).get("data")).toBe("xor");
});

test("from one lesson to the next, no phase is held against the network that goes", async () => {
  const page = await openRun(site, "lesson=bp1/5");
  await shows(page, { data: "blobs" });
  await lesson(page).getByRole("link", { name: /^BP2/ }).click();
  await shows(page, { data: "moons", phase: "error.3" });
  await settled(page);
  expect(await notice(page).count()).toBe(0);
});

test("a ready case keeps a trained run, under the same name as a lesson does", async () => {
  const page = await openRun(site, "data=xor&layers=3");
  await trainEpochs(page, 3);
  const fingerprint = await page.locator("#fingerprint").textContent();
  for (const view of ["Gradients", "Folding"]) {
    await page.getByRole("link", { name: view }).click();
    await page.locator(".cases button").first().click();
    await expect.poll(() => settingsOf(page).get("data")).not.toBe("xor");
    await page.getByRole("button", { name: "Back to my run" }).click();
    await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(fingerprint);
    await expect.poll(() => page.getByRole("button", { name: "Back to my run" }).count()).toBe(0);
  }
});

test("a lesson begins at the usual speed, and the reader's run goes on at theirs", async () => {
  const page = await openRun(site);
  await page.getByLabel("Speed · iterations/s").selectOption("null");
  await trainEpochs(page, 1);
  await page.getByRole("link", { name: "Lessons" }).click();
  await lesson(page).getByRole("link", { name: "A network of layers" }).click();
  await isReady(page);
  await expect.poll(() => page.getByLabel("Speed · iterations/s").inputValue()).toBe("1000");
  await page.getByRole("button", { name: "Back to my run" }).click();
  await expect.poll(() => page.getByLabel("Speed · iterations/s").inputValue()).toBe("null");
});

test("the first screen says what this is; its one way leads through the short way, and it does not come back", async () => {
  const page = await openRun(site);
  const places = (): Promise<string> =>
    page.evaluate(() =>
      [...document.querySelectorAll("main, main > section, footer")]
        .map((part) => JSON.stringify(part.getBoundingClientRect()))
        .join(),
    );
  const before = await places();
  await page.getByRole("button", { name: "Do not show this again" }).click();
  await expect.poll(() => page.locator(".welcome").count()).toBe(0);
  expect(await places()).toBe(before);
  await page.reload();
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  expect(await page.locator(".welcome").count()).toBe(0);

  const other = await openRun(site);
  const begin = other.getByRole("link", { name: /New here/ });
  const promised = Number(/(\d+) steps/.exec((await begin.textContent()) ?? "")?.[1]);
  await begin.click();
  await isReady(other);
  const said = (await lesson(other).locator(".where").textContent()) ?? "";
  const steps = Number(/1 of (\d+)$/.exec(said)?.[1]);
  expect(steps).toBe(promised);
  const titles: string[] = [];
  for (let step = 1; step <= steps; step++) {
    await lesson(other).getByText(`The short way · ${step} of ${steps}`).waitFor();
    await isReady(other);
    titles.push((await lesson(other).locator("h2").textContent()) ?? "");
    await lesson(other).locator("nav a").last().click();
  }
  for (const equation of ["BP1", "BP2", "BP3", "BP4"])
    expect(
      titles.some((title) => title.startsWith(equation)),
      equation,
    ).toBe(true);
  await lesson(other).getByText("The short way leads to").waitFor();
});
