/** Layers and neurons changed in the drawing: dragged, by buttons, by keys; and where a closer look stands. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { goTo, number, openPage, openRun, overflow, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

const count = (page: Page, name: string) => page.getByRole("spinbutton", { name, exact: true });
/** Ten layers take a moment on a busy machine. */
const patient = { timeout: 5000 };
const layers = (page: Page) => expect.poll(() => settingsOf(page).get("layers"), patient);

async function drag(page: Page, name: string, by: { x: number; y: number }): Promise<void> {
  const box = (await count(page, name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x, y + by.y, { steps: 8 });
  await page.mouse.up();
}

test("counts are dragged: right and up for more, left and down for fewer, never beyond the limits", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 3);
  await drag(page, "Neurons of layer 1", { x: 33, y: 0 });
  await layers(page).toBe("8,4");
  await drag(page, "Neurons of layer 1", { x: 0, y: 41 });
  await layers(page).toBe("3,4");
  await drag(page, "Neurons of layer 2", { x: -200, y: 0 });
  await layers(page).toBe("3,1");
  await drag(page, "Hidden layers", { x: 17, y: 0 });
  await layers(page).toBe("3,1,4,4");
  await drag(page, "Hidden layers", { x: 150, y: -100 });
  await layers(page).toBe("3,1,4,4,4,4,4,4,4,4");
  // It goes on with what it has learned.
  expect(await number(page, "epoch")).toBe(3);
});

test("quick clicks add up, whatever the worker has answered by then", async () => {
  const page = await openRun(site, "layers=4&dataSeed=1&batchSize=10");
  await page.evaluate(() => {
    const press = (name: string, times: number): void => {
      for (let time = 0; time < times; time++) document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
    };
    press("Add a hidden layer", 2);
    press("Remove a neuron of layer 1", 2);
    press("New points", 3);
    press("Raise Batch size m", 2);
    const number = document.querySelector('[role="spinbutton"][aria-label="Neurons of layer 1"]');
    for (let time = 0; time < 3; time++) number?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true }));
  });
  await expect
    .poll(() => ["layers", "dataSeed", "batchSize"].map((name) => settingsOf(page).get(name)), patient)
    .toEqual(["5,4,4", "4", "50"]);
});

test("another button of the mouse drags nothing, nor does a drag go on that was broken off", async () => {
  const page = await openRun(site);
  const first = count(page, "Neurons of layer 1");
  const box = (await first.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const from = { x: box.x + 2, y: box.y + box.height - 2 };
  const to = { x: box.x + box.width - 2, y: box.y + 2 };
  expect(to.x - from.x + from.y - to.y).toBeGreaterThan(16); // enough for one more
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button: "right" });
  await page.mouse.move(to.x, to.y);
  await page.mouse.up({ button: "right" });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 1, from.y);
  // As the system does for a gesture of its own; 1 is the mouse.
  await first.evaluate((own) => own.releasePointerCapture(1));
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await drag(page, "Neurons of layer 2", { x: 9, y: 0 });
  await layers(page).toBe("4,5");
});

test("the keyboard changes counts at the number, and a layer's neurons from any of them", async () => {
  const page = await openRun(site);
  await count(page, "Hidden layers").focus();
  await page.keyboard.press("Home");
  await layers(page).toBe("");
  await page.keyboard.press("ArrowUp");
  await layers(page).toBe("4");
  await page.keyboard.press("End");
  await layers(page).toBe("4,4,4,4,4,4,4,4,4,4");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("PageDown");
  await layers(page).toBeNull(); // as usual
  await count(page, "Neurons of layer 2").focus();
  await page.keyboard.press("End");
  await layers(page).toBe("4,128");
  expect(await count(page, "Neurons of layer 2").getAttribute("aria-valuenow")).toBe("128");
  await page.keyboard.press("PageDown");
  await layers(page).toBe("4,120");
  await page.locator('[data-neuron="1 0"]').focus();
  await page.keyboard.press("+");
  await layers(page).toBe("5,120");
  await page.keyboard.press("-");
  await layers(page).toBe("4,120");
  await page.keyboard.press("-");
  await layers(page).toBe("3,120");
  // The last one goes, and the keyboard is at the one before.
  await page.locator('[data-neuron="1 2"]').focus();
  await page.keyboard.press("-");
  await layers(page).toBe("2,120");
  await expect.poll(() => page.locator('[data-neuron="1 1"]').evaluate((own) => own === document.activeElement)).toBe(true);
  await page.keyboard.press("+");
  await layers(page).toBe("3,120");
  // At a weight, the keys are no neuron's.
  await page.keyboard.press("ArrowLeft");
  await page.locator(".parameter-handle").press("+");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("-");
  await layers(page).toBe("2,120");
});

