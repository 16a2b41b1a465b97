/** Which part of the plane is in sight: zoomed and moved in every way, in the link, and in how much detail it comes. */
import { expect, test } from "vitest";
import { axes, button, linkMiddle, plane } from "./plane.ts";
import { goTo, notice, number, openRun, phone, settingsOf, trainEpochs, useSite } from "./site.ts";
import { openNoting, type Seen } from "./what-comes.ts";

const site = useSite();

/** Beside other work a page may take its time. */
const patiently = { timeout: 20_000 };

test("what is in sight comes in its usual detail while it trains, in full at rest; a move brings nothing else", async () => {
  const { page, takeSeen, lastPlane } = await openNoting(site, "sight=0.25,0.5,8&data=moons");
  const sight = [0.25, 0.5, 8];
  await expect.poll(lastPlane, patiently).toEqual({ sight, resolution: 300 });

  await button(page, "Play").click();
  await expect.poll(() => number(page, "epoch"), patiently).toBeGreaterThan(0);
  await takeSeen();
  await expect.poll(() => number(page, "epoch"), patiently).toBeGreaterThan(50);
  const training = (await takeSeen()).flatMap(({ plane }) => plane ?? []);
  expect(training.length).toBeGreaterThan(1);
  expect(new Set(training.map((plane) => JSON.stringify(plane)))).toEqual(
    new Set([JSON.stringify({ sight, resolution: 100 })]),
  );
  await button(page, "Pause").click();
  await expect.poll(lastPlane, patiently).toEqual({ sight, resolution: 300 });
  await takeSeen();

  await plane(page).press("+");
  const near = [0.25, 0.5, 12];
  await expect.poll(lastPlane, patiently).toEqual({ sight: near, resolution: 300 });
  for (const { type, plane } of await takeSeen()) expect({ type, sight: plane?.sight }).toEqual({ type: "plane", sight: near });
});

test("at rest, whatever is pointed at in the network leaves the plane as sharp as it is", async () => {
  const { page, takeSeen, lastPlane } = await openNoting(site, "data=moons&layers=3");
  await expect.poll(lastPlane, patiently).toMatchObject({ resolution: 300 });
  await page.evaluate(async () => {
    // What has come is drawn with the next picture on screen.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const { prototype } = CanvasRenderingContext2D;
    const draw = prototype.drawImage as (...of: unknown[]) => void;
    prototype.drawImage = function (...of: unknown[]) {
      if (this.canvas.closest(".output")) this.canvas.dataset.drawn = "again";
      draw.apply(this, of);
    };
  });
  const gradient = page.locator(".parameter-card p").last();
  const seen: Seen[] = [];
  await takeSeen();
  for (const to of ["1 0", "1 1", "1 2"]) {
    await page.mouse.move(...(await linkMiddle(page, "0 0", to)));
    await expect.poll(() => gradient.textContent(), patiently).toMatch(/= .*\d/);
  }
  await expect.poll(async () => seen.push(...(await takeSeen())), patiently).toBeGreaterThan(2);
  expect(new Set(seen.map(({ type, plane }) => `${type} ${plane?.resolution}`))).toEqual(new Set(["frame undefined"]));
  expect(await page.locator("[data-drawn]").count()).toBe(0);
});

test("zoomed by buttons, which say when there is no further", async () => {
  const page = await openRun(site);
  expect(await button(page, "Zoom out").getAttribute("aria-disabled")).toBe("true");
  for (let i = 0; i < 9; i++) await button(page, "Zoom in").click();
  expect(await button(page, "Zoom in").getAttribute("aria-disabled")).toBe("true");
  await expect.poll(() => axes(page).textContent()).toContain("×32");
  await button(page, "Zoom out").click();
  await expect.poll(() => axes(page).textContent()).toContain("×21");
  await button(page, "Show the whole plane").click();
  await expect.poll(() => axes(page).textContent()).toContain("±6");
});

