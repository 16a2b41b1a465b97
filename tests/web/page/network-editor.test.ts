/** Where the editor of a weight or a bias stands, and what is said of them: nothing that one needs is covered. */
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { editor, linkMiddle, neuron } from "./network.ts";
import { openRun, overflow, phone, useSite, violations } from "./site.ts";

const site = useSite();

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