test("from 0 hidden layers to 10 of 128 neurons, all is drawn, and no part lies outside", async () => {
  const page = await openRun(site, "layers=");
  await page.getByText("2 → 1 · 3 parameters").waitFor();
  await page.getByRole("textbox", { name: "Neurons of the hidden layers" }).fill(Array.from({ length: 10 }, () => 128).join());
  await page.keyboard.press("Enter");
  await page.getByRole("slider", { name: "Neurons of layer 10" }).waitFor();
  await page.getByText("149,121 parameters").waitFor();
  expect(await page.getByRole("slider", { name: /^Neurons of layer/ }).count()).toBe(10);
  const { bottom, sheet } = await page.evaluate(() => ({
    bottom: Math.max(...[...document.querySelectorAll(".strip, .neuron")].map((own) => own.getBoundingClientRect().bottom)),
    sheet: document.querySelector(".sheet")?.getBoundingClientRect().bottom ?? 0,
  }));
  expect(bottom).toBeLessThanOrEqual(sheet);
});

test("at 1280 px ten hidden layers fit, each with its controls, and the box shows all their neurons", async () => {
  const neurons = Array.from({ length: 10 }, (_, i) => 10 + i).join();
  const page = await openPage(site);
  let letThrough = (): void => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  for (const files of ["**/GoOn-*.js", "**/GoOn-*.css"])
    await page.route(files, async (route) => {
      await held;
      await route.continue();
    });
  await goTo(page, `layers=${neurons}`);
  await page.getByRole("slider", { name: "Neurons of layer 10" }).waitFor({ state: "attached" });
  const collisions = () =>
    page.locator(".head :is(b, select, button, .scrub)").evaluateAll((all) => {
      const boxes = all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0);
      return boxes.filter(({ left, right, top, bottom }, i) =>
        boxes.some((other, j) => j > i && left < other.right && other.left < right && top < other.bottom && other.top < bottom),
      ).length;
    });
  // The layout waits for its styles, which come when they are first needed.
  expect(await collisions()).toBe(0);
  letThrough();
  await expect.poll(() => overflow(page.locator(".drawing"))).toBe(0);
  expect(await collisions()).toBe(0);
  expect(await page.getByRole("button", { name: /^More layers/ }).count()).toBe(0);
  expect(await overflow(page.getByRole("textbox", { name: "Neurons of the hidden layers" }))).toBe(0);
  const heads = await page
    .locator(".head")
    .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().bottom)));
  const first = await page
    .locator(".neuron, .strip")
    .evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().top)));
  expect(heads).toBeLessThanOrEqual(first);
  await page.getByRole("button", { name: "Remove a neuron of layer 10" }).click();
  await layers(page).toBe(neurons.replace("19", "18"));
  expect(await violations(page)).toEqual([]);
});

test("where a deep network has no room it says that it goes on, and a button leads there and back", async () => {
  const page = await openRun(site, "layers=8,8,8,8,8,8,8,8,8,8", { viewport: { width: 1024, height: 768 } });
  const [right, left] = ["right", "left"].map((end) => page.getByRole("button", { name: `More layers to the ${end}` }));
  await right?.waitFor();
  expect(await left?.count()).toBe(0);
  const drawing = await page.locator(".drawing").boundingBox();
  const end = (drawing?.x ?? 0) + (drawing?.width ?? 0);
  const output = page.locator('[data-neuron="11 0"]');
  expect((await output.boundingBox())?.x).toBeGreaterThan(end);
  await right?.click();
  await left?.waitFor();
  await expect
    .poll(async () => {
      // It goes when there is nothing more: then it cannot be clicked, and is not waited for.
      if (await right?.count()) await right?.click({ timeout: 1000 });
      return (await output.boundingBox())?.x;
    })
    .toBeLessThan(end);
  await expect.poll(() => right?.count()).toBe(0);
  await left?.click();
  await right?.waitFor();
  // The keyboard brings what it goes to into sight.
  await output.focus();
  await expect.poll(async () => (await output.boundingBox())?.x).toBeLessThan(end);
});

test("each layer has its own activation, chosen above it; the output too", async () => {
  const page = await openRun(site);
  await page.getByRole("combobox", { name: "Activation of layer 2" }).selectOption("relu");
  await expect.poll(() => settingsOf(page).get("activations")).toBe("tanh,relu");
  await page.getByRole("combobox", { name: "Output activation" }).selectOption("sigmoid");
  await expect.poll(() => settingsOf(page).get("output")).toBe("sigmoid");
});

