/** The reader's own points: drawn by mouse, finger and keys, read from a CSV, taken into the run and back. */
import { expect, test } from "vitest";
import { notice, openRun, overflow, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

type Page = Awaited<ReturnType<typeof openRun>>;
const openOwn = async (page: Page) => {
  await page.getByRole("button", { name: "Own points", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Your own points" });
  await dialog.waitFor();
  return dialog;
};
const plane = (page: Page) => page.getByRole("application", { name: /^Plane with/ });
const count = async (page: Page): Promise<number> =>
  Number(/(\d+) points/.exec((await plane(page).getAttribute("aria-label")) ?? "")?.[1]);
/** Of the run, as the link has them. */
const ownOf = (page: Page): number[][] =>
  (settingsOf(page).get("own") ?? "").split(";").map((point) => point.split(",").map(Number));

/** A stroke between two places of the plane, -6 to 6. */
async function stroke(page: Page, from: [number, number], to: [number, number] = from): Promise<void> {
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const place = ([x, y]: [number, number]) =>
    [box.x + ((x + 6) / 12) * box.width, box.y + ((6 - y) / 12) * box.height] as const;
  await page.mouse.move(...place(from));
  await page.mouse.down();
  await page.mouse.move(...place(to), { steps: 30 });
  await page.mouse.up();
}

test("points are drawn by mouse: click and trail, class and eraser, undo, redo and clear; then they are the run's", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  const use = dialog.getByRole("button", { name: "Use these points" });
  expect(await use.getAttribute("aria-disabled")).toBe("true");
  await stroke(page, [-3, 2]);
  expect(await count(page)).toBe(1);
  await dialog.getByRole("radio", { name: "Class 2" }).check({ force: true });
  await stroke(page, [0, -4], [4, -4]);
  const drawn = await count(page);
  expect(drawn).toBeGreaterThan(8);
  await dialog.getByRole("radio", { name: "Eraser" }).check({ force: true });
  await stroke(page, [3, -4], [4, -4]);
  const left = await count(page);
  expect(left).toBeLessThan(drawn);
  await dialog.getByRole("button", { name: "Undo" }).click();
  expect(await count(page)).toBe(drawn);
  await dialog.getByRole("button", { name: "Redo" }).click();
  expect(await count(page)).toBe(left);
  await dialog.getByRole("button", { name: "Clear" }).click();
  expect(await count(page)).toBe(0);
  await page.keyboard.press("Control+z");
  expect(await count(page)).toBe(left);
  await use.click();
  await expect.poll(() => settingsOf(page).get("data")).toBe("own");
  const points = ownOf(page);
  expect(points).toHaveLength(left);
  expect(points[0]?.[0]).toBeCloseTo(-3, 1);
  expect(points[0]?.[1]).toBeCloseTo(2, 1);
  expect(points.slice(1).every(([x = 9, y = 9, label]) => label === 2 && Math.abs(y + 4) < 0.05 && x < 3)).toBe(true);
  expect(await page.getByRole("dialog").count()).toBe(0);
  await trainEpochs(page, 3);
  await page.getByRole("button", { name: "Back to Circle" }).click();
  await expect.poll(() => settingsOf(page).has("own")).toBe(false);
});

test("points are drawn by keys alone", async () => {
  const page = await openRun(site);
  await page.getByRole("button", { name: "Own points", exact: true }).focus();
  await page.keyboard.press("Enter");
  await plane(page).waitFor();
  await plane(page).focus();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("ArrowRight", "ArrowRight", "ArrowUp", "Space");
  await press("1", "ArrowLeft", "Shift+ArrowDown", "Enter");
  await press("ArrowDown", "ArrowDown", "Space", "Delete");
  expect(await count(page)).toBe(2);
  await page.getByRole("button", { name: "Use these points" }).focus();
  await press("Enter");
  await expect
    .poll(() => ownOf(page))
    .toEqual([
      [1, 0.5, 0],
      [0.5, 0.4, 1],
    ]);
});

test("a finger draws on a phone, and nothing is cut off there", async () => {
  const page = await openRun(site, "", phone);
  const dialog = await openOwn(page);
  await plane(page).tap({ position: { x: 60, y: 60 } });
  await dialog.getByRole("radio", { name: "Class 1" }).tap({ force: true });
  await plane(page).tap({ position: { x: 160, y: 160 } });
  expect(await count(page)).toBe(2);
  // A finger that moves leaves a trail, and does not scroll the page.
  const touch = await page.context().newCDPSession(page);
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0 };
  const at = (dx: number) => [{ x: box.x + 60 + dx, y: box.y + 110 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let dx = 10; dx <= 120; dx += 10)
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(dx) });
  await expect.poll(() => count(page)).toBeGreaterThan(4);
  // It rests before it is lifted: after a fling the browser takes the next tap for one that stops it.
  for (let i = 0; i < 5; i++) {
    await page.waitForTimeout(20);
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(120) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect((await plane(page).boundingBox())?.y).toBe((box as { y: number }).y);
  expect(await overflow(dialog)).toBe(0);
  const left = async (of: ReturnType<typeof plane>): Promise<number> => (await of.boundingBox())?.x ?? Number.NaN;
  const begin = dialog.getByRole("button", { name: "Begin with the run's points" });
  expect(await left(begin)).toBe(await left(plane(page)));
  await dialog.getByRole("button", { name: "Use these points" }).tap();
  await expect.poll(() => settingsOf(page).get("data")).toBe("own");
});

test("with fewer points than a batch has, its control says so, and has its size again with more points", async () => {
  const page = await openRun(site, "data=own&own=-3,2,0;-2,2,0;3,-2,1;2,-2,1;1,-3,1;2,2,0;3,3,0;4,4,0;5,1,1;5,2,1&training=80");
  const size = page.getByRole("textbox", { name: /^Batch size m/ });
  await size.fill("8");
  await size.press("Enter");
  await page.getByText("Batch size m · gradient descent").waitFor();
  await page.getByRole("slider", { name: "Training", exact: true }).fill("20");
  await page.getByText("Batch size m · all there are").waitFor();
  expect(await size.inputValue()).toBe("2");
  await size.hover();
  await page.locator("#tooltip").getByText("and 8 again as soon as there are so many").waitFor();
  expect(await notice(page).count()).toBe(0);
  await page.getByRole("radio", { name: "Circle" }).check({ force: true });
  await page.getByText("Batch size m · mini-batch").waitFor();
  await expect.poll(() => settingsOf(page).get("batchSize")).toBe("8");
});

test("values are drawn for regression", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  await dialog.getByRole("radio", { name: "Values" }).check({ force: true });
  await stroke(page, [1, 1]);
  await dialog.getByRole("slider", { name: "Value" }).fill("-0.5");
  await stroke(page, [-2, 1]);
  await dialog.getByRole("button", { name: "Use these points" }).click();
  await expect.poll(() => settingsOf(page).get("data")).toBe("ownValues");
  expect(ownOf(page).map(([, , label]) => label)).toEqual([1, -0.5]);
});

