/** Two networks side by side: what is on screen is what the module, alone in Node, makes of the two links. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import { loadModule, startSession } from "../../bindings/module.ts";
import { notice, number, openRun, overflow, phone, settingsOf, trainEpochs, usePage, useSite, violations } from "./site.ts";
import { settled } from "./workers.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const deep = "layers=8,8,8,8,8,8&activations=sigmoid";

/** With the test sets open, so that their costs can be compared too. */
async function openPair(link: string, options = {}): Promise<Page> {
  const page = await openRun(site, `view=compare&seal=off&${link}`, options);
  await page.locator("#right-fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  return page;
}

/** A session alone in Node after so many iterations. */
function alone(link: string, iterations: number): Session {
  const session = startSession(module, link);
  session.train(iterations);
  return session;
}

const fingerprint = (page: Page, side: "left" | "right") => page.locator(`#${side}-fingerprint`).textContent();

async function expectSide(page: Page, side: "left" | "right", session: Session): Promise<void> {
  await expect.poll(() => fingerprint(page, side)).toBe(session.fingerprint());
  const scores = session.scores();
  for (const split of ["training", "validation", "test"] as const) {
    const { cost, accuracy } = scores[split];
    // Two digits at least are shown, of very small ones one.
    const shown = (await page.locator(`#${side}-${split}-cost`).textContent()) ?? "";
    expect(Number(shown.replace("−", "-")) / cost, `${side} ${split}`).toBeCloseTo(1, cost < 1e-4 ? 0 : 1);
    expect(await number(page, `${side}-${split}-accuracy`)).toBeCloseTo(100 * accuracy, 1);
  }
}

test("both sides are what the two links give alone, step for step", async () => {
  const page = await openPair(`other=activations:tanh&${deep}`);
  await page.getByText("The same, but with tanh in place of sigmoid.").waitFor();
  await trainEpochs(page, 20);
  await page.getByRole("button", { name: "1 iteration" }).click();
  await expectSide(page, "left", alone(deep, 301));
  await expectSide(page, "right", alone(deep.replace("sigmoid", "tanh"), 301));
  expect(await page.locator("#right-progress").textContent()).toBe("epoch 20, iteration 301");
  expect(await page.locator("#left-progress").textContent()).toBe("epoch 20, iteration 301");

  await page.getByRole("button", { name: "New seed" }).click();
  await expect.poll(() => settingsOf(page).get("seed")).toBe("2");
  await trainEpochs(page, 2);
  await expectSide(page, "left", alone(`${deep}&seed=2`, 30));
  await expectSide(page, "right", alone(`${deep.replace("sigmoid", "tanh")}&seed=2`, 30));

  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expectSide(page, "left", alone(`${deep}&seed=2`, 0));
  await expectSide(page, "right", alone(`${deep.replace("sigmoid", "tanh")}&seed=2`, 0));
});

test("Play and Pause act on both, and they stop in step", async () => {
  const page = await openPair("other=optimizer:adam&data=xor");
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => number(page, "iteration")).toBeGreaterThan(1000);
  await page.getByRole("button", { name: "Pause" }).click();
  await settled(page);
  const iterations = await number(page, "iteration");
  await expectSide(page, "left", alone("data=xor", iterations));
  await expectSide(page, "right", alone("data=xor&optimizer=adam", iterations));
});

test("the chosen difference stands in the link, and the other network catches up with this one", async () => {
  const page = await openPair(deep);
  await expect.poll(() => new URL(page.url()).hash).toContain("other=activations:tanh,tanh,tanh,tanh,tanh,tanh");
  await trainEpochs(page, 40);
  const difference = page.getByRole("combobox", { name: "The other has" });
  await difference.selectOption({ label: "2 hidden layers" });
  await page.getByText("The same, but with 2 hidden layers of 8 in place of 6 hidden layers of 8.").waitFor();
  await expect.poll(() => new URL(page.url()).hash).toContain("other=layers:8,8");
  await expectSide(page, "left", alone(deep, 600));
  await expectSide(page, "right", alone("layers=8,8&activations=sigmoid", 600));
  // The same place opens from the link alone.
  const elsewhere = await openRun(site, new URL(page.url()).hash.slice(1));
  await elsewhere.getByText("The same, but with 2 hidden layers").waitFor();
});

