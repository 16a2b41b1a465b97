/** Weights and biases by hand, the layers' box, pinned neurons and the formula. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { notice, number, openRun, overflow, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

const neuron = (page: Page, layer: number, j: number) => page.locator(`[data-neuron="${layer} ${j - 1}"]`);
const editor = (page: Page) => page.getByRole("dialog", { name: /^[wb]/ });
const fingerprint = (page: Page) => page.locator("#fingerprint").textContent();

/** The middle of the link from neuron k of the layer before to neuron j of layer l. */
async function linkMiddle(page: Page, l: number, j: number, k: number): Promise<{ x: number; y: number }> {
  const from = await neuron(page, l - 1, k).boundingBox();
  const to = await neuron(page, l, j).boundingBox();
  if (from === null || to === null) throw new Error("no such neurons");
  return { x: (from.x + from.width + to.x) / 2, y: (from.y + from.height / 2 + to.y + to.height / 2) / 2 };
}

test("a link that is pointed at says its name, where it leads, its value and its gradient", async () => {
  const page = await openRun(site, "seed=3");
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.mouse.move(x, y);
  const card = page.locator(".parameter-card");
  await card.getByText("from neuron 1 of layer 1 to neuron 1 of layer 2").waitFor();
  expect((await card.locator("math").first().textContent())?.replaceAll(/\s/g, "")).toBe("w112");
  const words = (await neuron(page, 2, 1).getAttribute("aria-label")) ?? "";
  const named = /weights ([−\d.]+) from neuron 1/.exec(words)?.[1] ?? "";
  expect(await card.locator("b").first().textContent()).toContain(named.slice(0, -1));
  await expect.poll(() => card.locator("b").nth(1).textContent()).toMatch(/^−?\d.*\d$/);
  await page.mouse.move(5, 5);
  await expect.poll(() => card.count()).toBe(0);
});

test("a click edits it: every picture and cost follows at once, the footer says so, and Reset undoes it", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 3);
  const cost = await number(page, "training-cost");
  const picture = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const plane = ".output .plane canvas";
  const thumbnails = ".links-room canvas";
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  const box = editor(page).getByLabel("Value", { exact: true });
  const before = { plane: await picture(plane), thumbnails: await picture(thumbnails) };
  await box.fill("2,5");
  await page.keyboard.press("Enter");
  await expect.poll(() => neuron(page, 2, 1).getAttribute("aria-label"), { timeout: 5000 }).toContain("weights 2.50 from");
  await expect.poll(() => number(page, "training-cost")).not.toBe(cost);
  await expect.poll(() => picture(plane)).not.toBe(before.plane);
  await expect.poll(() => picture(thumbnails)).not.toBe(before.thumbnails);
  await page.getByText("Changed in mid-run").waitFor();
  const edited = await fingerprint(page);
  await editor(page).getByRole("button", { name: "Zero" }).click();
  await expect.poll(() => fingerprint(page)).not.toBe(edited);
  await editor(page).getByRole("slider").fill("2.5");
  await expect.poll(() => fingerprint(page)).toBe(edited);
  await page.keyboard.press("Escape");
  await expect.poll(() => editor(page).count()).toBe(0);
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => page.getByText("Changed in mid-run").count()).toBe(0);
  const fresh = await openRun(site);
  expect(await fingerprint(page)).toBe(await fingerprint(fresh));
});

test("what is done by hand is marked on the curve with its name, counts as tuning, and Share says that the link goes without", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this experiment" });
  await dialog.getByText("with the same numbers to the last bit").waitFor();
  expect(await dialog.getByText("by hand").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open the test set" }).click();
  await trainEpochs(page, 3);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  await editor(page).getByLabel("Value", { exact: true }).fill("many");
  await page.keyboard.press("Enter");
  await editor(page).getByText("A weight or a bias is a number").waitFor();
  expect(await page.locator(".tuned").count()).toBe(0);
  await editor(page).getByLabel("Value", { exact: true }).fill("2.5");
  await page.keyboard.press("Enter");
  await page.getByText("Tuned once after looking.").waitFor();
  // As it is already.
  await page.keyboard.press("Enter");
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await page.getByText("Tuned 2 times after looking.").waitFor();
  await page.keyboard.press("Escape");
  await trainEpochs(page, 1);
  const chart = page.getByRole("slider", { name: /^Cost by epoch/ });
  await chart.focus();
  await page.keyboard.press("End");
  await expect
    .poll(() => chart.getAttribute("aria-valuetext"))
    .toMatch(/^epoch 4, w²₁₁ by hand −?[\d.]+ → 2\.5, Freeze w²₁₁ on: /);
  await page.getByRole("button", { name: "Share" }).click();
  await dialog.getByText("none of the weights and biases that were set or frozen by hand").waitFor();
});

