/** The settings that the page takes from the core's own lists. */
import { expect, test } from "vitest";
import { cutOff, notice, number, openRun, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

test("data of several classes bring softmax along, with a neuron and a colour for each class", async () => {
  const page = await openRun(site);
  await page.getByRole("radio", { name: "Pinwheel" }).check({ force: true });
  await expect.poll(() => page.locator(".classes li").count()).toBe(3);
  await page.getByRole("slider", { name: "Classes" }).fill("5");
  await expect.poll(() => page.locator(".classes li").count()).toBe(5);
  await expect.poll(() => page.getByRole("button", { name: /^Output neuron of class/ }).count()).toBe(5);
  expect(await page.getByRole("combobox", { name: "Output activation" }).inputValue()).toBe("softmax");
  await trainEpochs(page, 200);
  expect(await number(page, "training-accuracy")).toBeGreaterThan(90);
});

test("data with values to predict are judged by R²", async () => {
  const page = await openRun(site, "seal=off&learningRate=0.01");
  await page.getByRole("radio", { name: "Regression" }).check({ force: true });
  await page.getByRole("radio", { name: "Slope" }).check({ force: true });
  await expect.poll(() => page.locator("#output-title + .facts").textContent()).toContain("predicted");
  await trainEpochs(page, 200);
  expect(await number(page, "test-accuracy")).toBeGreaterThan(0.9);
  expect(await number(page, "test-accuracy")).toBeLessThanOrEqual(1);
});

test("in the dialog of settings nothing moves with the fields that come and go, and what is off says so", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "More" }).click();
  const dialog = page.getByRole("dialog", { name: "More settings" });
  const places = (): Promise<Record<string, number[]>> =>
    dialog.locator("label, legend, button[type=submit]").evaluateAll((labels) =>
      Object.fromEntries(
        labels.map((label) => {
          const { left, top } = label.getBoundingClientRect();
          return [label.textContent?.split(" · ")[0], [left, top]];
        }),
      ),
    );
  const before = await places();
  for (const [field, names] of [
    ["Optimiser", ["momentum", "rmsProp", "adam", "adamW"]],
    ["Schedule of η", ["step", "cosine", "warmUp"]],
  ] as const)
    for (const name of names) {
      await dialog.getByLabel(field).selectOption(name);
      await expect.poll(async () => Object.keys(await places()).length).toBeGreaterThan(Object.keys(before).length);
      expect(await places(), name).toMatchObject(before);
    }
  await dialog.getByText("Patience in epochs · off").waitFor();
  await dialog.getByRole("button", { name: "Raise Patience in epochs" }).click();
  await dialog.getByText("Restore the best").waitFor();
  expect(await places()).toMatchObject(before);
  expect(await dialog.getByText("Patience in epochs · off").count()).toBe(0);
});

test("what has no control of its own is set in the dialog and stands in the link", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "More" }).click();
  const dialog = page.getByRole("dialog", { name: "More settings" });
  await dialog.getByLabel("Optimiser").selectOption("adamW");
  await dialog.getByRole("textbox", { name: "Weight decay" }).fill("0.1");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("Initial weights").selectOption("heNormal");
  await dialog.getByLabel("Schedule of η").selectOption("cosine");
  await dialog.getByRole("button", { name: "Raise Dropout" }).click();
  for (const [name, value] of [
    ["L1 penalty λ", "0.001"],
    ["L2 penalty λ", "0.002"],
    ["Clip gradient at", "5"],
    ["Stop after epochs", "3"],
  ] as const) {
    await dialog.getByRole("textbox", { name }).fill(value);
    await page.keyboard.press("Enter");
  }
  await expect.poll(() => Object.fromEntries(settingsOf(page))).toMatchObject({ stopEpochs: "3" });
  expect(Object.fromEntries(settingsOf(page))).toEqual({
    initializer: "heNormal",
    l1: "0.001",
    l2: "0.002",
    clipNorm: "5",
    dropout: "0.05",
    optimizer: "adamW",
    weightDecay: "0.1",
    schedule: "cosine",
    stopEpochs: "3",
  });
  expect(await page.getByRole("button", { name: /^More/ }).textContent()).toContain("9"); // settings that are not as usual
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("textbox", { name: "Dropout" }).fill("7");
  await page.keyboard.press("Enter");
  await dialog.getByText("Dropout must be from 0 to 0.9, not 7; 0.9 is used.").waitFor(); // not hidden under the dialog
  await dialog.getByRole("textbox", { name: "Dropout" }).fill("0,25");
  await page.keyboard.press("Enter");
  await expect.poll(() => settingsOf(page).get("dropout")).toBe("0.25");
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Play" }).click();
  await notice(page).getByText("Stopped at epoch 3: the run was to last 3 epochs.").waitFor();
  await expect.poll(() => number(page, "epoch")).toBe(3); // the frame comes after the notice
  await page.getByRole("button", { name: "Play" }).waitFor();
  await page.getByRole("button", { name: "Go on without this rule" }).click();
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(5);
  await expect.poll(() => settingsOf(page).get("stopEpochs")).toBeNull();
});

test("a penalty is shown beside the cost", async () => {
  const page = await openRun(site, "l2=0.01");
  await expect.poll(() => page.locator("#penalty").textContent()).toMatch(/^\+ 0\.0\d+ penalty$/);
  expect(await cutOff(page)).toEqual([]);
});

test("layers of more neurons than there is room for are strips of all of them, and train", async () => {
  const page = await openRun(site, "layers=128,20");
  await page.getByRole("slider", { name: "Neurons of layer 1" }).waitFor();
  expect(await page.locator('[data-strip="1"]').getAttribute("aria-valuemax")).toBe("128");
  await trainEpochs(page, 2);
});

test("what is being typed is not overwritten by a setting that comes meanwhile", async () => {
  const page = await openRun(site);
  const rate = page.getByRole("textbox", { name: "Learning rate η" });
  await rate.fill("0.5");
  await page.evaluate(() => {
    location.hash = "learningRate=0.1&noise=0.2";
  });
  await expect.poll(() => page.getByRole("slider", { name: "Noise" }).inputValue()).toBe("0.2");
  expect(await rate.inputValue()).toBe("0.5");
  await rate.press("Enter");
  await expect.poll(() => settingsOf(page).get("learningRate")).toBe("0.5");
  // What nobody takes goes.
  await rate.fill("7e");
  await page.keyboard.press("Enter");
  await expect.poll(() => rate.inputValue()).toBe("0.5");
});
