import { expect, test } from "vitest";
import { cutOff, number, openRun, overflow, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";
import { settled } from "./workers.ts";

const site = useSite();

test("a preset opens its experiment and says what to watch, until something is changed; Back returns", async () => {
  const page = await openRun(site, "data=moons");
  await page.getByRole("button", { name: "Presets" }).click();
  const list = page.getByRole("dialog", { name: "Presets" }).getByRole("listitem");
  await expect.poll(() => list.count()).toBeGreaterThanOrEqual(10);
  await page.getByRole("button", { name: /^Gradient descent proper/ }).click();
  const note = page.getByRole("note", { name: "What to watch" });
  await note.getByText("the cost falls at every one of the first 500").waitFor();
  expect(Object.fromEntries(settingsOf(page))).toEqual({ watch: "fullBatch", batchSize: "150" });
  // It stays while one watches, and stands in the link.
  await page.getByRole("button", { name: "1 epoch" }).click();
  await expect.poll(() => number(page, "epoch")).toBe(1);
  expect(await note.isVisible()).toBe(true);
  await page.reload();
  await note.waitFor();
  await page.getByRole("button", { name: "Lower Batch size m" }).click();
  await expect.poll(() => note.count()).toBe(0);
  await expect.poll(() => settingsOf(page).get("batchSize")).toBe("100");
  await page.goBack();
  await note.waitFor();
  await page.goBack();
  await expect.poll(() => page.getByRole("radio", { name: "Moons" }).isChecked()).toBe(true);
});

test("the reader's own run comes back as it was left, by button and through the browser's history", async () => {
  const page = await openRun(site);
  const back = page.getByRole("button", { name: "Back to my run" });
  const fingerprint = page.locator("#fingerprint");
  const choose = async (name: RegExp): Promise<void> => {
    await page.getByRole("button", { name: "Presets" }).click();
    await page.getByRole("button", { name }).click();
    await page.getByRole("note", { name: "What to watch" }).waitFor();
  };
  // What nobody has done anything with is not kept.
  await choose(/^Gradient descent proper/);
  expect(await back.count()).toBe(0);
  await page.goBack();
  await expect.poll(() => page.getByRole("note").count()).toBe(0);

  await trainEpochs(page, 7);
  const own = await fingerprint.textContent();
  await choose(/^Gradient descent proper/);
  await back.waitFor();
  await choose(/^The spiral/);
  await page.getByRole("button", { name: "Raise Batch size m" }).click();
  await expect.poll(() => page.getByRole("note").count()).toBe(0);
  await back.click();
  await expect.poll(() => fingerprint.textContent()).toBe(own);
  expect([await number(page, "epoch"), await back.count(), settingsOf(page).has("watch")]).toEqual([7, 0, false]);

  await choose(/^The spiral/);
  await page.getByRole("button", { name: "Raise Batch size m" }).click();
  await expect.poll(() => page.getByRole("note").count()).toBe(0);
  // The change is a step of its own once it is in the address.
  await expect.poll(() => settingsOf(page).get("batchSize")).toBe("20");
  await page.goBack();
  await page.getByRole("note").getByText("The spiral").waitFor();
  await back.waitFor();
  await page.goBack();
  await expect.poll(() => fingerprint.textContent()).toBe(own);
  await page.goForward();
  await page.getByRole("note").getByText("The spiral").waitFor();
  await back.click();
  await expect.poll(() => fingerprint.textContent()).toBe(own);
  await expect.poll(() => number(page, "epoch")).toBe(7);
});

test("Back gives back one's own run however soon after the choice of a preset", async () => {
  const page = await openRun(site, "data=moons");
  await trainEpochs(page, 5);
  const own = await page.locator("#fingerprint").textContent();
  const link = page.url();
  for (let time = 0; time < 3; time++) {
    await page.getByRole("button", { name: "Presets" }).click();
    await page.getByRole("dialog", { name: "Presets" }).waitFor();
    // In one task: the preset's run cannot have come.
    await page.evaluate(() => {
      [...document.querySelectorAll<HTMLButtonElement>("dialog li button")]
        .find(({ textContent }) => textContent.startsWith("The spiral"))
        ?.click();
      history.back();
      return new Promise((resolve) => addEventListener("popstate", () => setTimeout(resolve), { once: true }));
    });
    await settled(page); // the preset has come, and gone
    expect(page.url()).toBe(link);
    await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(own);
    expect(await number(page, "epoch")).toBe(5);
    expect(await page.getByRole("button", { name: "Back to my run" }).count()).toBe(0);
  }
});

test("another experiment begins with the network's answer, and the neuron that was kept on the plane comes back with one's own", async () => {
  const page = await openRun(site);
  const kept = page.locator(".neuron[aria-pressed=true]");
  const heading = page.getByRole("heading", { level: 2, name: /^(Output|Neuron)$/ });
  await page.locator("[data-neuron='1 0']").click();
  await page.mouse.move(1, 1);
  await expect.poll(() => heading.textContent()).toBe("Neuron");
  await trainEpochs(page, 1);
  await page.getByRole("button", { name: "Presets" }).click();
  await page.getByRole("button", { name: /^Gradient descent proper/ }).click();
  await page.getByRole("note").waitFor();
  await expect.poll(() => heading.textContent()).toBe("Output");
  expect(await kept.count()).toBe(0);
  await page.getByRole("button", { name: "Back to my run" }).click();
  await expect.poll(() => heading.textContent()).toBe("Neuron");
  expect(await kept.getAttribute("data-neuron")).toBe("1 0");
});

test("with a note everything still fits on one screen at 1280 x 720", async () => {
  const page = await openRun(site, "watch=xor&data=xor&noise=0&layers=4&activations=tanh&seed=5");
  await page.getByRole("note", { name: "What to watch" }).waitFor();
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(size).toEqual([1280, 720]);
  expect(await cutOff(page)).toEqual([]);
  await page.locator("[data-neuron='1 1']").click();
  await page.locator("#output-title + .facts", { hasText: "2 of layer 1" }).waitFor();
  expect(await cutOff(page)).toEqual([]);
  for (const part of [".data", ".network", ".plane", ".chart", "footer"]) {
    const box = (await page.locator(part).boundingBox()) ?? { y: Number.NaN, height: Number.NaN };
    expect(box.y + box.height, part).toBeLessThanOrEqual(720);
    expect(box.height, part).toBeGreaterThan(30);
  }
});

test("the link of a preset that is not there opens its experiment without a note", async () => {
  const page = await openRun(site, "watch=nothing&data=xor");
  expect(await page.getByRole("note").count()).toBe(0);
  expect(settingsOf(page).get("data")).toBe("xor");
});

test("by keyboard alone: open, choose, close the note", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Presets" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Presets" }).waitFor();
  await page.getByRole("button", { name: /^The spiral/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("note", { name: "What to watch" }).waitFor();
  await page.getByRole("button", { name: "Close the note" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByRole("note").count()).toBe(0);
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation in the dialog and with a note on %s", async (_name, device) => {
  const page = await openRun(site, "watch=fullBatch&batchSize=150", device);
  await page.getByRole("note", { name: "What to watch" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Presets" }).click();
  await page.getByRole("dialog", { name: "Presets" }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test("the header and the controls keep within 320 px, also with the longest name of a batch", async () => {
  const page = await openRun(site, "watch=fullBatch&batchSize=150", { viewport: { width: 320, height: 844 } });
  await page.getByRole("note", { name: "What to watch" }).waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const top = async (name: string): Promise<number> =>
    (await page.getByRole("button", { name }).boundingBox())?.y ?? Number.NaN;
  expect(Math.abs((await top("Share")) - (await top("Help")))).toBeLessThan(5);
});
