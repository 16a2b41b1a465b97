/** A training engine that dies, by an error of its own or ended from outside, and a tab that is hidden. */
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { notice, number, openRun, phone, runIsShown, settingsOf, trainEpochs, useSite, violations } from "./site.ts";
import { chooseAndFailTwice, endWorker, failWorker, noteWorkers, savesOf, settled, workersOf } from "./workers.ts";

const site = useSite();

/** A page in which workers may fail. */
async function openWithWorkers(settings: string, options = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await noteWorkers(page);
  await page.goto(`${site.address}#${settings}`);
  await runIsShown(page);
  return page;
}

/** Waits until the worker was asked after this how everything stands, and has said so. */
async function savedSince(page: Page): Promise<void> {
  const before = (await savesOf(page)).length;
  await expect.poll(async () => (await savesOf(page)).length).toBeGreaterThan(before + 1); // the first may have been on its way
}

/** In the cost curve. */
const recordsOf = async (page: Page): Promise<number> =>
  1 + Number(await page.getByRole("slider", { name: /^Cost/ }).getAttribute("aria-valuemax"));

const revived = (page: Page) => notice(page).getByText("was started again");

for (const [how, kill] of [
  ["is ended from outside", endWorker],
  ["fails", failWorker],
] as const)
  test(`at full speed, an engine that ${how} comes back with the run as it was a second before, and goes on`, async () => {
    const page = await openWithWorkers("data=spiral&layers=8,8&learningRate=0.01");
    await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => number(page, "epoch")).toBeGreaterThan(100);
    const atASecondBefore = await number(page, "epoch");
    await savedSince(page);
    const records = await recordsOf(page);
    await kill(page);
    await revived(page).waitFor();
    expect(await notice(page).textContent()).toContain("Your run goes on as it was a second before");
    expect(await workersOf(page)).toBe(2);
    const back = await number(page, "epoch");
    expect(back).toBeGreaterThanOrEqual(atASecondBefore);
    // It goes on by itself, still at full speed, and the curve has its past.
    await expect.poll(() => number(page, "epoch")).toBeGreaterThan(back + 100);
    expect(await page.getByRole("button", { name: "Pause" }).count()).toBe(1);
    expect(await recordsOf(page)).toBeGreaterThan(records - 50);
  });

test("an engine that dies at rest comes back to the last bit, with what was changed on the way and its curve", async () => {
  const page = await openWithWorkers("data=xor&layers=3");
  const fingerprint = page.locator("#fingerprint");
  const epochs = page.getByRole("button", { name: "1 epoch" });
  for (let i = 0; i < 5; i++) await epochs.click();
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  for (let i = 0; i < 3; i++) await epochs.click();
  await expect.poll(() => number(page, "epoch")).toBe(8);
  await expect.poll(async () => (await savesOf(page)).at(-1)).toBe(9); // all that is in what was saved
  await epochs.click(); // and this is not
  await expect.poll(() => number(page, "epoch")).toBe(9);
  const before = await fingerprint.textContent();
  expect(await recordsOf(page)).toBe(10);
  await endWorker(page);
  await revived(page).waitFor();
  await settled(page); // what the dead one had drawn is replaced
  expect(await fingerprint.textContent()).toBe(before);
  expect(await number(page, "epoch")).toBe(9);
  expect(await page.getByText("Changed in mid-run").count()).toBe(1);
  expect(await recordsOf(page)).toBe(10);
  // And once more: the new engine is looked after as the first one was.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 6000; // so much later, it is not the same cause
  });
  await endWorker(page);
  await expect.poll(() => workersOf(page)).toBe(3);
  await expect.poll(() => fingerprint.textContent()).toBe(before);
  await epochs.click();
  await expect.poll(() => number(page, "epoch")).toBe(10);
  expect(await violations(page)).toEqual([]);
});

test("where a preset has killed the engine twice, the next one still keeps the reader's own run", async () => {
  const page = await openWithWorkers("data=xor&layers=3");
  await trainEpochs(page, 4);
  await expect.poll(async () => (await savesOf(page)).at(-1)).toBe(5);
  const own = await page.locator("#fingerprint").textContent();
  const present = async (name: string): Promise<void> => {
    await page.getByRole("button", { name: "Presets" }).click();
    await page.getByRole("button", { name }).click();
  };
  await present("No hidden layer");
  await expect.poll(() => settingsOf(page).get("layers")).toBe("");
  for (const workers of [2, 3]) {
    await failWorker(page);
    await expect.poll(() => workersOf(page)).toBe(workers);
  }
  await notice(page).getByText("what you had asked for last was left out").waitFor();
  await present("The spiral");
  await expect.poll(() => settingsOf(page).get("data")).toBe("spiral");
  await page.getByRole("button", { name: "Back to my run" }).click();
  await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(own);
});

