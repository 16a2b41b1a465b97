import { describe, expect, test } from "vitest";
import { notice, number, openRun, phone, settingsOf, useSite, violations } from "./site.ts";
import { settled } from "./workers.ts";

const site = useSite();

test("so many epochs are trained and no more, while Play shows that it goes on", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Further" }).click();
  const box = page.getByRole("textbox", { name: "Epochs" });
  await box.fill("zero");
  await box.press("Tab");
  await page.getByText("“zero” is not a whole number from 1 to 1,000,000.").waitFor();
  await box.fill("250");
  await box.press("Tab");
  await page.getByRole("button", { name: "Train 250 epochs" }).click();
  await expect.poll(() => number(page, "epoch")).toBe(250);
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  expect(await number(page, "epoch")).toBe(250);
  expect(await number(page, "iteration")).toBe(250 * 15);
});

test("Enter on what is no number of epochs trains nothing, and says so", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Further" }).click();
  const box = page.getByRole("textbox", { name: "Epochs" });
  await box.fill("1.5");
  await box.press("Enter");
  await page.getByText("“1.5” is not a whole number from 1 to 1,000,000.").waitFor();
  expect(await number(page, "epoch")).toBe(0);
  await box.fill("3");
  await box.press("Enter");
  await expect.poll(() => number(page, "epoch")).toBe(3);
});

test("asked for while Play goes on, they end with an epoch, too", async () => {
  const page = await openRun(site);
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.getByRole("button", { name: "Further" }).click();
  for (let times = 1; times <= 3; times++) {
    await expect.poll(() => number(page, "epoch")).toBeGreaterThan(100 * times);
    await page.getByRole("button", { name: "Train 100 epochs" }).click();
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await expect.poll(async () => (await number(page, "iteration")) / (await number(page, "epoch"))).toBe(15);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.getByRole("button", { name: "Further" }).click();
  }
});

test("Pause ends a long training, and Play goes on from there", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Further" }).click();
  await page.getByRole("textbox", { name: "Epochs" }).fill("1000000");
  await page.getByRole("textbox", { name: "Epochs" }).press("Tab");
  await page.getByRole("button", { name: "Train 1,000,000 epochs" }).click();
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(10);
  await page.getByRole("button", { name: "Pause" }).click();
  await settled(page);
  const epoch = await number(page, "epoch");
  await settled(page);
  expect(await number(page, "epoch")).toBe(epoch);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(epoch);
});

test("until it can't improve: what will stop it is said before, and why it stopped, after", async () => {
  const page = await openRun(site, "data=xor&noise=0.8&learningRate=0.3&layers=8,8");
  await page.getByRole("button", { name: "Further" }).click();
  const dialog = page.getByRole("dialog", { name: "Train further" });
  await dialog.getByText("No stop rule is set yet").waitFor();
  expect(await dialog.textContent()).toContain("when the validation cost has not improved for 2,000 epochs");
  await page.getByRole("button", { name: "Train until it can’t improve" }).click();
  await notice(page).getByText("Stopped at epoch").waitFor({ timeout: 20_000 });
  expect(await notice(page).textContent()).toContain("the validation cost has not improved for 2,000 epochs");
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  // The link holds the rules.
  await expect
    .poll(() => Object.fromEntries(settingsOf(page)))
    .toMatchObject({ patience: "2000", restoreBest: "true", stopEpochs: "20000" });
});

test("patience that ends before much was learned says what to try, and waits longer if one likes", async () => {
  const page = await openRun(site, "data=spiral&layers=8,8&patience=100&restoreBest=true");
  await page.getByRole("button", { name: "Further" }).click();
  await page.getByRole("button", { name: "Train until it can’t improve" }).click();
  await page.getByRole("status").getByText("It has not learned much yet: give it more patience").waitFor();
  await page.getByRole("button", { name: "Wait 500 epochs" }).click();
  await notice(page).getByText("has not improved for 500 epochs").waitFor();
  await expect.poll(() => settingsOf(page).get("patience")).toBe("500");
});

