/** The data panel: the gallery, the problem, and what lies behind Details. */
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { loadModule, startSession } from "../../bindings/module.ts";
import { openRun, overflow, phone, settingsOf, useSite, violations } from "./site.ts";

const site = useSite();
let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

type Page = Awaited<ReturnType<typeof openRun>>;
const details = async (page: Page) => {
  await page.getByRole("button", { name: "Details" }).click();
  return page.getByRole("dialog", { name: "About these points" });
};

test("the gallery has every data set of the core by picture, those of the chosen problem at a time", async () => {
  const page = await openRun(site);
  const seen: string[] = [];
  for (const problem of ["Classification", "Regression"]) {
    await page.getByRole("radio", { name: problem }).check({ force: true });
    await expect.poll(() => page.locator(".gallery canvas").count()).toBe(problem === "Regression" ? 4 : 9);
    seen.push(
      ...(await page
        .locator(".gallery input")
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))),
    );
  }
  expect(seen).toEqual(module.catalogue().data.flatMap(({ name, own }) => (own ? [] : [name])));
});

test("another problem brings its data, and going back those that were there before", async () => {
  const page = await openRun(site, "data=moons");
  await page.getByRole("radio", { name: "Classification" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => settingsOf(page).get("data")).toBe("slope");
  await page.getByRole("radio", { name: "Hills" }).check({ force: true });
  await expect.poll(() => settingsOf(page).get("data")).toBe("hills");
  await page.getByRole("radio", { name: "Classification" }).check({ force: true });
  await expect.poll(() => settingsOf(page).get("data")).toBe("moons");
  await page.getByRole("radio", { name: "Regression" }).check({ force: true });
  await expect.poll(() => settingsOf(page).get("data")).toBe("hills");
});

test("details: the sets' sizes and roles, label noise, the seed", async () => {
  const page = await openRun(site, "data=xor&points=200");
  const dialog = await details(page);
  const words = (await dialog.locator(".roles").textContent()) ?? "";
  for (const part of ["Training (120 points) fits", "Validation (40 points) tunes and stops", "Test (40 points) judges"])
    expect(words).toContain(part);
  await dialog.getByRole("slider", { name: "Label noise" }).fill("0.2");
  await expect.poll(() => settingsOf(page).get("labelNoise")).toBe("0.2");
  await dialog.getByRole("textbox", { name: "Data seed" }).fill("77");
  await page.keyboard.press("Enter");
  await expect.poll(() => settingsOf(page).get("dataSeed")).toBe("77");
  await dialog.getByRole("textbox", { name: "Data seed" }).fill("-1");
  await page.keyboard.press("Tab");
  await dialog.locator(".notice").getByText('Data seed "-1" is not a seed').waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Details");
});

test("the present points are downloaded as a CSV, to the last bit", async () => {
  const page = await openRun(site, "data=spiral&classes=3&points=90");
  const dialog = await details(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("spiral.csv");
  const [header, ...rows] = (await text(await file.createReadStream())).trim().split("\r\n");
  expect(header).toBe("x,y,label,set");
  const sets = ["training", "validation", "test"];
  const numbers = rows.flatMap((row) => {
    const [x, y, label, set = ""] = row.split(",");
    return [Number(x), Number(y), Number(label), sets.indexOf(set)];
  });
  expect(Float32Array.from(numbers)).toEqual(startSession(module, "data=spiral&classes=3&points=90").points());
});

test("everything of the panel is on the first screen at 1280 x 720, also with classes to choose and with own points", async () => {
  const spiral = "watch=spiral&data=spiral&points=500&noise=0&layers=8,8,8,8&learningRate=0.01";
  for (const settings of ["data=spiral", spiral, "data=own&own=0,0,0;1,1,1;2,2,0;3,3,1&batchSize=1"]) {
    const page = await openRun(site, settings);
    if (settings === spiral) await page.getByRole("note").waitFor();
    // Its pictures begin and end on whole pixels.
    for (const picture of await page.locator(".gallery canvas").all()) {
      const { x = 0, y = 0, width = 0 } = (await picture.boundingBox()) ?? {};
      for (const at of [x, y, width]) expect(at % 1, settings).toBe(0);
    }
    const box = await page.getByRole("button", { name: "Details" }).boundingBox();
    const footer = await page.locator("footer").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 999), settings).toBeLessThanOrEqual(footer?.y ?? 0);
  }
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds nothing in Details on %s, and nothing is cut off", async (_name, device) => {
  const page = await openRun(site, "data=hills", device);
  const dialog = await details(page);
  await dialog.getByRole("button", { name: "Download CSV" }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(dialog)).toBe(0);
});
