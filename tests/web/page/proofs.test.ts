/** The proofs: tapped through line by line, with every line's numbers worked out again from the text on screen. */
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { number, openRun, overflow, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const newest = (page: Page): Locator => page.locator(".lines [aria-current=step]");
const next = (page: Page): Locator => page.locator("[data-spot=next-line]");

/** "= −0.75 · (−1.24) + 2 / 3 = 1.59 ✓" cut into what is worked out and what comes out. */
async function sidesOf(line: Locator): Promise<{ worked: number; shown: number }> {
  for (const more of await line.getByRole("button", { name: /more$/ }).all()) await more.click();
  const read = async (part: string): Promise<string> =>
    ((await line.locator(`.numbers ${part}`).first().textContent()) ?? "").replace(/[^0-9e.+()/·−-]/g, "");
  const arithmetic = (await read("> span")).replaceAll("−", "-").replaceAll("·", "*");
  expect(arithmetic).toMatch(/^[-+*/().\de]+$/);
  const shown = (await line.locator(".outcome").textContent())?.match(/= ([−\d.e+]+)/)?.[1] ?? "";
  return {
    worked: Number(new Function(`return ${arithmetic.replaceAll("--", "- -")}`)()),
    shown: Number(shown.replaceAll("−", "-")),
  };
}

describe.each([
  ["bp1", 5, "data=circle&layers=3"],
  ["bp1", 5, "data=blobs&layers=3&output=softmax&cost=quadratic"],
  ["bp2", 7, "data=circle&layers=6,3"],
  ["bp3", 6, "data=circle&layers=3&batchSize=4"],
  ["bp4", 7, "data=circle&layers=3&batchSize=4"],
  ["softmax", 7, "data=blobs&layers=3&output=softmax&cost=logLikelihood"],
  ["sigmoid", 7, "data=circle&layers=3&output=sigmoid&cost=crossEntropy"],
])("%s in %i lines on %s", (name, count, network) => {
  test("every line agrees with the definition, and its numbers with what comes out", async () => {
    const page = await openRun(site, `view=proofs&phase=${name}.1&focus=1.2.1.3&${network}`);
    for (let line = 1; line <= count; line++) {
      await newest(page)
        .locator(".number", { hasText: `${line}` })
        .waitFor();
      expect(settingsOf(page).get("phase")).toBe(`${name}.${line}`);
      expect(await page.locator(".lines li").count()).toBe(line);
      if (line === 1) {
        await page.locator("[data-spot=definition] .outcome", { hasText: /= −?\d/ }).waitFor();
      } else {
        await newest(page).locator(".mark.agrees").waitFor();
        const { worked, shown } = await sidesOf(newest(page));
        // Four decimals are on screen, of each factor.
        expect(Math.abs(worked - shown)).toBeLessThan(3e-3 * Math.max(1, Math.abs(shown)));
        // What every line comes to is what was measured, to all the digits that are written but the last.
        const measured = await page.locator(".mean, [data-spot=definition] .outcome").last().textContent();
        const definition = Number(measured?.match(/−?\d[\d.e+−]*\d/)?.[0].replaceAll("−", "-"));
        expect(Math.abs(shown / definition - 1)).toBeLessThan(1e-5);
      }
      if (line < count) await next(page).click();
    }
    expect(await page.locator(".mark.agrees").count()).toBe(count - 1);
    await page.getByText("Proven.").waitFor();
    // What was rewritten is lit, and what it was made of.
    expect(await page.locator(".lines .newest .lit").count()).toBeGreaterThan(0);
  });
});

test("arrow keys, Back and the choice of proof turn the lines; another neuron has other numbers", async () => {
  const page = await openRun(site, "view=proofs&layers=3,2");
  await newest(page).waitFor();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  await expect.poll(() => page.locator(".lines li").count()).toBe(2);
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect.poll(() => settingsOf(page).get("phase")).toBe("bp1.1");
  await page.getByRole("button", { name: /^BP2/ }).click();
  await page.keyboard.press("ArrowRight");
  await newest(page).locator(".mark.agrees").waitFor();
  const before = await newest(page).locator(".outcome").textContent();
  await page.getByRole("button", { name: "Neuron j: the next" }).click();
  await expect.poll(() => newest(page).locator(".outcome").textContent()).not.toBe(before);
  await newest(page).locator(".mark.agrees").waitFor();
  expect(settingsOf(page).get("focus")).toBe("1.2.1.1");
  // A click in the drawing chooses, too: the first layer's column begins with its first neuron.
  const drawing = await page.locator(".sketch").boundingBox();
  await page.mouse.click((drawing?.x ?? 0) + (drawing?.width ?? 0) * 0.5, (drawing?.y ?? 0) + (drawing?.height ?? 0) * 0.5);
  await page.getByRole("checkbox", { name: "l, j as numbers" }).check();
  await expect.poll(() => page.locator(".lines [data-slot=n]").first().textContent()).toBe("2");
});

test("a key that is pressed as soon as anything of the view is there counts", async () => {
  const page = await openRun(site, "layers=3,2");
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector(".proofs-view > *") === null) return;
      watcher.disconnect();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole("link", { name: "Proofs" }).click();
  await newest(page).waitFor();
  expect(await page.locator(".lines li").count()).toBe(2);
});