test("rules of one's own are the ones that are named and that stop it", async () => {
  const page = await openRun(site, "stopEpochs=40");
  await page.getByRole("button", { name: "Further" }).click();
  await page.getByRole("dialog", { name: "Train further" }).getByText("after 40 epochs").waitFor();
  await page.getByRole("button", { name: "Train until it can’t improve" }).click();
  await notice(page).getByText("the run was to last 40 epochs").waitFor();
  await expect.poll(() => number(page, "epoch")).toBe(40);
  expect(settingsOf(page).has("patience")).toBe(false);
});

test("a batch of one, of some and of all is called by its name", async () => {
  const page = await openRun(site);
  const box = page.getByRole("textbox", { name: "Batch size m" });
  for (const [size, name] of [
    ["1", "SGD"],
    ["10", "mini-batch"],
    ["150", "gradient descent"],
  ] as const) {
    await box.fill(size);
    await box.press("Enter");
    await page.getByText(`Batch size m · ${name}`).waitFor();
  }
});

test("the training controls stand in one row at 1280 px, also with long numbers and names", async () => {
  const page = await openRun(site, "points=5000&batchSize=3000");
  await page.getByRole("slider", { name: "Points" }).fill("20");
  await page.getByText("all there are").waitFor();
  const height = async (): Promise<number> => (await page.locator(".controls").boundingBox())?.height ?? Number.NaN;
  expect(await height()).toBeLessThan(70);
  await page.locator("#epoch").evaluate((element) => {
    element.textContent = "999,999";
  });
  await page.locator("#iteration").evaluate((element) => {
    element.textContent = "999,999";
  });
  expect(await height()).toBeLessThan(70);
});

test.each([
  [1280, 12],
  [1024, 6],
])("at %i px the training controls stand apart, and each has its word", async (width, least) => {
  const page = await openRun(site, "patience=50&l2=0.01&batchSize=150", { viewport: { width, height: 768 } });
  const parts = page.locator(".transport button, .counts div, .hyperparameters > *");
  const boxes = await parts.evaluateAll((all) =>
    all.map((one) => {
      const label = one.querySelector("label") ?? one;
      const range = document.createRange();
      range.selectNodeContents(label);
      const { left } = one.getBoundingClientRect();
      return {
        words: one.textContent,
        left,
        right: Math.max(one.getBoundingClientRect().right, range.getBoundingClientRect().right),
      };
    }),
  );
  expect(boxes.length).toBe(13);
  for (const [i, { words, left, right }] of boxes.entries()) {
    const next = boxes[i + 1];
    const isButton = i < 6; // with room around its own words
    expect((next?.left ?? width) - right, words ?? "").toBeGreaterThanOrEqual(isButton || next === undefined ? 0 : least);
    expect(left).toBeGreaterThanOrEqual(0);
  }
  for (const word of ["1 iteration", "1 epoch", "Further", "Reset", "New seed"]) {
    const box = await page.locator(".transport").getByText(word, { exact: true }).boundingBox();
    expect(box?.width, word).toBeGreaterThan(20);
  }
  await page.getByRole("button", { name: "More 2 changed" }).waitFor();
});

test("everything in Further works by keyboard, and Escape closes it", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Further" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Epochs" }).waitFor(); // the dialog is there before what it holds
  for (let i = 0; i < 2; i++) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown"); // 100 → 50
  await page.keyboard.press("Enter");
  await expect.poll(() => number(page, "epoch")).toBe(50);
  await page.getByRole("button", { name: "Further" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
});

describe("on a phone", () => {
  test("Further works by touch", async () => {
    const page = await openRun(site, "", phone);
    await page.getByRole("button", { name: "Further" }).tap();
    await page.getByRole("button", { name: "Train 100 epochs" }).tap();
    await expect.poll(() => number(page, "epoch")).toBe(100);
  });
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation in Further on %s", async (_name, device) => {
  const page = await openRun(site, "", device);
  await page.getByRole("button", { name: "Further" }).click();
  await page.getByRole("button", { name: "Train 100 epochs" }).waitFor();
  expect(await violations(page)).toEqual([]);
});