test("what is no number gets a sentence, stays to be put right, and changes nothing", async () => {
  const page = await openRun(site);
  const before = await fingerprint(page);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  const box = editor(page).getByLabel("Value", { exact: true });
  for (const text of ["three", "", "1e9"]) {
    await box.fill(text);
    await page.keyboard.press("Enter");
    await editor(page).getByText("A weight or a bias is a number from −1,000,000 to 1,000,000.").waitFor();
    expect(await box.inputValue()).toBe(text);
    await box.fill("0.5");
    await page.keyboard.press("Enter");
    await expect.poll(() => editor(page).getByText("A weight or a bias is").count()).toBe(0);
  }
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await page.locator(".links[aria-label*='1 of the parameters frozen']").waitFor();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => fingerprint(page)).toBe(before);
  const taken = /Reset takes back .* w\S+ has its initial value again, and w\S+ is no longer frozen\./;
  await page.getByRole("status").getByText(taken).waitFor();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await page.getByText(taken).waitFor({ state: "detached" });
});

test("what is said of a weight goes with the keyboard, and goes away with it", async () => {
  const page = await openRun(site);
  const card = page.locator(".parameter-card");
  await neuron(page, 1, 1).focus();
  await page.keyboard.press("ArrowLeft");
  await card.getByText("from input x₁ to neuron 1 of layer 1").waitFor();
  await page.keyboard.press("ArrowRight");
  await card.waitFor({ state: "detached" });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await card.getByText("from neuron 2 of layer 1 to neuron 2 of layer 2").waitFor();
});

test("what is done by hand before the start is called so, and other initial weights say that they undo it", async () => {
  const page = await openRun(site);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await page.getByText("Set by hand before the start").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New seed" }).click();
  await notice(page).getByText("The new run takes back what was done by hand: w²₁₁ is no longer frozen.").waitFor();
  expect(await page.getByText("Set by hand before the start").count()).toBe(0);
});

test("a frozen weight stays what it is while all others learn", async () => {
  const page = await openRun(site);
  const middle = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(middle.x, middle.y);
  await editor(page).getByRole("slider").fill("1.5");
  await editor(page)
    .getByRole("checkbox", { name: /Freeze/ })
    .check();
  await expect.poll(() => editor(page).locator(".readings-line").textContent()).toMatch(/= 0$/);
  await trainEpochs(page, 20);
  await expect.poll(() => neuron(page, 2, 1).getAttribute("aria-label")).toContain("weights 1.50 from");
  expect(await editor(page).getByLabel("Value", { exact: true }).inputValue()).toBe("1.5");
  await expect.poll(() => page.locator(".links[role=img]").getAttribute("aria-label")).toContain("1 of the parameters frozen");
  // Another neuron's weights are other parameters; it is still frozen.
  await page.getByRole("button", { name: "Add a neuron of layer 1" }).click();
  await expect.poll(() => settingsOf(page).get("layers")).toBe("5,4");
  await expect
    .poll(() =>
      editor(page)
        .getByRole("checkbox", { name: /Freeze/ })
        .isChecked(),
    )
    .toBe(true);
  await trainEpochs(page, 5);
  await expect.poll(() => neuron(page, 2, 1).getAttribute("aria-label")).toContain("weights 1.50 from");
});