test("a proof that does not suit the network offers one that does, and the reader's own comes back as it was left", async () => {
  const page = await openRun(site, "view=play&data=circle&layers=3&noise=0.2");
  await trainEpochs(page, 2);
  const iteration = await number(page, "iteration");
  const fingerprint = await page.locator("#fingerprint").textContent();
  await page.getByRole("link", { name: "Proofs" }).click();
  await page.getByRole("button", { name: /^Softmax/ }).click();
  await page.getByText("the present network has another output and another cost").waitFor();
  await page.locator(".networks .primary").click();
  await next(page).click();
  await newest(page).locator(".mark.agrees").waitFor();
  expect(settingsOf(page).get("data")).toBe("blobs");
  await page.getByRole("button", { name: "Back to my run" }).click();
  await page.getByText("the present network has another output and another cost").waitFor();
  await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(fingerprint);
  expect(settingsOf(page).get("noise")).toBe("0.2");
  // By the browser's own way back as well.
  await page.locator(".networks .primary").click();
  await newest(page).waitFor();
  await expect.poll(() => settingsOf(page).get("data")).toBe("blobs");
  await page.goBack();
  await expect.poll(() => page.locator("#fingerprint").textContent()).toBe(fingerprint);
  await page.getByRole("link", { name: "Play" }).click();
  await expect.poll(() => number(page, "iteration")).toBe(iteration);
  await expect.poll(() => number(page, "epoch")).toBe(2);
});

test("a phone taps through a proof, and nothing is wider than its screen", async () => {
  for (const width of [320, 390]) {
    const page = await openRun(site, "view=proofs&phase=softmax.1&data=blobs&layers=3&output=softmax&cost=logLikelihood", {
      ...phone,
      viewport: { width, height: 844 },
    });
    for (let line = 2; line <= 7; line++) {
      await next(page).tap();
      await newest(page).locator(".mark.agrees").waitFor();
      const box = await newest(page).boundingBox();
      // The newest line is in sight.
      expect(box?.y ?? -1).toBeGreaterThanOrEqual(-1);
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const cut = await page
      .locator(".proof .room")
      .evaluateAll((rooms) => rooms.filter((room) => room.scrollWidth > room.clientWidth + 1).length);
    expect(cut).toBe(0);
  }
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds no violation on %s", async (_name, device) => {
  const options = device;
  for (const place of [
    "phase=bp2.7&layers=3,2",
    "phase=softmax.4&data=blobs&layers=3&output=softmax&cost=logLikelihood",
    "phase=sigmoid.1&layers=3",
  ]) {
    const page = await openRun(site, `view=proofs&${place}`, options);
    await page.locator(".mark.agrees, .networks .primary").first().waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

test("every control of the view explains itself", async () => {
  const page = await openRun(site, "view=proofs&phase=bp4.7&layers=8");
  await page.locator(".mark.agrees").first().waitFor();
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll(".proofs-view button, .proofs-view input")]
      .filter((control) => !control.closest("[data-tip]"))
      .map((control) => control.outerHTML),
  );
  expect(bare).toEqual([]);
});