test("a preset that kills the engine twice before it is there leaves no step to go back over", async () => {
  const page = await openWithWorkers("data=xor&layers=3");
  await trainEpochs(page, 4);
  await expect.poll(async () => (await savesOf(page)).at(-1)).toBe(5);
  const own = page.url();
  const steps = await page.evaluate(() => history.length);
  const spiral = page.getByRole("button", { name: "The spiral" });
  await page.getByRole("button", { name: "Presets" }).click();
  await chooseAndFailTwice(spiral);
  await notice(page).getByText("what you had asked for last was left out").waitFor();
  await expect.poll(() => page.url()).toBe(own);
  await settled(page);
  expect(await number(page, "epoch")).toBe(4);
  await page.getByRole("button", { name: "Presets" }).click();
  await spiral.click();
  await expect.poll(() => settingsOf(page).get("data")).toBe("spiral");
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  await page.goBack();
  await expect.poll(() => page.url()).toBe(own);
  await expect.poll(() => number(page, "epoch")).toBe(4);
});

test("an engine that dies again and again is given up, with a way out", async () => {
  const page = await openWithWorkers("data=xor", phone);
  for (let workers = 1; workers <= 3; workers++) {
    await expect.poll(() => workersOf(page)).toBe(workers);
    await expect.poll(async () => (await savesOf(page)).length).toBeGreaterThanOrEqual(workers);
    await failWorker(page);
  }
  await notice(page).getByText("Reload the page to go on").waitFor();
  expect(await workersOf(page)).toBe(3);
});

test.each([
  ["is not there", { status: 404, body: "" }, "it could not be loaded (the server answered 404 for its code)."],
  ["is damaged", { status: 200, body: "no code" }, "it could not be loaded (WebAssembly.compile()"],
])("an engine whose code %s says so", async (_how, answer, sentence) => {
  const context = await site.browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route("**/backprop.first-*.wasm", (route) => route.fulfill(answer));
  await page.goto(site.address);
  await notice(page).getByText(`The training engine stopped: ${sentence}`).waitFor();
});

test("an engine that cannot read what it is sent says so, and another one is started", async () => {
  const page = await openWithWorkers("data=xor");
  await page.workers()[0]?.evaluate(() => self.dispatchEvent(new MessageEvent("messageerror")));
  await revived(page).waitFor();
  expect(await workersOf(page)).toBe(2);
});

/** As the browser does it when another tab is chosen. */
const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

test("training waits in a hidden tab and goes on in a seen one; whoever wants lets it go on", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(0);
  await setHidden(page, true);
  await settled(page);
  const at = await number(page, "iteration");
  await settled(page);
  expect(await number(page, "iteration")).toBe(at);
  await setHidden(page, false);
  await expect.poll(() => number(page, "iteration")).toBeGreaterThan(at);

  await page.getByRole("button", { name: /^More/ }).click();
  await page.getByLabel("Train on in a hidden tab").check();
  await page.getByRole("button", { name: "Done" }).click();
  await setHidden(page, true);
  await settled(page);
  const on = await number(page, "iteration");
  await expect.poll(() => number(page, "iteration")).toBeGreaterThan(on);
  // The choice stays in this browser, and is no part of the link.
  expect(page.url()).not.toContain("idden");
  await page.reload();
  await page.getByRole("button", { name: /^More/ }).click();
  expect(await page.getByLabel("Train on in a hidden tab").isChecked()).toBe(true);
});

test("so many epochs wait in a hidden tab and end where they were to end", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Further" }).click();
  await page.getByRole("textbox", { name: "Epochs" }).fill("100000");
  await page.getByRole("textbox", { name: "Epochs" }).press("Tab");
  await page.getByRole("button", { name: "Train 100,000 epochs" }).click();
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(0);
  await setHidden(page, true);
  await settled(page);
  const at = await number(page, "epoch");
  expect(at).toBeLessThan(100_000);
  await settled(page);
  expect(await number(page, "epoch")).toBe(at);
  await setHidden(page, false);
  await expect.poll(() => number(page, "epoch"), { timeout: 60_000 }).toBe(100_000);
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
});

test("a page at rest that is hidden and seen again stays at rest", async () => {
  const page = await openRun(site);
  await setHidden(page, true);
  await setHidden(page, false);
  await settled(page);
  expect(await number(page, "iteration")).toBe(0);
});
