import { expect, test } from "vitest";
import { notice, number, openRun, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

test("the spiral is learned from the page's own controls: test accuracy of 98 % and more", async () => {
  const page = await openRun(site);
  await page.getByRole("radio", { name: "Spiral" }).check({ force: true });
  for (let layers = 3; layers <= 4; layers++) await page.getByRole("button", { name: "Add a hidden layer" }).click();
  for (let layer = 1; layer <= 4; layer++)
    for (let neurons = 5; neurons <= 8; neurons++)
      await page.getByRole("button", { name: `Add a neuron of layer ${layer}` }).click();
  await page.getByRole("slider", { name: "Noise" }).fill("0");
  await page.getByRole("slider", { name: "Points" }).fill("130");
  await page.getByLabel("Learning rate η", { exact: true }).fill("0.01");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => number(page, "epoch")).toBe(0);
  await expect
    .poll(() => Object.fromEntries(settingsOf(page)))
    .toMatchObject({ data: "spiral", layers: "8,8,8,8", points: "500", noise: "0", learningRate: "0.01" });
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => number(page, "validation-accuracy"), { timeout: 40_000 }).toBeGreaterThanOrEqual(98);
  await page.getByRole("button", { name: "Open the test set" }).click();
  await expect.poll(() => number(page, "test-accuracy"), { timeout: 40_000 }).toBeGreaterThanOrEqual(98);
});

test("one iteration and one epoch count by their definitions", async () => {
  const page = await openRun(site, "points=100&training=50&batchSize=20"); // 50 examples: batches of 20, 20 and 10
  await page.getByRole("button", { name: "1 iteration" }).click();
  await expect.poll(() => number(page, "iteration")).toBe(1);
  expect(await number(page, "epoch")).toBe(0);
  await page.getByRole("button", { name: "1 epoch" }).click();
  await expect.poll(() => number(page, "epoch")).toBe(1);
  expect(await number(page, "iteration")).toBe(3);
});

test("Reset returns to the same initial weights, New seed draws others", async () => {
  const page = await openRun(site);
  const fingerprint = page.locator("#fingerprint");
  const initial = await fingerprint.textContent();
  await trainEpochs(page, 3);
  expect(await fingerprint.textContent()).not.toBe(initial);
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => fingerprint.textContent()).toBe(initial);
  expect(await number(page, "iteration")).toBe(0);
  await page.getByRole("button", { name: "New seed" }).click();
  await expect.poll(() => settingsOf(page).get("seed")).toBe("2");
  await expect.poll(() => fingerprint.textContent()).not.toBe(initial);
});

test("the space bar plays and pauses; slow speeds are slow", async () => {
  const page = await openRun(site);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("10");
  await page.locator("body").click({ position: { x: 640, y: 300 } });
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await expect.poll(() => number(page, "iteration")).toBeGreaterThan(3);
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Play" }).waitFor();
  expect(await number(page, "iteration")).toBeLessThan(100);
});

test("the space bar plays also where a button was clicked last, or a dialog was open; a button reached by keyboard it presses", async () => {
  const page = await openRun(site);
  const pause = page.getByRole("button", { name: "Pause" });
  await page.getByRole("button", { name: "1 epoch" }).click();
  await page.keyboard.press("Space");
  await pause.waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Presets" }).click();
  await page.getByRole("button", { name: /^Gradient descent proper/ }).click();
  await page.getByRole("note").waitFor();
  await page.keyboard.press("Space");
  await pause.waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.getByRole("button", { name: "Presets" }).press("Shift+Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByRole("dialog", { name: "Presets" }).waitFor();
});

test("settings change within the run; layers and neurons keep it going", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 5);
  const iteration = await number(page, "iteration");
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  await expect.poll(() => settingsOf(page).get("learningRate")).toBe("0.1");
  await page.getByRole("combobox", { name: "Activation of layer 1" }).selectOption("relu");
  await expect.poll(() => settingsOf(page).get("activations")).toBe("relu,tanh");
  await page.getByRole("button", { name: "Add a neuron of layer 2" }).click();
  await expect.poll(() => settingsOf(page).get("layers")).toBe("4,5");
  for (let i = 0; i < 2; i++) await page.getByRole("button", { name: "Remove a hidden layer" }).click();
  await expect.poll(() => settingsOf(page).get("layers")).toBe("");
  await page.getByText("2 → 1 · 3 parameters").waitFor();
  expect(await number(page, "iteration")).toBe(iteration);
  await trainEpochs(page, 1);
});

test("choosing cross-entropy brings the sigmoid output along and says so", async () => {
  const page = await openRun(site);
  await page.getByRole("combobox", { name: "Cost C" }).selectOption("crossEntropy");
  await expect.poll(() => settingsOf(page).get("output")).toBe("sigmoid");
  await page.getByRole("status").locator(".notice.information").getByText("the sigmoid output is used").waitFor();
  await page.getByRole("textbox", { name: "Learning rate η" }).fill("much");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").locator(".notice.trouble").getByText('"much" is not a number').waitFor();
  expect(await violations(page)).toEqual([]);
});

test("divergence stops the run, keeps finite weights, names the learning rate and offers a lower one", async () => {
  const page = await openRun(site, "data=xor&layers=8,8&activations=linear&learningRate=1&cost=crossEntropy&output=sigmoid");
  await page.getByRole("button", { name: "Play" }).click();
  await notice(page).getByText("Lower the learning rate, now 1, to go on").waitFor();
  await page.getByRole("button", { name: "Play" }).waitFor();
  expect(await number(page, "training-cost")).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Set η to 0.1" }).click();
  await expect.poll(() => settingsOf(page).get("learningRate")).toBe("0.1");
  expect(await notice(page).count()).toBe(0);
});

test("pointing at a neuron shows it large", async () => {
  const page = await openRun(site);
  const title = page.locator(".output .heading");
  expect(await title.textContent()).toContain("a³ over the plane");
  await page.getByRole("button", { name: /^Neuron 2 of layer 1/ }).hover();
  await expect.poll(() => title.textContent()).toContain("2 of layer 1 · a¹₂");
  await page.mouse.move(5, 5);
  await expect.poll(() => title.textContent()).toContain("a³ over the plane");
});