test("mini-batches of another size go in step by epochs", async () => {
  const page = await openPair("other=batchSize:150");
  await page.getByText("They go in step by epochs").waitFor();
  await trainEpochs(page, 7);
  await expectSide(page, "left", alone("", 7 * 15));
  await expectSide(page, "right", alone("batchSize=150", 7));
});

test("where one diverges, it says so, and the other goes on", async () => {
  const fine = "data=xor&layers=8,8&output=sigmoid&cost=crossEntropy";
  const page = await openPair(`other=activations:linear;learningRate:10&${fine}`);
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "full speed" });
  await page.getByRole("button", { name: "Play" }).click();
  await page.locator(".side.right .ended", { hasText: "Lower the learning rate, now 10" }).waitFor();
  const ended = (await page.locator("#right-progress").textContent()) ?? "";
  const iterations = await number(page, "iteration");
  await expect.poll(() => number(page, "iteration")).toBeGreaterThan(iterations + 1000);
  expect(await page.locator("#right-progress").textContent()).toBe(ended);
  expect(await page.locator(".side.left .ended").textContent()).toBe("");
  expect(await notice(page).count()).toBe(0);
  await page.getByRole("button", { name: "Pause" }).click();
});

test("where this network ends first, the other goes on until it has ended too", async () => {
  const page = await openPair("other=stopEpochs:9&stopEpochs=4");
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => page.locator("#right-progress").textContent()).toBe("epoch 9, iteration 135");
  await page.getByRole("button", { name: "Play" }).waitFor();
  expect(await page.locator("#left-progress").textContent()).toBe("epoch 4, iteration 60");
  await expectSide(page, "left", alone("", 60));
  await expectSide(page, "right", alone("", 135));
  expect(await notice(page).count()).toBe(0);
});

test("two networks that are the same are said to be, and what is to be done", async () => {
  const page = await openPair("other=optimizer:sgd");
  await page.getByText("The two are the same, down to every bit: choose above").waitFor();
  const difference = page.getByRole("combobox", { name: "The other has" });
  const said = () => difference.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent);
  expect(await said()).toBe("nothing yet: choose");
  await difference.selectOption("optimizer=adam");
  await page.getByText("The same, but with Adam in place of").waitFor();
  expect(await said()).toBe("Adam");
});

test("settings that mean nothing are said beside the difference", async () => {
  const page = await openPair("other=learningRate:99;bogus:1");
  await page.getByText("Learning rate η must be from 0.00001 to 10, not 99; 10 is used.").waitFor();
  await page.getByText('"bogus" is not a setting; it was left out.').waitFor();
});

test("the other network can be taken: its experiment opens in Play", async () => {
  const page = await openPair(`other=optimizer:adam;learningRate:0.01&${deep}`);
  await page.getByRole("button", { name: "Take this one" }).click();
  await page.getByRole("slider", { name: "Noise" }).waitFor();
  await expect.poll(() => settingsOf(page).get("optimizer")).toBe("adam");
  expect(settingsOf(page).has("other")).toBe(false);
  await trainEpochs(page, 3);
  await expect
    .poll(() => page.locator("#fingerprint").textContent())
    .toBe(alone(`${deep}&optimizer=adam&learningRate=0.01`, 45).fingerprint());
  await page.goBack();
  await page.getByText("The same, but with Adam").waitFor();
});

test("a ready case opens in one click as two networks, with what to watch", async () => {
  const page = await openPair("data=xor");
  await page.getByRole("combobox", { name: "Ready cases" }).selectOption({ label: "Only two layers" });
  await page.getByText("The same, but with 2 hidden layers of 8 in place of 6 hidden layers of 8.").waitFor();
  await page.getByText("within 1,000 epochs all points are told apart").waitFor();
  await trainEpochs(page, 4);
  await expectSide(page, "left", alone(deep, 60));
  await expectSide(page, "right", alone("layers=8,8&activations=sigmoid", 60));
});

