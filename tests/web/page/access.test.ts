/** What the page owes everybody: small screens, keyboards, screen readers, strict security, browsers that are too old. */
import { expect, test } from "vitest";
import {
  expectOnScreen,
  notice,
  number,
  openPage,
  openRun,
  overflow,
  phone,
  runIsShown,
  settingsOf,
  trainEpochs,
  useSite,
  violations,
} from "./site.ts";

const site = useSite();

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation on %s", async (_name, device) => {
  const page = await openRun(site, "data=spiral&layers=8,8&points=nonsense", device);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Help" }).click();
  expect(await violations(page)).toEqual([]);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation in the view of gradients on %s", async (_name, device) => {
  const page = await openRun(site, "view=gradients&layers=8,8,8&activations=sigmoid,relu,tanh", device);
  await page.locator(".lens .errors").waitFor();
  expect(await violations(page)).toEqual([]);
});

test("the first screen at 1280 x 720 holds data, network, boundary, curve and controls without scrolling", async () => {
  const page = await openRun(site, "layers=8,8,8,8,8,8");
  await expectOnScreen(page, [".data", ".network", ".plane", ".chart", ".controls", "footer"]);
  const scrolls = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(scrolls).toEqual([1280, 720]);
  const chart = await page.locator(".chart").boundingBox();
  expect(chart?.height).toBeGreaterThan(80);
});

test.each([
  [320, 844],
  [390, 844],
  [768, 844],
  [1000, 700],
  [1060, 844],
  [1180, 844],
  [1250, 844],
  [1280, 600],
  [1366, 650],
  [1920, 500],
  [1920, 1080],
])("nothing overflows or overlaps at %i x %i", async (width, height) => {
  const page = await openRun(site, "layers=8,8,8,8,8,8&learningRate=0.00001&cost=crossEntropy&output=sigmoid", {
    viewport: { width, height },
  });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const overlaps = await page.evaluate(() => {
    const parts = [...document.querySelectorAll("header, .hyperparameters, .data, .network, .output, .cost, footer")];
    const boxes = parts.map((part) => ({ name: part.className || part.tagName, box: part.getBoundingClientRect() }));
    const apart = (a: DOMRect, b: DOMRect): boolean =>
      a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
    return boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => (apart(a.box, b.box) ? "" : `${a.name} and ${b.name}`)));
  });
  expect(overlaps.filter((pair) => pair !== "")).toEqual([]);
});

test("a phone works by touch", async () => {
  const page = await openRun(site, "", phone);
  await page.getByRole("button", { name: "Play" }).tap();
  await expect.poll(() => number(page, "iteration")).toBeGreaterThan(10);
  await page.getByRole("button", { name: "Pause" }).tap();
  await page.getByRole("button", { name: "Add a neuron of layer 1" }).tap();
  await expect.poll(() => settingsOf(page).get("layers")).toBe("5,4");
  await page.getByRole("button", { name: /^Neuron 2 of layer 1/ }).tap();
  const neuron = page.getByRole("dialog", { name: "Neuron 2 of layer 1" });
  await neuron.getByText(/^weights .* bias /).waitFor();
  await neuron.getByRole("button", { name: "Close" }).tap();
  await page.getByRole("radio", { name: "XOR" }).tap({ force: true });
  await expect.poll(() => settingsOf(page).get("data")).toBe("xor");
});

test("on a phone what one looks at comes before what one sets, and a wide network fades where it goes on", async () => {
  const page = await openRun(site, "layers=8,8,8,8,8", phone);
  const parts = [".counts", ".output", ".cost", ".network", ".hyperparameters", ".data"];
  const tops = await Promise.all(parts.map(async (part) => (await page.locator(part).boundingBox())?.y ?? Number.NaN));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  const drawing = page.locator(".drawing");
  await expect.poll(() => drawing.getAttribute("data-fades")).toBe("right");
  expect(await drawing.evaluate((of) => getComputedStyle(of).maskImage)).toContain("gradient");
  await drawing.evaluate((of) => of.scrollTo(1e4, 0));
  await expect.poll(() => drawing.getAttribute("data-fades")).toBe("left");
  // A network that has room again has no end that fades.
  await page.getByRole("textbox", { name: "Neurons of the hidden layers" }).fill("4");
  await page.keyboard.press("Enter");
  await expect.poll(() => drawing.getAttribute("data-fades")).toBeNull();
});