test("the brush leaves what the points may have, however they came to be classes again", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  await stroke(page, [-3, 2]);
  await dialog.getByRole("radio", { name: "Values" }).check({ force: true });
  await dialog.getByRole("slider", { name: "Value" }).fill("-0.5");
  await dialog.getByRole("button", { name: "Undo" }).click();
  await stroke(page, [3, 2]);
  await dialog.getByRole("radio", { name: "Class 1" }).check({ force: true });
  await stroke(page, [0, -4]);
  await dialog.getByRole("button", { name: "Use these points" }).click();
  await expect.poll(() => ownOf(page).map(([, , label]) => label)).toEqual([0, 0, 1]);
  expect(await notice(page).count()).toBe(0);
});

test("where the farthest point is as far as one may be, nothing is drawn beyond it", async () => {
  const page = await openRun(site, "data=own&own=1000,0,0;0,1000,1");
  const dialog = await openOwn(page);
  await stroke(page, [5.99, 0]);
  await dialog.getByRole("button", { name: "Use these points" }).click();
  await expect.poll(() => ownOf(page).at(-1)?.[0]).toBe(1000);
  expect(await notice(page).count()).toBe(0);
});

test("Escape and Cancel leave the run as it was, trained as it is, and keep what was drawn", async () => {
  const page = await openRun(site);
  await trainEpochs(page, 2);
  const before = { url: page.url(), fingerprint: await page.locator("#fingerprint").textContent() };
  await openOwn(page);
  await stroke(page, [1, 1], [3, 3]);
  const drawn = await count(page);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  const dialog = await openOwn(page);
  expect(await count(page)).toBe(drawn);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect({ url: page.url(), fingerprint: await page.locator("#fingerprint").textContent() }).toEqual(before);
});

test("a CSV is pasted: what is wrong is named by line and column, what is right is shown before it is taken", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  await stroke(page, [0, 0]);
  const box = dialog.getByRole("textbox", { name: /Paste or drop/ });
  await box.fill("x,y,label\n1,2,red\n3,oops,blue\n5,6");
  await dialog.getByText("Line 3, column 2: y must be a number from −1000 to 1000, not “oops”.").waitFor();
  await dialog.getByText("Line 4, column 3: label is missing; each row needs x, y and label.").waitFor();
  expect(await count(page)).toBe(1);
  await box.fill("x,y,label\n1,2,red\n3,4,blue\n5,6,red");
  await dialog.getByText("3 points; class 0 (red): 2, class 1 (blue): 1.").waitFor();
  await dialog.getByRole("img", { name: /^A picture of the 3 points/ }).waitFor();
  expect(await count(page)).toBe(1);
  await dialog.getByRole("button", { name: "Put them on the plane" }).click();
  expect(await count(page)).toBe(3);
  await dialog.getByRole("button", { name: "Undo" }).click();
  expect(await count(page)).toBe(1);
  await dialog.getByRole("button", { name: "Redo" }).click();
  await dialog.getByRole("button", { name: "Use these points" }).click();
  await expect
    .poll(() => ownOf(page))
    .toEqual([
      [1, 2, 0],
      [3, 4, 1],
      [5, 6, 0],
    ]);
});