test("of a part of the plane it is said which, and isolines are those of the values in it", async () => {
  const page = await openRun(site, "data=hills");
  const step = async (): Promise<number> =>
    Number(/line every ([\d.]+)/.exec((await page.locator(".legend .scale").textContent()) ?? "")?.[1]);
  const whole = await step();
  expect(await page.locator(".reach").textContent()).toBe("");
  await goTo(page, "data=hills&sight=0.5,0.25,32");
  await expect.poll(() => page.locator(".reach").textContent()).toBe("x₁ 2.81 … 3.19,  x₂ 1.31 … 1.69");
  await expect.poll(step).toBeLessThan(whole / 4);
  await goTo(page, "data=hills&sight=0.3333,0,3");
  await expect.poll(() => page.locator(".reach").textContent()).toBe("x₁ 0 … 4,  x₂ −2 … 2");
});

test("the wheel zooms where the pointer is, dragging moves; other data and another run are seen whole", async () => {
  const page = await openRun(site);
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + 0.75 * box.width, box.y + 0.25 * box.height];
  await page.mouse.move(x, y);
  const ends = async (): Promise<number[]> =>
    ((await plane(page).getAttribute("aria-label"))?.match(/−?\d+\.\d+/g) ?? []).map(
      (end) => Math.round(10 * Number(end.replace("−", "-"))) / 10,
    );
  await page.mouse.wheel(0, -Math.log(2) / 0.002); // twice as large; (3, 3) stays
  await expect.poll(ends).toEqual([-1.5, 4.5, -1.5, 4.5]);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 4, y - box.width / 4, { steps: 5 }); // a quarter of the picture is 1.5
  await page.mouse.up();
  await expect.poll(ends).toEqual([-3, 3, -3, 3]);
  await button(page, "New points").click();
  await expect.poll(() => settingsOf(page).has("dataSeed")).toBe(true);
  expect(await ends()).toEqual([-3, 3, -3, 3]);
  await page.getByRole("radio", { name: "Spiral" }).click();
  await expect.poll(() => plane(page).getAttribute("aria-label")).toMatch(/^The plane\./);
  await expect.poll(() => settingsOf(page).has("sight")).toBe(false);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -1000);
  await expect.poll(() => settingsOf(page).has("sight")).toBe(true);
  await page.goto(`${site.address}#data=xor`);
  await expect.poll(() => plane(page).getAttribute("aria-label")).toMatch(/^The plane\./);
});

test("a double click looks closer where it is, another shows the whole plane", async () => {
  const page = await openRun(site);
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.dblclick(box.x + 3, box.y + 3);
  await expect.poll(() => axes(page).textContent()).toContain("×2.3");
  expect(await plane(page).getAttribute("aria-label")).toMatch(/x₁ from −[56]\.\d+ to −0\.\d+, x₂ from 0\.\d+ to [56]\.\d+/);
  await page.mouse.dblclick(box.x + 3, box.y + 3);
  await expect.poll(() => axes(page).textContent()).toContain("±6");
});

test("what is in sight stands in the link and comes back with the run; another run is seen whole", async () => {
  const page = await openRun(site, "sight=0.5,-0.25,4&data=moons");
  const label = () => plane(page).getAttribute("aria-label");
  await expect.poll(label).toContain("x₁ from 1.5000 to 4.5000, x₂ from −3.0000 to 0");
  expect(await axes(page).textContent()).toContain("×4");
  await plane(page).focus();
  await page.keyboard.press("+");
  await expect.poll(() => settingsOf(page).get("sight")).toBe("0.5,-0.25,6");
  const seen = await label();
  await page.reload();
  await expect.poll(label).toBe(seen);
  await trainEpochs(page, 1);
  await page.getByRole("button", { name: "Presets" }).click();
  await page.getByRole("button", { name: /^The spiral/ }).click();
  await expect.poll(label).toMatch(/^The plane\./);
  await expect.poll(() => settingsOf(page).has("sight")).toBe(false);
  await page.getByRole("button", { name: "Back to my run" }).click();
  await expect.poll(label).toBe(seen);
  await button(page, "Show the whole plane").click();
  await expect.poll(() => settingsOf(page).has("sight")).toBe(false);
});