test("the arrow keys walk from a neuron over its weights to its bias; Enter edits, Escape returns", async () => {
  const page = await openRun(site);
  await neuron(page, 3, 1).focus();
  await page.keyboard.press("ArrowLeft");
  const handle = page.locator(".parameter-handle");
  await expect.poll(() => handle.getAttribute("aria-label")).toMatch(/^w³₁₁, from neuron 1 of layer 2 to the output neuron/);
  for (let k = 2; k <= 4; k++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => handle.getAttribute("aria-label")).toMatch(/^w³₁₄/);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => handle.getAttribute("aria-label")).toMatch(/^b³₁, bias of the output neuron: 0\.00/);
  await page.keyboard.press("Enter");
  await expect
    .poll(() =>
      editor(page)
        .getByLabel("Value", { exact: true })
        .evaluate((box) => box === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.type("0.75");
  await page.keyboard.press("Enter");
  await expect.poll(() => neuron(page, 3, 1).getAttribute("aria-label")).toContain("bias 0.75");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => handle.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => neuron(page, 2, 4).evaluate((button) => button === document.activeElement)).toBe(true);
});

test("by touch a link is large enough to hit, and the editor leaves the drawing in sight", async () => {
  const page = await openRun(site, "", phone);
  await page.locator(".drawing").scrollIntoViewIfNeeded();
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.touchscreen.tap(x, y - 10);
  await editor(page).getByText("from neuron 1 of layer 1 to neuron 1 of layer 2").waitFor();
  const sheet = await editor(page).boundingBox();
  await expect
    .poll(async () => {
      const now = await linkMiddle(page, 2, 1, 1);
      return now.y > 0 && now.y < (sheet?.y ?? 0);
    })
    .toBe(true);
  expect(await violations(page)).toEqual([]);
});

/** Whether two parts of the page lie apart. */
const areApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
type Box = { x: number; y: number; width: number; height: number };
const boxOf = async (of: Locator): Promise<Box> => {
  const box = await of.boundingBox();
  if (box === null) throw new Error("not on screen");
  return box;
};

test.each([
  [1280, 720, ""],
  [1024, 768, ""],
  [1920, 1080, ""],
  [1280, 720, "lesson=layers&"],
  [1280, 720, "layers=8,8,8,8,8,8,8,8,8,8&"],
])("at %i x %i with %j the editor covers nothing of the network, the output or the cost", async (width, height, link) => {
  const page = await openRun(site, link === "" ? "" : `${link}seed=2`, { viewport: { width, height } });
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(x, y);
  await editor(page).getByText("from neuron 1 of layer 1 to neuron 1 of layer 2").waitFor();
  const box = await boxOf(editor(page));
  for (const part of [".network", ".output", ".cost", ".controls"])
    expect(areApart(box, await boxOf(page.locator(part))), part).toBe(true);
  expect(await overflow(editor(page))).toBe(0);
  expect(await editor(page).evaluate((own) => own.scrollHeight - own.clientHeight)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
});

test.each([
  ["what the editor covers", { width: 1280, height: 720 }, false],
  ["what it stands beside", { width: 820, height: 1100 }, true],
])("the keyboard comes to %s: %j, %j; and to all when it is closed", async (_what, viewport, comes) => {
  const page = await openRun(site, "", { viewport });
  const takesFocus = (): Promise<boolean> =>
    page
      .locator(".data button")
      .first()
      .evaluate((button) => {
        button.focus({ preventScroll: true });
        return button === document.activeElement;
      });
  await neuron(page, 1, 1).scrollIntoViewIfNeeded();
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(x, y);
  await editor(page).getByText("from neuron 1 of layer 1 to neuron 1 of layer 2").waitFor();
  expect(await takesFocus()).toBe(comes);
  await editor(page).getByRole("button", { name: "Close" }).click();
  await expect.poll(() => editor(page).count()).toBe(0);
  expect(await takesFocus()).toBe(true);
});

test("in one column the editor leaves both of a link's neurons in sight, and a bias's neuron", async () => {
  const page = await openRun(site, "", { viewport: { width: 820, height: 1100 } });
  await neuron(page, 1, 1).scrollIntoViewIfNeeded();
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.mouse.click(x, y);
  const next = editor(page).getByRole("button", { name: "Neuron j: the next" });
  for (let j = 1; j <= 4; j++) {
    await editor(page).getByText(`from neuron 1 of layer 1 to neuron ${j} of layer 2`).waitFor();
    const box = await boxOf(editor(page));
    expect(areApart(box, await boxOf(neuron(page, 1, 1))), `from 1 to ${j}`).toBe(true);
    expect(areApart(box, await boxOf(neuron(page, 2, j))), `to ${j}`).toBe(true);
    await next.click();
  }
  await editor(page).getByRole("button", { name: "Close" }).click();
  const of = await boxOf(neuron(page, 2, 3));
  await page.mouse.click(of.x - 9, of.y + of.height - 3);
  await editor(page).getByText("bias of neuron 3 of layer 2").waitFor();
  expect(areApart(await boxOf(editor(page)), await boxOf(neuron(page, 2, 3)))).toBe(true);
});

test("what is said of a link or a bias covers no neuron", async () => {
  const page = await openRun(site);
  const card = page.locator(".parameter-card");
  const { x, y, height } = await boxOf(neuron(page, 2, 3));
  for (const at of [await linkMiddle(page, 2, 1, 1), await linkMiddle(page, 2, 4, 4), { x: x - 9, y: y + height - 3 }]) {
    await page.mouse.move(at.x, at.y);
    await card.waitFor();
    const box = await boxOf(card);
    for (const one of await page.locator(".neuron").all()) expect(areApart(box, await boxOf(one))).toBe(true);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: "detached" });
  }
});

