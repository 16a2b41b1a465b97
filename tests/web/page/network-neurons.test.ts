/** Neurons in the drawing: kept on the plane, and in strips where a layer is wide. */
import { expect, test } from "vitest";
import { editor, neuron } from "./network.ts";
import { openRun, useSite } from "./site.ts";

const site = useSite();

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
  await neuron(page, 1, 3).click();
  await page.mouse.move(5, 5);
  await expect.poll(() => title.textContent()).toContain("3 of layer 1 · a¹₃");
  await page.getByRole("button", { name: "Show the output again" }).click();
  await expect.poll(() => title.textContent()).toContain("a³ over the plane");
  expect(await page.getByRole("button", { name: "Show the output again" }).count()).toBe(0);
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