test("on a phone the row of views shows the one that is open", async () => {
  const page = await openRun(site, "view=compare", phone);
  const row = page.locator(".top nav");
  await expect.poll(() => row.evaluate((nav) => nav.scrollLeft)).toBeGreaterThan(0);
  const open = (await row.locator("[aria-current]").boundingBox()) ?? { x: Number.NaN, width: Number.NaN };
  const room = (await row.boundingBox()) ?? { x: Number.NaN, width: Number.NaN };
  expect(open.x).toBeGreaterThanOrEqual(room.x);
  expect(open.x + open.width).toBeLessThanOrEqual(room.x + room.width + 1);
});

test("everything is reached and used by keyboard alone", async () => {
  const page = await openRun(site);
  const reached = new Set<string>();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      const input = element as HTMLInputElement;
      return element?.getAttribute("aria-label") ?? input.labels?.[0]?.textContent ?? element?.textContent ?? "";
    });
    reached.add(name.trim());
  }
  for (const name of [
    "Play",
    "1 iteration",
    "1 epoch",
    "Reset",
    "New seed",
    "Speed · iterations/s",
    "Learning rate η",
    "Noise",
    "Training",
    "Share",
  ])
    expect([...reached]).toContain(name);
  expect([...reached].some((name) => name.startsWith("Neuron 1 of layer 1: weights"))).toBe(true);

  await page.getByRole("button", { name: "1 iteration" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => number(page, "iteration")).toBe(1);
  await page.getByRole("radio", { name: "Circle" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => settingsOf(page).get("data")).toBe("xor");
  await page.getByRole("textbox", { name: "Learning rate η" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => settingsOf(page).get("learningRate")).toBe("0.1");
});

test("the keyboard comes from the header to Play, and to the welcome where it is seen", async () => {
  const page = await openRun(site);
  const inOrder = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".share, .play, .data, .network, .output, .cost, .begin")].map(
        (part) => part.className.split(" ")[0] ?? "",
      ),
    );
  const parts = ["share", "play", "data", "network", "output", "cost"];
  expect(await inOrder()).toEqual([...parts, "begin"]);
  const isAtPlay = (): Promise<boolean> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") === "Play");
  await page.getByRole("button", { name: "Share" }).focus();
  await page.keyboard.press("Tab");
  expect(await isAtPlay()).toBe(true);
  // Or at once, by what comes first of all and is seen when the keyboard is there.
  const skip = page.getByRole("button", { name: "Skip to the content" });
  const isSeen = (): Promise<boolean> => skip.evaluate((own) => getComputedStyle(own).clipPath === "none");
  expect(await isSeen()).toBe(false);
  const isAtSkip = (): Promise<boolean> => skip.evaluate((own) => own === document.activeElement);
  for (let back = 0; back < 40 && !(await isAtSkip()); back++) await page.keyboard.press("Shift+Tab");
  expect(await isAtSkip()).toBe(true);
  expect(await isSeen()).toBe(true);
  await page.keyboard.press("Enter");
  expect(await isAtPlay()).toBe(true);
  await page.setViewportSize({ width: 820, height: 1100 });
  await expect.poll(inOrder).toEqual(["share", "begin", "play", "output", "cost", "network", "data"]);
});

test("the way past the header leads to what is seen there, and while that has not come to its place", async () => {
  const page = await openPage(site, "", {});
  let letThrough = (): void => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("about:blank");
  await page.goto(`${site.address}#hide=play`, { waitUntil: "commit" });
  const skip = page.getByRole("button", { name: "Skip to the content" });
  await page.locator("main[aria-busy]").waitFor({ state: "attached" });
  await skip.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  letThrough();
  await runIsShown(page);
  await skip.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("1 iteration");
});