test("an editor that a click has opened leaves the keyboard at its link, not at the whole drawing", async () => {
  const page = await openRun(site);
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  for (const close of [
    () => page.keyboard.press("Escape"),
    () => editor(page).getByRole("button", { name: "Close" }).press("Enter"),
  ]) {
    await page.mouse.click(x, y);
    await editor(page).waitFor();
    await close();
    await expect.poll(() => editor(page).count()).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await expect.poll(focused).toMatch(/^w²₁₁, from neuron 1 of layer 1 to neuron 1 of layer 2/);
    await page.mouse.click(5, 5);
  }
});

test("the box takes layers as they are typed, and says of others what is wrong", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 2);
  const iteration = await number(page, "iteration");
  const box = page.getByRole("textbox", { name: "Neurons of the hidden layers" });
  const enter = async (text: string): Promise<void> => {
    await box.fill(text);
    await page.keyboard.press("Enter");
  };
  await enter("8, 8 4");
  await expect.poll(() => settingsOf(page).get("layers")).toBe("8,8,4");
  await enter("8,x,4");
  await page.getByText("Layer 2 cannot have “x” neurons: a layer has from 1 to 128.").waitFor();
  expect(await box.inputValue()).toBe("8,x,4");
  expect(settingsOf(page).get("layers")).toBe("8,8,4");
  await enter("");
  await expect.poll(() => settingsOf(page).get("layers")).toBe("");
  expect(await page.getByText("Layer 2 cannot have").count()).toBe(0);
  expect(await number(page, "iteration")).toBe(iteration);
});

test("a clicked neuron stays on the plane until it is clicked again", async () => {
  const page = await openRun(site);
  const title = page.locator(".output .heading");
  await neuron(page, 1, 2).click();
  await page.mouse.move(5, 5);
  await expect.poll(() => title.textContent()).toContain("2 of layer 1 · a¹₂");
  await neuron(page, 2, 1).hover();
  await expect.poll(() => title.textContent()).toContain("1 of layer 2 · a²₁");
  await page.mouse.move(5, 5);
  await expect.poll(() => title.textContent()).toContain("2 of layer 1 · a¹₂");
  expect(await neuron(page, 1, 2).getAttribute("aria-pressed")).toBe("true");
  await neuron(page, 1, 2).click();
  await page.mouse.move(5, 5);
  await expect.poll(() => title.textContent()).toContain("a³ over the plane");
});