test("on a phone the usual network fits, counts are dragged by finger, and a tapped neuron is seen large in a sheet", async () => {
  const page = await openRun(site, "", phone);
  const drawing = page.locator(".drawing");
  expect(await overflow(drawing)).toBe(0);
  const touch = await page.context().newCDPSession(page);
  await drawing.scrollIntoViewIfNeeded();
  const box = (await count(page, "Neurons of layer 1").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const at = (dx: number) => [{ x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (const dx of [10, 20, 33]) await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(dx) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await layers(page).toBe("8,4");
  await page.locator('[data-neuron="2 1"]').tap();
  const sheet = page.getByRole("dialog", { name: "Neuron 2 of layer 2" });
  await sheet.getByText(/weights .* bias /).waitFor();
  const neuron = await page.locator('[data-neuron="2 1"]').boundingBox();
  expect((neuron?.y ?? 999) + (neuron?.height ?? 0)).toBeLessThan((await sheet.boundingBox())?.y ?? 0);
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Weights and bias" }).tap();
  const editor = page.getByRole("dialog", { name: /^b/ });
  await editor.getByText("bias of neuron 2 of layer 2").waitFor();
  await editor.getByRole("button", { name: "Close" }).tap();
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect.poll(() => sheet.count()).toBe(0);
});

test("the sheet shows the tapped neuron before the first iteration too", async () => {
  const page = await openRun(site, "", phone);
  await page.locator('[data-neuron="0 0"]').tap();
  const picture = page.getByRole("dialog", { name: "Input x₁" }).locator(".plane canvas").first();
  /** At the left and the right end of its upper and lower edge, x₁ tells left from right, the network does not yet. */
  const isBlue = (): Promise<boolean[]> =>
    picture.evaluate((canvas: HTMLCanvasElement) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      context.drawImage(canvas, 0, 0);
      const last = canvas.width - 2;
      return [
        [1, 1],
        [last, 1],
        [1, last],
        [last, last],
      ].map(([x = 0, y = 0]) => {
        const [red = 0, , blue = 0] = context.getImageData(x, y, 1, 1).data;
        return blue > red;
      });
    });
  await expect.poll(isBlue).toEqual([false, true, false, true]);
});

test("where the page is one column, Escape closes the sheet, whether the focus is in it or at the neuron", async () => {
  const page = await openRun(site);
  const neuron = page.locator('[data-neuron="2 1"]');
  const sheet = page.getByRole("dialog", { name: "Neuron 2 of layer 2" });
  const hasFocus = () => neuron.evaluate((own) => own === document.activeElement);
  await neuron.press("Enter");
  await expect.poll(() => neuron.getAttribute("aria-pressed")).toBe("true");
  expect(await sheet.count()).toBe(0);
  // The window is made narrow.
  await page.setViewportSize({ width: 800, height: 900 });
  await sheet.waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => sheet.count()).toBe(0);
  expect(await hasFocus()).toBe(true);
  await page.keyboard.press("Enter");
  await sheet.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => sheet.count()).toBe(0);
  expect(await hasFocus()).toBe(true);
});

test("a closer look at the answers stands beside the network, not over it", async () => {
  const page = await openRun(site, "figures=layers");
  await page.locator(".layer-histograms").waitFor();
  const box = async (part: string) => (await page.locator(part).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [network, figures, output] = [await box(".network"), await box(".figures"), await box(".output")];
  expect(network.width).toBeGreaterThan(380);
  expect(network.x + network.width).toBeLessThanOrEqual(figures.x + 1);
  expect(figures.x + figures.width).toBeLessThanOrEqual(output.x + 1);
  await page.locator('[data-neuron="1 1"]').hover();
  await expect.poll(() => page.locator(".output .heading").textContent()).toContain("2 of layer 1 · a¹₂");
  expect(await violations(page)).toEqual([]);
  // Three hidden layers have room for their outputs, too.
  await goTo(page, "layers=128,64,5&figures=layers");
  await page.locator("[data-neuron='4 0']").waitFor();
  expect(await overflow(page.locator(".drawing"))).toBe(0);
});

test("beside a lesson the controls have one row, and nothing of the headings is cut", async () => {
  const page = await openRun(site, "lesson=layers");
  await page.locator(".lessons").waitFor();
  const controls = await page.locator(".controls").boundingBox();
  expect(controls?.height).toBeLessThan(70);
  const last = await page.locator('[data-spot~="more"]').boundingBox();
  expect((last?.x ?? 0) + (last?.width ?? 999)).toBeLessThanOrEqual(1280);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll(".heading .facts, .controls label, .controls button")]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
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
  // It does not stay in the way: who goes on reads it below, and the box has the network's layers again.
  await page.keyboard.press("Tab");
  await page.locator(".notice", { hasText: "Layer 2 cannot have “x” neurons" }).waitFor();
  expect(await box.inputValue()).toBe("8,8,4");
  await page.locator(".notice").getByRole("button").click();
  await enter("");
  await expect.poll(() => settingsOf(page).get("layers")).toBe("");
  expect(await page.getByText("Layer 2 cannot have").count()).toBe(0);
  expect(await number(page, "iteration")).toBe(iteration);
});