test.each([
  [1000, "layers=8,8,8,8,8,8,8,8,8,8"],
  [1100, ""],
  [1280, "layers=8,8,8,8,8,8,8,8,8,8"],
])("at %i px the welcome and the fingerprint stand apart", async (width, link) => {
  const page = await openRun(site, link, { viewport: { width, height: 768 } });
  const right = await page
    .locator(".welcome > *")
    .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
  expect(right).toBeGreaterThan(100);
  expect((await page.locator(".fingerprint").boundingBox())?.x).toBeGreaterThan(right);
});

test.each([
  [1280, 720],
  [1024, 768],
  [1920, 1080],
  [1280, 600],
])("at %i x %i a notice lies on the footer and covers nothing that one works with", async (width, height) => {
  const page = await openRun(site, "learningRate=abc&data=nothing", { viewport: { width, height } });
  const box = await notice(page).boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(height);
  const ends = await page
    .locator(height > 700 ? ".neuron, .head, .chart, .data button, .data input, .plane" : ".plane")
    .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().bottom)));
  expect(ends).toBeLessThanOrEqual(box?.y ?? 0);
  await page.getByRole("button", { name: "Dismiss this notice" }).click();
  expect(await notice(page).count()).toBe(0);
});

test("the curve is read by keyboard, epoch by epoch", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 3);
  const last = await page.locator("#training-cost").textContent();
  await page.getByRole("slider", { name: /^Cost by epoch/ }).focus();
  await page.keyboard.press("Home");
  await page.getByText("at epoch 0").waitFor();
  expect(await page.locator("#training-cost").textContent()).not.toBe(last);
  await page.keyboard.press("ArrowRight");
  await page.getByText("at epoch 1").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("#training-cost").textContent()).toBe(last);
});

test("every canvas says in words what it shows, or its words stand beside it", async () => {
  const page = await openRun(site);
  const silent = await page.evaluate(() =>
    [...document.querySelectorAll("canvas")]
      .filter((canvas) => !canvas.closest("[aria-label]") && !canvas.closest("label") && !canvas.closest(".plane, .sheet"))
      .map((canvas) => canvas.outerHTML),
  );
  expect(silent).toEqual([]);
  await page.getByRole("img", { name: /of the training points lie on the side of their own colour/ }).waitFor();
  await page.getByRole("slider", { name: /^Cost by epoch, from 0 to 0; training/ }).waitFor();
  await page.getByRole("img", { name: /^The 28 links between the layers.*the largest is \d/ }).waitFor();
});

test("the content security policy is strict", async () => {
  const page = await openRun(site);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self' 'sha256-[^' ]+' 'wasm-unsafe-eval';/);
  expect(policy).not.toContain("unsafe-inline");
});

test("without WebAssembly SIMD the page says so and what to do", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto(site.address);
  await page.getByText("This browser cannot run WebAssembly with SIMD").waitFor();
  await page.getByText("Please update it or open this page in another one").waitFor();
  await context.close();
});

test("at rest nothing is computed or drawn", async () => {
  const page = await openPage(site);
  await page.locator("#fingerprint", { hasText: /./ }).waitFor();
  const frames = await page.evaluate(async () => {
    let drawn = 0;
    const put = CanvasRenderingContext2D.prototype.putImageData;
    CanvasRenderingContext2D.prototype.putImageData = function (this: CanvasRenderingContext2D, ...rest: unknown[]) {
      drawn++;
      return (put as (...all: unknown[]) => void).apply(this, rest);
    } as typeof put;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return drawn;
  });
  expect(frames).toBe(0);
});

test.each([
  ["a phone", phone],
  ["a tablet", { viewport: { width: 820, height: 1100 } }],
])("on %s the keyboard goes down the page as it is seen, from panel to panel", async (_name, device) => {
  const page = await openRun(site, "figures=layers", device);
  await page.locator(".figures").waitFor();
  const parts = ".output, .cost, .figures, .network, .hyperparameters, .data";
  const tops = await page
    .locator("main")
    .evaluate(
      (main, parts) =>
        [...main.querySelectorAll(parts)]
          .filter((part) => !part.matches(".controls .hyperparameters"))
          .map((part) => part.getBoundingClientRect().y),
      parts,
    );
  expect(tops.length).toBeGreaterThanOrEqual(5);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});