test("a wide layer is a strip in which every neuron is found, by mouse and by keyboard", async () => {
  const page = await openRun(site, "layers=128");
  const strip = page.getByRole("slider", { name: "Neurons of layer 1" });
  const title = page.locator(".output .heading");
  const box = await strip.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
  await expect.poll(() => title.textContent()).toContain("1 of layer 1 · a¹₁");
  await page.mouse.move(5, 5);
  await page.locator('[data-neuron="0 1"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => strip.getAttribute("aria-valuetext")).toBe("Neuron 2 of layer 1");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => title.textContent()).toContain("7 of layer 1 · a¹₇");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => page.locator(".parameter-handle").getAttribute("aria-label")).toMatch(/^w¹₇₂/);
});

test("in a strip each neuron's bias is in its picture's corner: pointed at it is named, clicked it is edited", async () => {
  const page = await openRun(site, "layers=60");
  const strip = page.getByRole("slider", { name: "Neurons of layer 1" });
  const box = (await strip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const side = box.width / 3; // three in a row
  await page.mouse.move(box.x + side + 4, box.y + side - 4);
  await page.locator(".parameter-card").getByText("bias of neuron 2 of layer 1").waitFor();
  await page.mouse.click(box.x + side + 4, box.y + side - 4);
  await editor(page).getByLabel("Value", { exact: true }).fill("3");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.locator('[data-neuron="2 0"]').focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => strip.getAttribute("aria-valuetext")).toBe("Neuron 2 of layer 1");
  for (const key of ["ArrowLeft", "ArrowDown"]) await page.keyboard.press(key);
  await expect.poll(() => page.locator(".parameter-handle").getAttribute("aria-label")).toMatch(/^b¹₂, .*: 3\.00/);
  // Beside the corner it is the neuron that is clicked.
  await page.mouse.click(box.x + side + side * 0.8, box.y + side * 0.2);
  await expect.poll(() => page.locator(".output .heading").textContent()).toContain("2 of layer 1");
  expect(await editor(page).count()).toBe(0);
});

test("the formula shows what is pointed at in the drawing", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "formula" }).click();
  const lit = () =>
    expect.poll(() =>
      page.locator(".composite-panel .lit").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.symbol)),
    );
  await neuron(page, 1, 2).hover();
  await lit().toEqual(["function 1"]);
  await neuron(page, 0, 1).hover();
  await lit().toEqual(["neurons 0"]);
  await neuron(page, 3, 1).hover();
  await lit().toEqual(["neurons 3"]);
  const { x, y } = await linkMiddle(page, 2, 1, 1);
  await page.mouse.move(x, y);
  await lit().toEqual(["weights 2"]);
  await page.mouse.move(5, 5);
  await lit().toEqual([]);
});

test("the formula is the network's own, and its symbols show their places", async () => {
  const page = await openRun(site, "layers=3,2&activations=relu,sigmoid");
  await page.getByRole("button", { name: "formula" }).click();
  const formula = page.getByRole("group", { name: "The network as one function" });
  await expect
    .poll(async () => (await formula.textContent())?.replaceAll(/\s/g, ""))
    .toBe("a3=tanh(W3sigmoid(W2ReLU(W1x+b1)+b2)+b3)");
  await page.getByText("Depth 3").waitFor();
  await page.getByText("20 parameters: 14 weights and 6 biases").waitFor();
  await formula.locator('[data-symbol="neurons 3"]').hover();
  await expect.poll(() => page.locator(".neuron.lit").count()).toBe(1);
  // Weights and biases stand out from all others, in a picture of their own for each layer.
  const drawn = () =>
    page.locator(".drawing canvas").evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join());
  const pictures = [await drawn()];
  for (const symbol of ["weights 1", "weights 2", "biases 1", "biases 2"]) {
    await formula.locator(`[data-symbol="${symbol}"]`).hover();
    await expect.poll(async () => pictures.includes(await drawn()), { message: symbol }).toBe(false);
    pictures.push(await drawn());
  }
  await formula.locator('[data-symbol="function 1"]').focus();
  await expect.poll(() => page.locator(".head.lit").textContent()).toContain("Layer 1");
  expect(await violations(page)).toEqual([]);
});