test("a file of ten thousand rows is read, trained on, and said to be too long for a link", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  const rows = Array.from({ length: 10_000 }, (_, i) => `${(i % 100) / 10 - 5};${Math.floor(i / 100) / 10 - 5};${i % 3}`);
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "grid.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await dialog.getByText(/^10,000 points; class 0: 3,334/).waitFor();
  await dialog.getByRole("button", { name: "Put them on the plane" }).click();
  await dialog.getByText(/characters long, which many programs cut/).waitFor();
  await dialog.getByRole("button", { name: "Use these points" }).click();
  await expect.poll(() => ownOf(page).length, { timeout: 20_000 }).toBe(10_000);
  await trainEpochs(page, 1);
  await page.reload();
  await page.getByText("10,000 points of your own").waitFor();
  await page.getByRole("button", { name: "Share" }).click();
  await page
    .getByRole("dialog", { name: "Share" })
    .getByText(/it has 1\d\d,\d{3} characters/)
    .waitFor();
});

test("a CSV is used as it was read, unless something is put on the plane after it", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  const use = dialog.getByRole("button", { name: "Use these points" });
  await use.hover();
  await page.locator("#tooltip").getByText("Draw or read at least two points.").waitFor();
  await dialog.getByRole("textbox", { name: /Paste or drop/ }).fill("1,2,a\n3,4,b\n5,6,a");
  await dialog.getByRole("status").getByText("From the CSV: 3 points; class 0: 2, class 1: 1.", { exact: true }).waitFor();
  const useRead = dialog.getByRole("button", { name: "Use the CSV’s points" });
  await useRead.click();
  await expect.poll(() => ownOf(page)).toHaveLength(3);
  await openOwn(page);
  expect(await count(page)).toBe(3);
  await dialog.getByRole("textbox", { name: /Paste or drop/ }).fill("1,2,a\n3,4,b");
  await useRead.click();
  await expect.poll(() => ownOf(page)).toHaveLength(2);
  await openOwn(page);
  await dialog.getByRole("textbox", { name: /Paste or drop/ }).fill("1,2,a\n3,4,b\n5,6,b\n7,8,a");
  await useRead.waitFor();
  await stroke(page, [-3, -3]);
  await use.click();
  await expect.poll(() => ownOf(page)).toHaveLength(3);
});

test("a file is dropped", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x\ty\tlabel\n1\t2\t0.5\n3\t4\t-0.5"], "values.tsv"));
    return data;
  });
  await dialog.locator(".own-csv").dispatchEvent("drop", { dataTransfer: transfer });
  await dialog.getByText("2 points with values.", { exact: true }).waitFor();
});

test("a file that is far too large is refused in a sentence", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  const buffer = Buffer.alloc(3_000_000, "1,2,0\n");
  await dialog.locator("input[type=file]").setInputFiles({ name: "large.csv", mimeType: "text/csv", buffer });
  await dialog.getByText("“large.csv” has 3 MB; a file may have 2 MB").waitFor();
});

test("a file that cannot be read is named", async () => {
  const page = await openRun(site);
  const dialog = await openOwn(page);
  await page.evaluate(() => {
    File.prototype.text = () => Promise.reject(new DOMException("gone", "NotFoundError"));
  });
  const buffer = Buffer.from("1,2,0\n");
  await dialog.locator("input[type=file]").setInputFiles({ name: "gone.csv", mimeType: "text/csv", buffer });
  await dialog.getByText("“gone.csv” cannot be read").waitFor();
});

test("the run's points are a beginning", async () => {
  const page = await openRun(site, "data=pinwheel&points=60");
  const dialog = await openOwn(page);
  await dialog.getByRole("button", { name: "Begin with the run's points" }).click();
  expect(await count(page)).toBe(60);
  await dialog.getByText("60 points; class 0: 20, class 1: 20, class 2: 20.").waitFor();
});

test.each([
  ["a laptop", {}],
  ["a phone", phone],
])("axe finds nothing in the dialog on %s", async (_name, device) => {
  const page = await openRun(site, "", device);
  const dialog = await openOwn(page);
  await dialog.getByRole("textbox", { name: /Paste or drop/ }).fill("1,2,a\n3,4,b\n5,six,7");
  await dialog.getByText("Line 3, column 2").waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("textbox", { name: /Paste or drop/ }).fill("1,2,a\n3,4,b");
  await dialog.getByRole("button", { name: "Put them on the plane" }).click();
  expect(await violations(page)).toEqual([]);
});