test("a sight that is none is answered with a sentence, and the whole plane is shown", async () => {
  const page = await openRun(site, "sight=0.5,up,4&data=moons");
  await notice(page).getByText("“sight=0.5,up,4” is no part of the plane").waitFor();
  expect(await plane(page).getAttribute("aria-label")).toMatch(/^The plane\./);
  await expect.poll(() => Object.fromEntries(settingsOf(page))).toEqual({ data: "moons" });
});

test("however long it is dragged, the address follows without being written all the time", async () => {
  const page = await openRun(site, "sight=0,0,8");
  const written = await page.evaluate(() => {
    let count = 0;
    for (const way of ["replaceState", "pushState"] as const) {
      const before = history[way].bind(history);
      history[way] = (...of) => {
        count += 1;
        before(...of);
      };
    }
    return new Promise<number>((resolve) => {
      const plane = document.querySelector(".sight") as HTMLElement;
      plane.focus();
      for (let i = 0; i < 300; i++) {
        const key = i % 3 === 0 ? "ArrowLeft" : "ArrowUp";
        plane.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
      setTimeout(() => resolve(count), 1000);
    });
  });
  expect(written).toBe(1);
  expect(settingsOf(page).get("sight")).toBe("-0.875,0.875,8");
});

test("while it is dragged, the network beside it is not rendered again", async () => {
  const page = await openRun(site, "sight=0,0,8");
  const select = page.getByRole("combobox", { name: "Activation of layer 1" });
  // Rendered, a list is asked for its value, which may have to be set.
  await select.evaluate((own: HTMLSelectElement) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value") as Required<PropertyDescriptor>;
    own.dataset.asked = "0";
    Object.defineProperty(own, "value", {
      get: () => {
        own.dataset.asked = String(Number(own.dataset.asked) + 1);
        return get.call(own);
      },
      set: (value) => set.call(own, value),
    });
  });
  const asked = async (): Promise<number> => Number(await select.getAttribute("data-asked"));
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20, { steps: 20 });
  await page.mouse.up();
  await expect.poll(() => settingsOf(page).get("sight")).toMatch(/^-0\.\d+,0\.\d+,8$/);
  expect(await asked()).toBe(0);
  await page.getByRole("spinbutton", { name: "Neurons of layer 1", exact: true }).press("ArrowUp");
  await expect.poll(asked).toBeGreaterThan(0);
});

test("two fingers zoom, one finger moves what is zoomed and else scrolls the page", async () => {
  const page = await openRun(site, "", phone);
  await plane(page).scrollIntoViewIfNeeded();
  const box = (await plane(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const touches = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: [number, number][]) =>
    touches.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y], id) => ({ x: box.x + x * box.width, y: box.y + y * box.height, id })),
    });
  await touch("touchStart", [0.4, 0.5]);
  await touch("touchStart", [0.4, 0.5], [0.6, 0.5]);
  for (const spread of [0.15, 0.2]) await touch("touchMove", [0.5 - spread, 0.5], [0.5 + spread, 0.5]);
  await touch("touchEnd");
  await expect.poll(() => axes(page).textContent()).toContain("×2");
  const before = await plane(page).getAttribute("aria-label");
  await touch("touchStart", [0.5, 0.5]);
  for (const x of [0.45, 0.4, 0.3]) await touch("touchMove", [x, 0.5]);
  await touch("touchEnd");
  await expect.poll(() => plane(page).getAttribute("aria-label")).not.toBe(before);
  // The browser takes the first tap after a flick for the end of it.
  await plane(page).tap();
  await button(page, "Show the whole plane").tap();
  await expect.poll(() => axes(page).textContent()).toContain("±6");
});
