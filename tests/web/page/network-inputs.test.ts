/** What the network is told about a point: put in and taken out in the drawing. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { notice, number, openRun, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

const input = (page: Page, k: number) => page.locator(`[data-neuron="0 ${k - 1}"]`);
const gallery = (page: Page) => page.getByRole("group", { name: "Inputs" });
const tile = (page: Page, name: string) => gallery(page).getByRole("checkbox", { name, exact: true });
const features = (page: Page) => expect.poll(() => settingsOf(page).get("features"));
const isFocused = (page: Page, k: number) =>
  expect.poll(() => input(page, k).evaluate((own) => own === document.activeElement));

async function openGallery(page: Page): Promise<void> {
  await page.getByRole("button", { name: "feature", exact: true }).click();
  await gallery(page).getByRole("checkbox").first().waitFor();
}

const label = (page: Page, name: string) =>
  gallery(page)
    .locator("label")
    .filter({ has: page.getByRole("checkbox", { name, exact: true }) });

const picture = (page: Page, name: string): Promise<string> =>
  label(page, name)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test("the gallery shows all features by picture; a click puts one in and what was learned stays", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 5);
  const own = page.locator('[data-neuron="1 0"]');
  await own.focus(); // its words are brought up to date
  const first = await own.getAttribute("aria-label");
  await openGallery(page);
  expect(await gallery(page).getByRole("checkbox").count()).toBe(10);
  const names = ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂", "cos x₁", "cos x₂", "r"];
  const different = async () => new Set(await Promise.all(names.map((name) => picture(page, name)))).size;
  await expect.poll(different).toBe(names.length);
  expect(await violations(page)).toEqual([]);
  await tile(page, "sin x₁").check({ force: true });
  await features(page).toBe("x1,x2,sinX1");
  await tile(page, "r").focus();
  await page.keyboard.press("Space");
  await features(page).toBe("x1,x2,sinX1,radius");
  await page.getByText("4 → 4 → 4 → 1").waitFor();
  expect(await number(page, "epoch")).toBe(5);
  const [, kept = ""] = /weights (.* from input 1, .* from input 2)/.exec(first ?? "") ?? [];
  expect(kept).not.toBe("");
  await expect.poll(() => own.getAttribute("aria-label"), { timeout: 5000 }).toContain(kept);
  await page.keyboard.press("Escape");
  await tile(page, "x₁").waitFor({ state: "hidden" });
});

test("an input that is pointed at has a button that takes it out; the last one stays and says why", async () => {
  const page = await openRun(site, "features=x1,x2,radius");
  const out = (name: string) => page.getByRole("button", { name: `Take out ${name}`, exact: true });
  const seen = (name: string) => expect.poll(() => out(name).evaluate((button) => getComputedStyle(button).opacity));
  await page.mouse.move(5, 5);
  await seen("x₂").toBe("0");
  await input(page, 2).hover();
  await seen("x₂").toBe("1");
  await out("x₂").click();
  await features(page).toBe("x1,radius");
  await input(page, 2).hover();
  await out("r").click();
  await features(page).toBe("x1");
  expect(await out("x₁").getAttribute("aria-disabled")).toBe("true");
  await input(page, 1).hover();
  await out("x₁").click({ force: true });
  await notice(page).getByText("The last input stays").waitFor();
  expect(settingsOf(page).get("features")).toBe("x1");
  await openGallery(page);
  await tile(page, "x₁").click({ force: true });
  await gallery(page).getByText("The last input stays").waitFor();
  expect(await tile(page, "x₁").isChecked()).toBe(true);
  expect(settingsOf(page).get("features")).toBe("x1");
});

test("Delete takes out the input that has the focus, and the focus stays in the column", async () => {
  const page = await openRun(site, "features=x1,x2,product");
  await input(page, 3).focus();
  await page.keyboard.press("Delete");
  await features(page).toBeNull();
  await isFocused(page, 2).toBe(true);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await features(page).toBe("x2");
  await isFocused(page, 1).toBe(true);
  await page.keyboard.press("Delete");
  await notice(page).getByText("The last input stays").waitFor();
  expect(settingsOf(page).get("features")).toBe("x2");
});

test("by touch: the gallery above the bar, and a sheet with the tapped input", async () => {
  const page = await openRun(site, "", phone);
  await page.getByRole("button", { name: "feature", exact: true }).tap();
  await label(page, "x₁x₂").tap();
  await features(page).toBe("x1,x2,product");
  const box = await gallery(page).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await input(page, 2).tap();
  await page.getByRole("dialog", { name: "Input x₂" }).getByRole("button", { name: "Take it out" }).tap();
  await features(page).toBe("x1,product");
});

test("what a link hides cannot be put in or taken out, whichever way", async () => {
  const page = await openRun(site, "x_hide=true&sinX_hide=true&xSquared=true");
  await features(page).toBe("x2,x1Squared");
  await openGallery(page);
  expect(await tile(page, "x₁").isVisible()).toBe(false);
  expect(await tile(page, "sin x₁").isVisible()).toBe(false);
  await tile(page, "sin x₂").check({ force: true });
  await features(page).toBe("x2,x1Squared,sinX2");

  const fixed = await openRun(site, "hide=features&features=x1,x2,radius");
  expect(await fixed.getByRole("button", { name: "feature", exact: true }).isVisible()).toBe(false);
  await input(fixed, 3).focus();
  expect(await fixed.getByRole("button", { name: "Take out r" }).isVisible()).toBe(false);
  await fixed.keyboard.press("Delete");
  await fixed.getByRole("button", { name: "1 iteration" }).click();
  await expect.poll(() => number(fixed, "iteration")).toBe(1);
  expect(settingsOf(fixed).get("features")).toBe("x1,x2,radius");
});
