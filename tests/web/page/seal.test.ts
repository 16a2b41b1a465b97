/** The sealed test set: hidden until it is opened, and counted from then on. */
import { expect, test } from "vitest";
import { number, openRun, overflow, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

type Page = Awaited<ReturnType<typeof openRun>>;
const seal = (page: Page) => page.getByRole("button", { name: "Open the test set" });
const chart = (page: Page) => page.getByRole("slider", { name: /^Cost by epoch/ });

/** How many pixels of the plane's points are not empty. */
const inked = (page: Page): Promise<number> =>
  page.locator(".plane canvas").evaluateAll((canvases) => {
    const canvas = canvases.find((of) => of.getAttribute("role") !== "img") as HTMLCanvasElement;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d") as OffscreenCanvasRenderingContext2D;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) count += Number((data[i] as number) > 0);
    return count;
  });

test("a new page shows nothing of the test set; opening it shows cost, accuracy and points, by keyboard and without a jump", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 2);
  expect(await page.locator("#test-cost").count()).toBe(0);
  expect(await chart(page).getAttribute("aria-label")).toMatch(/validation [\d.]+, test sealed$/);
  await page.getByText("Sealed: its cost and points are hidden until you open it.").waitFor();
  const before = { points: await inked(page), chart: await chart(page).boundingBox() };
  await seal(page).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => number(page, "test-cost")).toBeGreaterThan(0);
  expect(await number(page, "test-accuracy")).toBeGreaterThan(0);
  await expect.poll(() => chart(page).getAttribute("aria-label")).toMatch(/test [\d.]+$/);
  await expect.poll(() => inked(page)).toBeGreaterThan(1.15 * before.points);
  expect(await chart(page).boundingBox()).toEqual(before.chart);
  // The focus is where the numbers came.
  expect(await page.evaluate(() => document.activeElement?.contains(document.getElementById("test-cost")))).toBe(true);
  expect(settingsOf(page).get("seal")).toBe("0");
});

test("what is changed after looking is counted, in the link as well; other points are sealed again", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  await seal(page).click();
  expect(await page.locator(".tuned").count()).toBe(0);
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  await page.getByText("Tuned once after looking.").waitFor();
  await page.getByRole("combobox", { name: "Activation of layer 1" }).selectOption("relu");
  await page.getByText("Tuned 2 times after looking.").waitFor();
  expect(await page.locator(".tuned").textContent()).toBe("tuned 2×");
  await expect.poll(() => settingsOf(page).get("seal")).toBe("2");
  await page.reload();
  await page.getByText("Tuned 2 times after looking.").waitFor();
  await page.getByRole("button", { name: "New points" }).click();
  await seal(page).waitFor();
  expect(settingsOf(page).has("seal")).toBe(false);
});

test("seals can be switched off: then test sets stay open, and nothing is counted", async () => {
  const page = await openRun(site);
  await seal(page).click();
  await page.getByRole("button", { name: "Details" }).click();
  const about = page.getByRole("dialog", { name: "About these points" });
  await about.getByText("Open: its cost and points are shown.", { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "Seal test sets until I open them" }).uncheck();
  await about.getByText("Always open: its cost and points are shown.").waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  expect(await number(page, "test-cost")).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  await page.getByRole("button", { name: "New points" }).click();
  await expect.poll(() => settingsOf(page).get("dataSeed")).toBe("2");
  expect(settingsOf(page).get("seal")).toBe("off");
  expect(await number(page, "test-cost")).toBeGreaterThan(0);
  expect(await page.locator(".tuned").count()).toBe(0);
});

test("the seal holds in the other views, and opens there as well", async () => {
  const page = await openRun(site, "view=compare&other=learningRate:1");
  await seal(page).first().waitFor();
  expect(await page.locator("#left-test-cost, #right-test-cost").count()).toBe(0);
  expect(await chartWords(page)).toContain("test –");
  await seal(page).first().click();
  await expect.poll(() => number(page, "left-test-cost")).toBeGreaterThan(0);
  await expect.poll(() => number(page, "right-test-cost")).toBeGreaterThan(0);
  await expect.poll(() => chartWords(page)).toMatch(/test \d/);
});
const chartWords = async (page: Page): Promise<string> =>
  (await page.getByRole("slider", { name: /^Cost of both/ }).getAttribute("aria-label")) ?? "";

test.each(["training=80", "points=10&training=50&validation=45"])(
  "without test points, as with %s, there is nothing to open",
  async (link) => {
    const page = await openRun(site, link);
    expect(await seal(page).count()).toBe(0);
    expect(await page.locator(".readings div", { hasText: "Test" }).locator("dd").textContent()).toBe("no points");
    await page.getByRole("button", { name: "Details" }).click();
    const about = page.getByRole("dialog", { name: "About these points" });
    await about.getByText("(0 points) judges").waitFor();
    expect(await about.getByText("Sealed: its cost").count()).toBe(0);
  },
);

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds nothing, sealed or tuned, on %s; a finger opens it", async (_name, device) => {
  const page = await openRun(site, "", device);
  expect(await violations(page)).toEqual([]);
  if (device === phone) await seal(page).tap();
  else await seal(page).click();
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  await page.getByText("Tuned once after looking.").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