test("from the gradients a case goes beside the one that it differs from", async () => {
  const page = await openRun(site, "view=gradients&seal=off");
  await page.getByRole("button", { name: "ReLU", exact: true }).click();
  await page.getByRole("button", { name: "Beside “Six layers of sigmoid”" }).click();
  await page.getByText("The same, but with ReLU in place of sigmoid.").waitFor();
  await trainEpochs(page, 2);
  await expectSide(page, "left", alone(deep, 30));
  await expectSide(page, "right", alone(deep.replace("sigmoid", "relu"), 30));
});

test("each side's errors are those of its network, their bars on one scale", async () => {
  const page = await openPair(`other=activations:tanh&${deep}`);
  await trainEpochs(page, 5);
  for (const [side, link] of [
    ["left", deep],
    ["right", deep.replace("sigmoid", "tanh")],
  ] as const) {
    const reports = alone(link, 75).layers();
    const shown = await page.locator(`.side.${side} .errors .norm`).allTextContents();
    expect(shown).toHaveLength(7);
    for (const [i, text] of shown.toReversed().entries())
      expect(Number(text.replace("−", "-")) / (reports[i]?.errorNorm ?? Number.NaN)).toBeCloseTo(1, 1);
  }
  const scales = await page.locator(".side .errors .powers").allTextContents();
  expect(scales[0]).toBe(scales[1]);
  // From the chosen quantity on, the norms by epoch stand below each network.
  await page.getByRole("button", { name: "‖δ‖", exact: true }).click();
  await page.getByRole("img", { name: /^This network's ‖δ‖ by epoch, from 0 to 5: layer 1/ }).waitFor();
  await page.getByRole("img", { name: /^The other's ‖δ‖ by epoch, from 0 to 5: layer 1/ }).waitFor();
});

test("both curves are read by keyboard", async () => {
  const page = await openPair("other=activations:relu");
  await trainEpochs(page, 3);
  const chart = page.getByRole("slider", { name: /^Cost of both networks by epoch/ });
  await chart.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const costs = [alone("", 15), alone("activations=relu", 15)].map((session) => session.scores().training.cost);
  const text = (await chart.getAttribute("aria-valuetext")) ?? "";
  const [left, right] = [...text.matchAll(/training ([\d.]+)/g)].map(([, cost]) => Number(cost));
  expect(left).toBeCloseTo(costs[0] as number, 2);
  expect(right).toBeCloseTo(costs[1] as number, 2);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation on %s", async (_name, device) => {
  const page = await openPair("other=learningRate:10;bogus:1&data=spiral&layers=8,8", device);
  await trainEpochs(page, 3);
  expect(await violations(page)).toEqual([]);
});

test("at 1280 x 720 both sides and the curves are on screen without scrolling", async () => {
  const page = await openPair(deep);
  const scrolls = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(scrolls).toEqual([1280, 720]);
  for (const spot of ["compare-left", "compare-right", "difference", "compare-cost"]) {
    const box = await page.locator(`[data-spot=${spot}]`).boundingBox();
    expect(box?.height, spot).toBeGreaterThan(30);
    expect((box?.y ?? 0) + (box?.height ?? 0), spot).toBeLessThanOrEqual(720);
  }
});

describe("at every width", () => {
  const shallow = usePage(site, "view=compare&layers=8,8,8");
  test.each([600, 768, 900, 980, 1060, 1280])("the errors' bars have room at %i", async (width) => {
    const { page } = shallow;
    await page.setViewportSize({ width, height: 900 });
    const bars = page.getByRole("img", { name: /^layer 1: error/ });
    await bars.nth(1).waitFor();
    for (const side of [0, 1]) await expect.poll(async () => (await bars.nth(side).boundingBox())?.width).toBeGreaterThan(60);
  });

  const wide = usePage(site, `view=compare&other=layers:128,128,128,128,128,128,128,128,128,128&${deep}`);
  test.each([320, 390, 768, 980, 1100, 1920])("nothing overflows at %i", async (width) => {
    const { page } = wide;
    await page.setViewportSize({ width, height: 844 });
    await page.locator(".side.right").waitFor();
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
  });
});
